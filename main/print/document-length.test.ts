import { expect, test } from 'vitest';
import { mau07Samples } from '../../domain/form/mau-07-examples.ts';
import { mau07 } from '../../domain/form/mau-07.ts';
import { mau07Template } from '../../domain/form/templates/mau-07.ts';
import { isTagged, sheetsIn, timeFor } from './document-length.ts';
import { slipHtml } from './slip-page.ts';

const { usual } = mau07Samples;
const book = (copies: number): string =>
  slipHtml(mau07Template, mau07({ ...usual, rows: Array.from({ length: copies }, () => usual.rows).flat() }));

test('a slip is tagged; a book of a year is not, and has its time', () => {
  expect(sheetsIn(book(1))).toBe(1);
  expect(isTagged(1)).toBe(true);
  const sheets = sheetsIn(book(100));
  expect(sheets).toBeGreaterThan(40);
  expect(isTagged(sheets)).toBe(false);
  expect(timeFor(sheets)).toBe(sheets * 250);
});

test('what a person wrote counts for no sheet', () => {
  const rows = usual.rows.slice(0, 1).map((row) => ({ ...row, note: '<section><section>' }));
  expect(sheetsIn(slipHtml(mau07Template, mau07({ ...usual, rows })))).toBe(1);
});
