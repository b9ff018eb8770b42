import { expect, test } from 'vitest';
import { parseTypedDate, parseTypedMoment, parseTypedTime } from './typed-date.ts';

test.each([
  ['14/08/1996', '1996-08-14'],
  ['4/8/1996', '1996-08-04'],
  ['14-8-1996', '1996-08-14'],
  ['14.08.1996', '1996-08-14'],
  ['14 08 1996', '1996-08-14'],
  ['14081996', '1996-08-14'],
  [' 1996-08-14 ', '1996-08-14'],
  ['29/02/2024', '2024-02-29'],
])('%s is read as %s', (typed, date) => {
  expect(parseTypedDate(typed)).toBe(date);
});

test.each(['', '1996', '29/02/2023', '31/04/2020', '14/13/1996', '00/01/2000', '14/08/96', '1408199', 'mười bốn'])(
  '%s is no date',
  (typed) => {
    expect(parseTypedDate(typed)).toBeNull();
  },
);

test.each([
  ['14:30 22/11/2026', '2026-11-22T14:30:00'],
  ['22/11/2026 14:30', '2026-11-22T14:30:00'],
  ['22/11/2026  14h30', '2026-11-22T14:30:00'],
  ['7h 22-11-2026', '2026-11-22T07:00:00'],
  ['7 giờ 22.11.2026', null],
  ['7giờ 05 22.11.2026', '2026-11-22T07:05:00'],
  ['22112026', '2026-11-22T00:00:00'],
  ['24:00 22/11/2026', null],
  ['14:60 22/11/2026', null],
  ['14:30', null],
  ['14:30 31/11/2026', null],
  ['đêm qua', null],
])('%s is the moment %s', (typed, moment) => {
  expect(parseTypedMoment(typed)).toBe(moment);
});

test.each([
  ['14:30', '14:30:00'],
  ['7h5', null],
  ['7h05', '07:05:00'],
  ['14h', '14:00:00'],
  ['14 giờ', null],
  ['14giờ 30', '14:30:00'],
  ['930', '09:30:00'],
  ['1430', '14:30:00'],
  ['14', null],
  ['24:00', null],
  ['14:60', null],
  ['', null],
])('the hour %s is read as %s', (typed, time) => {
  expect(parseTypedTime(typed)).toBe(time);
});
