import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atStart, CODE_LENGTH, CODE_LETTERS, kioskAfter, type Kiosk, type KioskAct } from './state.ts';

const ticket = {
  number: 'B027',
  series: 'B',
  ahead: 3,
  wait: { from: 10, to: 15 },
  booked: null,
  printed: true,
  url: null,
};
const after = (acts: readonly KioskAct[], from: Kiosk = atStart): Kiosk => acts.reduce(kioskAfter, from);

const acts = fc.oneof<fc.Arbitrary<KioskAct>[]>(
  fc.constantFrom<KioskAct>(
    { kind: 'open', step: 'priority' },
    { kind: 'open', step: 'code' },
    { kind: 'open', step: 'rate' },
    { kind: 'rateFor', ticket: { ticket: '01900000-0000-7000-8000-000000000000', number: 'B026' } },
    { kind: 'rated' },
    { kind: 'language' },
    { kind: 'low' },
    { kind: 'black' },
    { kind: 'priority', id: 'elderly' },
    { kind: 'card', text: '087196004218|…' },
    { kind: 'slip', code: 'QL 7K2M-41QF', gives: 'papers' },
    { kind: 'badScan' },
    { kind: 'erase' },
    { kind: 'take' },
    { kind: 'taken', ticket },
  ),
  fc.string({ maxLength: 1 }).map((letter): KioskAct => ({ kind: 'letter', letter })),
);

test('whatever one citizen did, the next one finds the start as it was', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 30 }), (done) => {
      expect(after([...done, { kind: 'home' }])).toBe(atStart);
    }),
  );
});

test('a card is kept no longer than until its number is taken', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 30 }), (done) => {
      const kiosk = after(done);
      expect(kiosk.step === 'done' && kiosk.card !== null).toBe(false);
      expect(kiosk.typed.length).toBeLessThanOrEqual(CODE_LENGTH);
      for (const letter of kiosk.typed) expect(CODE_LETTERS).toContain(letter);
    }),
  );
});

test('a second touch, and a scan while the number is on its way, change nothing', () => {
  const on = after([{ kind: 'take' }]);
  expect(kioskAfter(on, { kind: 'take' })).toBe(on);
  expect(kioskAfter(on, { kind: 'card', text: 'x' })).toBe(on);
});

test('choosing a class or scanning leads back to the fields with what was chosen', () => {
  const kiosk = after([
    { kind: 'open', step: 'priority' },
    { kind: 'priority', id: 'elderly' },
    { kind: 'slip', code: 'QL 7K2M-41QF', gives: 'papers' },
  ]);
  expect(kiosk).toMatchObject({ step: 'start', priority: 'elderly', slip: 'QL 7K2M-41QF', scan: 'slip' });
});

test('a mistyped code is said until it is put right; what was scanned before still holds', () => {
  const typed = 'QL7K2M41'.split('').map((letter): KioskAct => ({ kind: 'letter', letter }));
  const bad = after([{ kind: 'card', text: 'x' }, { kind: 'open', step: 'code' }, ...typed, { kind: 'badScan' }]);
  expect(bad).toMatchObject({ step: 'code', scan: 'bad' });
  expect(kioskAfter(bad, { kind: 'erase' })).toMatchObject({ step: 'code', scan: 'card' });
  expect(kioskAfter(bad, { kind: 'open', step: 'start' })).toMatchObject({ step: 'start', scan: 'card', typed: '' });
  expect(after([{ kind: 'badScan' }, { kind: 'open', step: 'code' }])).toMatchObject({ step: 'code', scan: 'none' });
});
