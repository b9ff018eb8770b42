import { expect, test } from 'vitest';
import { filtered, inListOrder, withRow } from './rows.ts';

const row = (name: string, disabled = false) => ({ id: name, name, disabled });

test('people stand by given name, counters by number, disabled rows last', () => {
  const people = [row('Phạm Thị Ngọc Diễm'), row('Lê Văn An', true), row('Đặng Văn Phước'), row('Trần Quốc Bảo')];
  expect(inListOrder(people).map(({ name }) => name)).toEqual([
    'Trần Quốc Bảo',
    'Phạm Thị Ngọc Diễm',
    'Đặng Văn Phước',
    'Lê Văn An',
  ]);
  expect(inListOrder([row('Quầy 10'), row('Quầy 2')]).map(({ name }) => name)).toEqual(['Quầy 2', 'Quầy 10']);
});

test('a filter needs no marks and looks at the beginnings of words', () => {
  const rows = [row('Phạm Thị Ngọc Diễm'), row('Đặng Văn Phước')];
  expect(filtered(rows, 'ngoc di', ({ name }) => name)).toEqual([rows[0]]);
  expect(filtered(rows, 'goc', ({ name }) => name)).toEqual([]);
  expect(filtered(rows, '', ({ name }) => name)).toEqual(rows);
});

test('a saved row takes the place of the one it was', () => {
  const rows = [row('a'), row('b')];
  expect(withRow(rows, { ...row('a'), disabled: true }).map(({ id, disabled }) => [id, disabled])).toEqual([
    ['a', true],
    ['b', false],
  ]);
  expect(withRow(undefined, row('c'))).toEqual([row('c')]);
});
