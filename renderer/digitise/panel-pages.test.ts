import { expect, test } from 'vitest';
import { dealtWith, leftOver, refsOf, shownTurn, type Brought, type PanelPage } from './panel-pages.ts';

const page = (from: string, n: number, over: Partial<PanelPage> = {}): PanelPage => ({
  key: `${from} ${n}`,
  fileId: from,
  page: n,
  base: 0,
  turn: 0,
  picture: null,
  from,
  ...over,
});
const scan: Brought = { fileId: 's', pages: 2, scanner: true, made: ['s1', 's2'] };
const photo: Brought = { fileId: 'p', pages: 1, scanner: false, made: [] };

test('a page stands as its file and the officer turned it; only the officer’s part goes into the paper', () => {
  const turned = page('s', 1, { base: 270, turn: 180 });
  expect(shownTurn(turned)).toBe(90);
  expect(refsOf([turned])).toEqual([{ fileId: 's', page: 1, turn: 180 }]);
});

test('all that was brought in is dealt with once it is kept', () => {
  expect(dealtWith([scan, photo], [page('p', 0), page('s', 1), page('s', 0)])).toEqual(['s1', 's2', 's', 'p']);
  // A photograph the officer threw out is not wanted either.
  expect(dealtWith([photo], [])).toEqual(['p']);
});

test('a scan of which a page was left out waits on for the next paper', () => {
  expect(dealtWith([scan], [page('s', 0)])).toEqual(['s1', 's2']);
});

test('closed with nothing kept, only the smaller pictures go', () => {
  expect(leftOver([scan, photo])).toEqual(['s1', 's2']);
});
