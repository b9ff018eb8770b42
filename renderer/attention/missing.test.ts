import { expect, test } from 'vitest';
import { isForMe, settleMissing, tellMissing } from './missing.ts';

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

test('a call that is owed is for a counter to write down; what another must settle is not for me', () => {
  const why = { vi: 'hồ sơ của cơ quan khác', en: 'the dossier belongs to another office' };
  const row = (kind: 'call-back' | 'two-sides') => ({
    key: kind,
    kind,
    dossierId: '019ab000-0000-7000-8000-000000000001',
    thing: null,
    code: 'H20.57-261123-0001',
    name: 'Đoàn Thị Cẩm Tú',
    procedure: 'Đăng ký thành lập hộ kinh doanh',
    problem: 'XV-12',
    title: why,
    todo: why,
    at: '2026-11-23T09:30:00',
  });
  expect(isForMe(null, false)).toBe(true);
  expect(isForMe({ row: row('two-sides'), mayNot: null }, false)).toBe(true);
  expect(isForMe({ row: row('two-sides'), mayNot: why }, true)).toBe(false);
  expect(isForMe({ row: row('call-back'), mayNot: why }, true)).toBe(true);
  expect(isForMe({ row: row('call-back'), mayNot: why }, false)).toBe(false);
});
