import { expect, test } from 'vitest';
import { pageHeaders } from './policy.ts';

const policyOf = (nonce: string | null): string => pageHeaders('text/html', nonce)['Content-Security-Policy'] ?? '';

test('the policy allows no inline, no evaluation, no other origin', () => {
  for (const policy of [policyOf(null), policyOf('abc')]) {
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(policy).not.toMatch(/unsafe-|\*|data:|https?:|strict-dynamic/);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  }
});

test('the nonce is for styles and stands in no other rule', () => {
  expect(
    policyOf('abc')
      .split('; ')
      .filter((rule) => rule.includes('nonce')),
  ).toEqual(["style-src 'self' 'nonce-abc'"]);
  expect(policyOf(null)).not.toContain('nonce');
});
