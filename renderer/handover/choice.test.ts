import { expect, test } from 'vitest';
import { folded, keyOf, rowsOf, standing, targetOf, type Day, type InRow, type OutRow } from './choice.ts';

const out = (over: Partial<OutRow>): OutRow => ({
  key: 'unit|x|A',
  place: 'A',
  purpose: 'processing',
  deadline: null,
  dossiers: 1,
  state: 'waiting',
  scanned: 0,
  batch: null,
  ...over,
});
const coming = (over: Partial<InRow>): InRow => ({
  id: 'b1',
  place: 'Quầy 3',
  number: 1,
  purpose: 'processing',
  givenAt: null,
  dossiers: 2,
  taken: 0,
  state: 'coming',
  acceptedAt: null,
  ...over,
});
const day = (over: Partial<Day>): Day => ({
  side: 'counter',
  notice: null,
  out: [],
  in: [],
  unheard: [],
  due: 0,
  ...over,
});

test('one stands at what is half done, then at what is due; a unit at what comes', () => {
  const both = day({ out: [out({}), out({ key: 'unit|x|B', state: 'scanning' })], in: [coming({})] });
  expect(standing(both, null)).toEqual({ side: 'out', key: 'unit|x|B' });
  expect(standing({ ...both, out: [out({})] }, null)).toEqual({ side: 'out', key: 'unit|x|A' });
  expect(standing({ ...both, side: 'unit', out: [out({})] }, null)).toEqual({ side: 'in', id: 'b1' });
  expect(standing(day({}), null)).toBeNull();
});

test('what was chosen stays while it is there, and a place named by hand before anything is in it', () => {
  const some = day({ out: [out({}), out({ key: 'unit|x|B#2026-11-25', state: 'later' })], in: [coming({})] });
  expect(standing(some, { side: 'in', id: 'b1' })).toEqual({ side: 'in', id: 'b1' });
  expect(standing(some, { side: 'in', id: 'gone' })).toEqual({ side: 'out', key: 'unit|x|A' });
  expect(standing(some, { side: 'out', key: 'unit|x|B' })).toEqual({ side: 'out', key: 'unit|x|B#2026-11-25' });
  expect(standing(some, { side: 'out', key: 'shop|y|' })).toEqual({ side: 'out', key: 'shop|y|' });
});

test('a closed batch is a line of its own, and no scan goes into it', () => {
  const batch = { id: 'b9', number: 9, at: '2026-11-23T10:00:00', signedAt: null };
  const closed = day({ out: [out({}), out({ state: 'given', batch })] });
  expect(rowsOf(closed).out.map((row) => row.key)).toEqual(['out unit|x|A', 'given b9']);
  expect(keyOf({ side: 'given', id: 'b9' })).toBe('given b9');
  expect(targetOf({ side: 'given', id: 'b9' })).toBeNull();
  expect(targetOf({ side: 'in', id: 'b1' })).toEqual({ side: 'in', id: 'b1' });
});

test('batches signed for in full give their room to the open one, unless one of them is looked at', () => {
  const batch = (n: number): NonNullable<OutRow['batch']> => ({
    id: `b${n}`,
    number: n,
    at: '2026-11-23T09:00:00',
    signedAt: '2026-11-23T09:10:00',
  });
  const signed = (n: number): OutRow => out({ key: `unit|x|S${n}`, state: 'signed', batch: batch(n) });
  const few = [...rowsOf(day({ out: [out({}), signed(1), signed(2)] })).out];
  expect(folded(few, null)).toEqual(few);
  const many = rowsOf(
    day({
      out: [
        out({}),
        signed(1),
        signed(2),
        out({ key: 'unit|x|C', state: 'short', batch: batch(9) }),
        signed(3),
        signed(4),
      ],
    }),
  ).out;
  expect(folded(many, null).map(({ row }) => row.state)).toEqual(['waiting', 'short']);
  expect(folded(many, { side: 'given', id: 'b3' }).map(({ key }) => key)).toContain('given b3');
});
