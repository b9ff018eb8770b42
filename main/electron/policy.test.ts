import { expect, test } from 'vitest';
import { pageHeaders } from './policy.ts';

test('the policy allows no inline, no evaluation, no other origin', () => {
  const policy = pageHeaders('text/html')['Content-Security-Policy'];
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  expect(policy).not.toMatch(/unsafe-|\*|data:|https?:|strict-dynamic|nonce/);
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
});

test('of all devices the page’s own origin may ask for the camera', () => {
  const granted = (pageHeaders('text/html')['Permissions-Policy'] ?? '')
    .split(', ')
    .filter((rule) => !rule.endsWith('=()'));
  expect(granted).toEqual(['camera=(self)']);
});
