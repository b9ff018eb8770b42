import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleHost, exampleRules, nobodyCame, plain, DAY, type Host } from './example.ts';
import { estimateWait } from './estimate.ts';
import { NO_PACE, paceAfter, UNKNOWN } from './pace.ts';
import { NO_BOUND, type HallSettings } from './rules.ts';
import type { NewTicket } from './commands.ts';

/** The calling rule and the wait on a ticket. */

function opened(series: readonly string[] = ['A']): Host {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series }, '07:00');
  return host;
}
const take = (host: Host, ticket: string, time: string, over: Partial<NewTicket> = {}): unknown =>
  host.does({ kind: 'issue', ...plain, ...over, ticket }, time);
const next = (host: Host, time: string, counter = 'q1') => {
  host.does({ kind: 'callNext', counter }, time);
  const serving = host.view().tickets.find(({ state, counter: at }) => state === 'called' && at === counter);
  return { id: serving?.id ?? null, why: serving?.calls.at(-1)?.why };
};

test('a priority class goes first while nobody comes near the limit for it', () => {
  const host = opened();
  take(host, 'plain', '07:30');
  take(host, 'old', '07:32', { priority: 'elderly' });
  const why = { kind: 'priority', class: 'elderly', waited: 60, overtaken: 1 };
  expect(next(host, '07:33')).toEqual({ id: 'old', why });
  expect(next(host, '07:39')).toEqual({ id: 'plain', why: { kind: 'first', waited: 540 } });
});

test('who has nearly reached the limit goes before a priority class, and it is said why', () => {
  const host = opened();
  take(host, 'plain', '07:30');
  take(host, 'old', '07:54', { priority: 'elderly' });
  expect(next(host, '07:55')).toEqual({ id: 'plain', why: { kind: 'limit', waited: 1500, left: 300, overtaken: 0 } });
});

test('a booked time goes first once it has come, not before; too late it is a ticket like any other', () => {
  const host = opened();
  take(host, 'booked', '07:40', { lane: 'booked', bookedFor: `${DAY}T08:00:00` });
  take(host, 'plain', '07:50');
  expect(next(host, '07:51').id).toBe('plain');
  expect(next(host, '07:54').id).toBeNull();
  take(host, 'other', '07:55');
  expect(next(host, '07:56')).toMatchObject({ id: 'booked', why: { kind: 'booked', waited: 0 } });
  take(host, 'late', '08:20', { lane: 'booked', bookedFor: `${DAY}T08:00:00` });
  expect(next(host, '08:21').id).toBe('other');
});

test('back with the missing paper: no fresh wait', () => {
  const host = opened();
  take(host, 'plain', '07:30');
  take(host, 'back', '07:31', { lane: 'return', dossierId: 'hs-1' });
  expect(next(host, '07:32')).toMatchObject({ id: 'back', why: { kind: 'return', waited: 60, overtaken: 1 } });
});

/** The example's rules with another way of mixing the lanes in, and a limit that nobody comes near. */
function mixing(settings: Partial<HallSettings>): Host {
  const host = exampleHost('d1', {
    ...exampleRules,
    settings: { ...exampleRules.settings, limitMinutes: 240, ...settings },
  });
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00');
  return host;
}

test.each([
  [1, ['old-1', 'plain-1', 'old-2', 'plain-2', 'old-3', 'plain-3']],
  [2, ['old-1', 'old-2', 'plain-1', 'old-3', 'plain-2', 'plain-3']],
  [NO_BOUND, ['old-1', 'old-2', 'old-3', 'plain-1', 'plain-2', 'plain-3']],
])('of a priority class %i in a row go first, then whoever is longest in line', (priorityInARow, order) => {
  const host = mixing({ priorityInARow });
  for (const n of [1, 2, 3]) take(host, `plain-${n}`, `07:3${n}`);
  for (const n of [1, 2, 3]) take(host, `old-${n}`, `07:3${n + 3}`, { priority: 'elderly' });
  const called = order.map((_, at) => next(host, `07:${37 + at}`).id);
  expect(called).toEqual(order);
});

test('a lane whose number is nothing stands in line like anybody; the others go first as before', () => {
  const host = mixing({ returnInARow: 0, bookedInARow: 0 });
  take(host, 'plain', '07:30');
  take(host, 'back', '07:31', { lane: 'return', dossierId: 'hs-1' });
  take(host, 'booked', '07:32', { lane: 'booked', bookedFor: `${DAY}T07:33:00` });
  take(host, 'old', '07:33', { priority: 'elderly' });
  const called = [34, 35, 36, 37].map((minute) => next(host, `07:${minute}`));
  expect(called.map(({ id }) => id)).toEqual(['old', 'plain', 'back', 'booked']);
  expect(called[2]?.why).toMatchObject({ kind: 'first' });
});

test('put back, a ticket has no claim any more', () => {
  const host = opened();
  take(host, 'old', '07:30', { priority: 'elderly' });
  take(host, 'plain', '07:31');
  expect(next(host, '07:32').id).toBe('old');
  nobodyCame(host, 'q1', 'old', '07:34');
  expect(next(host, '07:35').id).toBe('plain');
});

test('who does not know the series is called by any counter', () => {
  const host = opened(['C']);
  take(host, 'lost', '07:30', { series: 'H' });
  expect(next(host, '07:31').id).toBe('lost');
});

const arrivals = fc.array(
  fc.record({
    series: fc.constantFrom('A', 'B', 'C', 'H'),
    priority: fc.constantFrom(null, null, 'elderly'),
    gap: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 1, maxLength: 25 },
);

test('a counter is never left without a ticket it may call, calls only those, and without claims calls one series in turn', () => {
  fc.assert(
    fc.property(arrivals, fc.subarray(['A', 'B', 'C'], { minLength: 1 }), (people, series) => {
      const host = opened(series);
      let minute = 0;
      people.forEach(({ gap, ...over }, i) => {
        minute += gap;
        take(host, `t${i}`, at(minute), over);
      });
      const mine = people.filter((each) => series.includes(each.series) || each.series === 'H').length;
      const called: number[] = [];
      for (let n = 0; n < mine; n++) {
        const { id } = next(host, at(minute + 5 * (n + 1)));
        called.push(Number(id?.slice(1) ?? -1));
      }
      expect(
        called.every((i) => i >= 0 && (series.includes(people[i]?.series ?? '') || people[i]?.series === 'H')),
      ).toBe(true);
      expect(new Set(called).size).toBe(mine);
      expect(next(host, at(minute + 5 * mine + 5)).id).toBeNull();
      for (const letter of ['A', 'B', 'C', 'H']) {
        const own = called.filter((i) => people[i]?.series === letter && people[i]?.priority === null);
        expect(own).toEqual(own.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});

const at = (minute: number): string =>
  `${String(7 + Math.floor((minute + 1) / 60)).padStart(2, '0')}:${String((minute + 1) % 60).padStart(2, '0')}`;

test('the wait told grows with the line, is nothing at a free counter, and unknown where nobody serves the series', () => {
  const host = opened(['A', 'B']);
  const told = (series: string, time: string) =>
    estimateWait(host.view(), exampleRules, { series, lane: 'ordinary', priority: null }, NO_PACE, `${DAY}T${time}:00`);
  expect(told('A', '07:30')).toEqual({ ahead: 0, low: 0, likely: 0, high: 0 });
  expect(told('C', '07:30')).toMatchObject({ ahead: 0, low: UNKNOWN, high: UNKNOWN });
  take(host, 'first', '07:30');
  next(host, '07:30');
  let before = told('A', '07:30');
  for (let n = 0; n < 6; n++) {
    take(host, `t${n}`, '07:30');
    const now = told('A', '07:30');
    expect(now).toMatchObject({ ahead: n + 1 });
    expect(now.likely).toBeGreaterThan(before.likely);
    expect([now.low <= now.likely, now.likely <= now.high]).toEqual([true, true]);
    before = now;
  }
  // Six minutes each: the seventh waits about half an hour, and a second counter nearly halves it.
  expect(before.likely / 60).toBeGreaterThan(25);
  expect(before.likely / 60).toBeLessThan(50);
  host.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['A'] }, '07:30');
  expect(told('A', '07:30').likely).toBeLessThan(before.likely * 0.65);
  expect(told('A', '07:30')).toEqual(told('A', '07:30'));
});

test('whoever the same counter calls first is ahead, whatever their series; whoever only others call is not', () => {
  const host = opened(['A', 'B']);
  host.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['C'] }, '07:30');
  const ahead = (series: string, priority: string | null = null) =>
    estimateWait(host.view(), exampleRules, { series, lane: 'ordinary', priority }, NO_PACE, `${DAY}T07:31:00`).ahead;
  for (let n = 0; n < 3; n++) take(host, `a${n}`, '07:30');
  for (let n = 0; n < 2; n++) take(host, `c${n}`, '07:30', { series: 'C' });
  expect([ahead('A'), ahead('B'), ahead('C')]).toEqual([3, 3, 2]);
  // Goes before all who have no claim.
  expect(ahead('B', 'elderly')).toBe(0);
  // The counter of A and B calls those who do not know as well.
  take(host, 'h', '07:30', { series: 'H' });
  expect(ahead('B')).toBe(4);
});

test('ranges that prove too narrow are made wider, and past days tell the speed of an hour', () => {
  const host = opened(['A']);
  take(host, 'first', '07:30');
  next(host, '07:30');
  const told = { ahead: 1, low: 60, likely: 90, high: 120 };
  for (let n = 0; n < 8; n++) take(host, `t${n}`, '07:30', { told });
  for (let n = 0; n < 8; n++) next(host, `08:${String(n * 7).padStart(2, '0')}`);
  const pace = paceAfter(NO_PACE, host.view(), exampleRules);
  expect(pace.widening.plain.high).toBeGreaterThan(NO_PACE.widening.plain.high + 0.2);
  expect(pace.widening.plain.low).toBeLessThan(NO_PACE.widening.plain.low);
  expect(pace.widening.claim).toEqual(NO_PACE.widening.claim);
  expect(pace.rows).toContainEqual({
    series: 'A',
    hour: 8,
    served: 7,
    sum: 7 * 420,
    squares: 7 * 420 * 420,
    came: 0,
    claims: 0,
  });
  expect(pace.rows.find(({ hour }) => hour === 7)).toMatchObject({ came: 9, served: 1 });
});
