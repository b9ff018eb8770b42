import { expect, test } from 'vitest';
import { createSheetsTold } from './sheets-told.ts';

test('the first print of what was told to whoever stands there is the end; a copy, or the sheet of whoever was there before, is none', () => {
  let serving: string | null = null;
  const sheets = createSheetsTold({ serving: () => serving });
  sheets.told('nobody');
  serving = 'A001';
  expect(sheets.printed('nobody')).toBe(false);
  sheets.told('one');
  sheets.told('two');
  expect(sheets.printed('one')).toBe(true);
  // Called again: the copy ends nothing, what is printed now for the first time does.
  expect([sheets.printed('one'), sheets.printed('two')]).toEqual([false, true]);
  sheets.told('three');
  serving = 'A002';
  expect(sheets.printed('three')).toBe(false);
});
