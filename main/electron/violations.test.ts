import { expect, test } from 'vitest';
import { brokenRule } from './violations.ts';

test.each([
  [
    'Refused to execute inline script because it violates the following Content Security Policy directive: "script-src \'self\'". Either …',
    'script-src',
  ],
  [
    "Executing inline script violates the following Content Security Policy directive 'script-src 'self''. Either …",
    'script-src',
  ],
  ["This document requires 'TrustedHTML' assignment. The action has been blocked.", 'TrustedHTML'],
])('%s names the rule', (line, rule) => {
  expect(brokenRule(line)).toBe(rule);
});

test('any other line is left alone', () => {
  expect(brokenRule('Nguyễn Văn A 001099012345')).toBeNull();
});
