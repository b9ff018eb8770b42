import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHUNK, chunkAfter, nextToSend, restAfter, type ChunkEnd, type Sendable } from './sending.ts';

const anyEnd: fc.Arbitrary<ChunkEnd> = fc.oneof(
  fc.nat(120_000).map((ms) => ({ kind: 'through' as const, ms })),
  fc.constant({ kind: 'lost' as const }),
  fc.constant({ kind: 'tooLarge' as const }),
);

test('whatever becomes of chunks, the next is between the least and the most, and a loss never makes it larger', () => {
  fc.assert(
    fc.property(fc.array(anyEnd, { maxLength: 60 }), (ends) => {
      let size: number = CHUNK.usual;
      for (const end of ends) {
        const next = chunkAfter(size, end);
        expect(next).toBeGreaterThanOrEqual(CHUNK.least);
        expect(next).toBeLessThanOrEqual(CHUNK.most);
        expect(Number.isInteger(next)).toBe(true);
        expect(next <= size || end.kind === 'through').toBe(true);
        size = next;
      }
    }),
  );
});

test('a line that carries a given number of bytes in one piece is found, and used well', () => {
  fc.assert(
    fc.property(fc.integer({ min: CHUNK.least, max: 8_000_000 }), (carries) => {
      let size: number = CHUNK.usual;
      let lost = 0;
      let sent = 0;
      for (let n = 0; n < 200; n += 1) {
        if (size <= carries) sent += size;
        else lost += 1;
        size = chunkAfter(size, size <= carries ? { kind: 'through', ms: 500 } : { kind: 'lost' });
      }
      expect(lost).toBeLessThanOrEqual(104);
      expect(sent).toBeGreaterThanOrEqual(90 * Math.min(CHUNK.most, carries / 2));
    }),
  );
});

const anyFile: fc.Arbitrary<Sendable> = fc.record({
  hash: fc.uuid(),
  left: fc.integer({ min: 1, max: 40_000_000 }),
  since: fc.nat(10_000_000),
  failures: fc.nat(3),
});
const anyFiles = fc.uniqueArray(anyFile, { minLength: 1, maxLength: 12, selector: ({ hash }) => hash });

test('one is always chosen, whatever their order, and none that fails more than another', () => {
  fc.assert(
    fc.property(anyFiles, fc.nat(20_000_000), (files, now) => {
      const chosen = nextToSend(files, now);
      expect(chosen).toEqual(nextToSend([...files].reverse(), now));
      expect(chosen?.failures).toBe(Math.min(...files.map(({ failures }) => failures)));
    }),
  );
  expect(nextToSend([], 0)).toBeNull();
});

test('every file gets there though smaller ones keep coming and one fails for ever (S9)', () => {
  fc.assert(
    fc.property(anyFiles, (files) => {
      let waiting: Sendable[] = files.map((file) => ({ ...file, failures: 0 }));
      const poison = waiting[0]?.hash;
      const wanted = new Set(waiting.map(({ hash }) => hash).filter((hash) => hash !== poison));
      // A minute a chunk, a new small file every minute for the first hour and more.
      for (let minute = 0; minute < 2000 && wanted.size > 0; minute += 1) {
        const now = 20_000_000 + minute * 60_000;
        if (minute < 90) waiting.push({ hash: `small ${minute}`, left: 10, since: now, failures: 0 });
        const chosen = nextToSend(waiting, now);
        if (chosen === null) break;
        waiting = waiting.filter((file) => file !== chosen);
        const left = chosen.left - CHUNK.most;
        if (chosen.hash === poison) waiting.push({ ...chosen, failures: chosen.failures + 1 });
        else if (left > 0) waiting.push({ ...chosen, left });
        else wanted.delete(chosen.hash);
      }
      expect([...wanted]).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('with a ceiling no more than it goes through in the long run; without one there is no rest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: CHUNK.most }), fc.nat(30_000)), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1000, max: 10_000_000 }),
      (chunks, ceiling) => {
        const bytes = chunks.reduce((sum, [length]) => sum + length, 0);
        const ms = chunks.reduce((sum, [length, took]) => sum + took + restAfter(length, took, ceiling), 0);
        expect((bytes * 1000) / ms).toBeLessThanOrEqual(ceiling);
        expect(chunks.every(([length, took]) => restAfter(length, took, 0) === 0)).toBe(true);
      },
    ),
  );
});
