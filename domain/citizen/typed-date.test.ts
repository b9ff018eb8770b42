import { expect, test } from 'vitest';
import { parseTypedDate } from './typed-date.ts';

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
