import { expect, test } from 'vitest';
import { systemRandom } from '../../random.ts';
import { keepPerson, newHallSecret, openPerson } from './persons.ts';

const card = '087196004218|341234567|Nguyễn Thị Bé|01011996|Nữ|khóm 1, phường Sa Đéc, Đồng Tháp|01012022';
const MONDAY = '2026-11-23';
const secret = newHallSecret(systemRandom);

test('a card is kept sealed, and opens with the hall’s secret alone', () => {
  const kept = keepPerson(secret, card, MONDAY, systemRandom);
  expect(kept.sealed).not.toBeNull();
  expect(JSON.stringify(kept)).not.toContain('087196004218');
  expect(openPerson(secret, kept.sealed ?? '')).toBe(card);
  expect(openPerson(newHallSecret(systemRandom), kept.sealed ?? '')).toBeNull();
  for (const broken of ['', 'x', kept.sealed?.slice(0, 20) ?? '', `${kept.sealed?.slice(0, -2) ?? ''}AA`]) {
    expect(openPerson(secret, broken)).toBeNull();
  }
});

test('one person has one key a day in one hall, and another on each other day and in each other hall', () => {
  const key = (of: string, date = MONDAY, text = card): string | null => keepPerson(of, text, date, systemRandom).key;
  expect(key(secret)).toBe(key(secret));
  expect(key(secret)).toMatch(/^[0-9a-f]{64}$/);
  expect(key(secret, '2026-11-24')).not.toBe(key(secret));
  expect(key(newHallSecret(systemRandom))).not.toBe(key(secret));
  expect(key(secret, MONDAY, card.replace('087196004218', '087196004219'))).not.toBe(key(secret));
});

test('what is no card leaves nothing', () => {
  expect(keepPerson(secret, 'QL 7K2M-41QF', MONDAY, systemRandom)).toEqual({ key: null, sealed: null });
});
