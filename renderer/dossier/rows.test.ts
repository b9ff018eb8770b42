import { expect, test } from 'vitest';
import type { DossierRow } from './due.ts';
import { byDay, fits } from './rows.ts';

const row = (over: Partial<DossierRow>): DossierRow => ({
  id: '019ab000-0000-7000-8000-000000000001',
  code: 'H20.57-261123-0304',
  name: 'Nguyễn Thị Hồng Nhung',
  procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  receivedAt: '2026-11-23T10:42:00',
  dueAt: '2026-11-27T17:00:00',
  daysLeft: 3,
  state: 'received',
  rounds: 0,
  stand: 'here',
  counter: 'Quầy 3',
  ...over,
});

test('what is typed finds a name or a procedure, in any order and without marks', () => {
  expect(fits(row({}), 'nhung nguyen')).toBe(true);
  expect(fits(row({}), 'tinh trang nhung')).toBe(true);
  expect(fits(row({}), 'phát')).toBe(false);
});

test('digits find the number of the day, a code finds itself', () => {
  expect(fits(row({}), '304')).toBe(true);
  expect(fits(row({}), '0305')).toBe(false);
  expect(fits(row({}), 'h20.57-261123-03')).toBe(true);
  expect(fits(row({}), '0304 nhung')).toBe(true);
});

test('an empty filter lets everything through', () => {
  expect(fits(row({ name: '' }), '  ')).toBe(true);
});

test('days and the dossiers in them come newest first', () => {
  const groups = byDay([
    row({ id: 'a', receivedAt: '2026-11-20T09:00:00' }),
    row({ id: 'b', receivedAt: '2026-11-23T08:00:00' }),
    row({ id: 'c', receivedAt: '2026-11-23T09:00:00' }),
  ]);
  expect(groups.map(({ date, rows }) => [date, rows.map(({ id }) => id).join('')])).toEqual([
    ['2026-11-23', 'cb'],
    ['2026-11-20', 'a'],
  ]);
});
