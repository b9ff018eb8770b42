import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorAfterRemoval, movePage, turnOf, turnRight, withoutPage } from './pages.ts';

const pages = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 });

test('moving a page loses none and keeps the order of the others', () => {
  fc.assert(
    fc.property(pages, fc.nat(), fc.integer({ min: -3, max: 40 }), (list, n, to) => {
      const from = n % list.length;
      const page = list[from] ?? Number.NaN;
      const moved = movePage(list, from, to);
      expect(moved.indexOf(page)).toBe(Math.max(0, Math.min(list.length - 1, to)));
      expect(moved.filter((each) => each !== page)).toEqual(list.filter((each) => each !== page));
      expect(moved).toHaveLength(list.length);
    }),
  );
});

test('there is nothing to move outside the list', () => {
  expect(movePage([1, 2], 2, 0)).toEqual([1, 2]);
  expect(movePage([1, 2], -1, 0)).toEqual([1, 2]);
});

test('four turns to the right are none', () => {
  expect(turnRight(turnRight(turnRight(turnRight(90))))).toBe(90);
  expect([0, 90, 180, 270].map((turn) => turnRight(turnOf(turn)))).toEqual([90, 180, 270, 0]);
});

test('any angle comes to the nearest quarter', () => {
  expect([-90, 450, 719, 44, 46].map(turnOf)).toEqual([270, 90, 0, 0, 90]);
});

test('the cursor stays on a page while there is one', () => {
  fc.assert(
    fc.property(pages, fc.nat(), (list, n) => {
      const at = n % list.length;
      const rest = withoutPage(list, at);
      const cursor = cursorAfterRemoval(at, list.length);
      expect(cursor).toBe(Math.max(0, Math.min(at, rest.length - 1)));
    }),
  );
});
