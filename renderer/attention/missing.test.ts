import { expect, test } from 'vitest';
import { settleMissing, tellMissing } from './missing.ts';

test('a matter is settled with a reason, and with how the citizen is told where their slip is void', () => {
  const matter = { mayMessage: false };
  expect(settleMissing(matter, { callBack: false }, { reason: ' a ', told: null })).toBe('reason');
  expect(settleMissing(matter, { callBack: false }, { reason: 'đã hỏi', told: null })).toBeNull();
  expect(settleMissing(matter, null, { reason: 'đã hỏi', told: null })).toBeNull();
  expect(settleMissing(matter, { callBack: true }, { reason: 'đã hỏi', told: null })).toBe('told');
  expect(settleMissing(matter, { callBack: true }, { reason: 'đã hỏi', told: 'message' })).toBe('told');
  expect(settleMissing({ mayMessage: true }, { callBack: true }, { reason: 'đã hỏi', told: 'message' })).toBeNull();
});

test('what was said by voice is written down; a message says its own', () => {
  expect(tellMissing({ way: 'phone', text: '  ' })).toBe('text');
  expect(tellMissing({ way: 'phone', text: 'hẹn 15 giờ' })).toBeNull();
  expect(tellMissing({ way: 'message', text: '' })).toBeNull();
});
