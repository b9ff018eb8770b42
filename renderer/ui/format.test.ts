import { formatTemporaryCode } from '../../domain/dossier/code.ts';
import { expect, test } from 'vitest';
import * as format from './format.ts';

test('a date is short in rows, a word in sentences, whole in titles', () => {
  expect(format.rowDay('2026-11-27', 'vi')).toBe('T6 27/11');
  expect(format.rowDay('2026-11-27', 'en')).toBe('Fri 27/11');
  expect(format.sentenceDay('2026-11-27', 'vi')).toBe('thứ Sáu 27/11');
  expect(format.titleDay('2026-11-29', 'vi')).toBe('Chủ nhật 29/11/2026');
  expect(format.plainDate('2026-11-27')).toBe('27/11/2026');
  expect(format.dayMonth('2026-11-27T08:00:00')).toBe('27/11');
});

test('a time of day keeps its zeros', () => {
  expect(format.clock('2026-11-23T07:05:09')).toBe('07:05');
  expect(format.clockSeconds('2026-11-23T07:05:09')).toBe('07:05:09');
});

test('numbers are grouped in thousands as the language does', () => {
  expect(format.count(0, 'vi')).toBe('0');
  expect(format.count(284, 'vi')).toBe('284');
  expect(format.count(1284, 'vi')).toBe('1.284');
  expect(format.count(1284567, 'en')).toBe('1,284,567');
  expect(format.money(150000, 'vi')).toBe('150.000\u00a0đ');
});

test('identity and telephone numbers are spaced only where they are whole', () => {
  expect(format.personalId('087196004218')).toBe('087 196 004 218');
  expect(format.personalId('340123456')).toBe('340 123 456');
  expect(format.personalId('08719600421')).toBe('08719600421');
  expect(format.phone('0912000345')).toBe('0912 000 345');
  expect(format.phone('091200')).toBe('091200');
});

test('lengths of time carry their signs', () => {
  expect(format.minutes(21)).toBe('21′');
  expect(format.duration(200)).toBe('3′20″');
  expect(format.duration(365)).toBe('6′05″');
  expect(format.duration(0)).toBe('0′00″');
});

test('a temporary number says so, and what has no number yet is called by its whole code', () => {
  const temporary = formatTemporaryCode({
    log: '019ab000-0000-7000-8000-000000000003',
    date: '2026-11-23',
    number: 12,
  });
  expect(format.dayNumber(temporary)).toBe('T012');
  expect(format.hasNumber(temporary)).toBe(true);
  expect(format.dayNumber('QL 7K2M-41QF')).toBe('QL 7K2M-41QF');
  expect(format.hasNumber('QL 7K2M-41QF')).toBe(false);
});

test('a dossier is called by the four digits of its day', () => {
  expect(format.dayNumber('H20.57-261123-0304')).toBe('0304');
  expect(format.hasNumber('H20.57-261123-0304')).toBe(true);
});
