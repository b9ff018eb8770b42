import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, epochMs, localDateTime } from '../calendar/civil-date.ts';
import { DAY, exampleHost, exampleRules, nobodyCame, plain, type Host } from '../ticket/example.ts';
import { historyBy, type PastWait } from './history.ts';
import { nextHour } from './next-hour.ts';
import { officeNow } from './office-now.ts';
import { officeRow, provinceNow } from './province.ts';
import { spreadOf, waitOf } from './waits.ts';
import { breachAhead } from './ways-out.ts';

const at = (time: string): string => `${DAY}T${time}:00`;
const minutes = (n: number): number => n * 60;

function openHall(counters: Readonly<Record<string, readonly string[]>>): Host {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  for (const [counter, series] of Object.entries(counters))
    host.does({ kind: 'openCounter', counter, name: `Quầy ${counter}`, series }, '07:00');
  return host;
}

const take = (host: Host, ticket: string, time: string, more: Partial<typeof plain> = {}): void =>
  void host.does({ kind: 'issue', ...plain, ...more, ticket }, time);

test('open waits count, the last call ends a wait, a no-show begins anew when put back, what is left out is left out', () => {
  const host = openHall({ q1: ['A'] });
  take(host, 't1', '07:00');
  take(host, 't2', '07:10', { priority: 'elderly' });
  take(host, 't3', '07:20');
  host.does({ kind: 'call', counter: 'q1', ticket: 't1' }, '07:12');
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'hand', dossierId: null }, '07:20');
  host.does({ kind: 'call', counter: 'q1', ticket: 't2' }, '07:22');
  nobodyCame(host, 'q1', 't2', '07:25');
  const now = officeNow(host.view(), exampleRules, at('07:30'));
  expect(now).toMatchObject({ waiting: 2, served: 1, breached: 0, over: 0 });
  // t1 12′, t2 5′ from being put back at its end of the line, t3 10′.
  expect(now.longest).toMatchObject({ ticket: { id: 't3' }, seconds: minutes(10) });
  expect(now.today).toEqual({ median: minutes(10), p90: minutes(12) });
  expect(now.counters).toMatchObject([{ serving: null, since: at('07:20'), served: 1, mean: minutes(8) }]);
  expect(now.classes).toContainEqual({ priority: 'elderly', waiting: 1 });

  host.does({ kind: 'leaveOut', ticket: 't1', what: 'wait', reason: 'bấm nhầm' }, '07:31');
  expect(officeNow(host.view(), exampleRules, at('07:31')).today).toEqual({ median: minutes(6), p90: minutes(11) });
});

test('the next hour warns of the series that will pass the limit, and names a free counter as the way out', () => {
  const host = openHall({ q1: ['C'], q2: ['A'], q3: ['B'] });
  for (let n = 0; n < 8; n++) take(host, `c${n}`, `08:0${n}`, { series: 'C' });
  take(host, 'b1', '08:02', { series: 'B' });
  host.does({ kind: 'callNext', counter: 'q1' }, '08:08');
  host.does({ kind: 'callNext', counter: 'q3' }, '08:08');
  const view = host.view();
  const row = nextHour(view, exampleRules, at('08:10')).find(({ letter }) => letter === 'C');
  expect(row).toMatchObject({ coming: 8, done: 4, each: minutes(14) });
  const breach = breachAhead(view, exampleRules, officeNow(view, exampleRules, at('08:10')));
  // C002, taken 08:01, is called about 08:22; C003 about 08:36, four minutes past its limit at 08:32.
  expect(breach).toMatchObject({ letter: 'C', waiting: 7, open: 1, breachAt: at('08:32') });
  expect(breach?.ways[0]).toMatchObject({ kind: 'set', counter: 'q2', free: 0 });
  expect(breach?.ways.map(({ counter }) => counter)).toEqual(['q2', 'q3']);
  for (const way of breach?.ways ?? []) expect(way.longestThen).toBeLessThan(row?.longest ?? 0);

  const calm = openHall({ q1: ['A'] });
  take(calm, 'a1', '08:00');
  expect(breachAhead(calm.view(), exampleRules, officeNow(calm.view(), exampleRules, at('08:01')))).toBeNull();
});

test('who is past the limit already is told without a time', () => {
  const host = openHall({ q1: ['A'] });
  take(host, 'a1', '08:00');
  const now = officeNow(host.view(), exampleRules, at('08:31'));
  expect(now).toMatchObject({ over: 1, breached: 1 });
  expect(breachAhead(host.view(), exampleRules, now)).toMatchObject({ letter: 'A', breachAt: null });
});

test('the province: worst first, old figures last and in no sum, waits that go on by themselves', () => {
  const busy = openHall({ q1: ['A'] });
  take(busy, 'a1', '08:00');
  const near = openHall({ q1: ['A'] });
  take(near, 'a1', '08:08');
  const rules = exampleRules;
  const row = (host: Host, office: string) => ({ ...officeRow(host.view(), rules, at('08:10')), office });
  const rows = [
    { row: row(near, 'near'), heard: at('08:29') },
    { row: row(busy, 'busy'), heard: at('08:30') },
    { row: row(busy, 'lost'), heard: at('08:10') },
    { row: row(openHall({ q1: ['A'] }), 'calm'), heard: at('08:30') },
  ];
  const now = provinceNow(rows, at('08:31'), rules.alerts);
  expect(now.offices.map(({ row: { office }, standing, longest }) => [office, standing, longest])).toEqual([
    ['busy', 'over', minutes(31)],
    ['near', 'near', minutes(23)],
    ['calm', 'calm', null],
    ['lost', 'stale', minutes(10)],
  ]);
  expect(now).toMatchObject({ waiting: 2, over: 1, near: 1, counted: 3, stale: 1 });
  expect(now.today).toEqual({ median: minutes(23), p90: minutes(31) });
});

test('an office within a wide limit of its own is never worse than one beyond a narrow one', () => {
  const host = openHall({ q1: ['A'] });
  take(host, 'a1', '08:00');
  const row = officeRow(host.view(), exampleRules, at('08:25'));
  const rows = [
    { row: { ...row, office: 'wide', limit: 3600 }, heard: at('08:25') },
    { row: { ...row, office: 'narrow', limit: 900, since: [at('08:05')] }, heard: at('08:25') },
    { row: { ...row, office: 'middle', limit: 1800, since: [at('08:03')] }, heard: at('08:25') },
  ];
  const { offices } = provinceNow(rows, at('08:25'), exampleRules.alerts);
  expect(offices.map((each) => [each.row.office, each.standing])).toEqual([
    ['narrow', 'over'],
    ['middle', 'near'],
    ['wide', 'calm'],
  ]);
});

test('a number that was over and is called again waited until the call before', () => {
  const host = openHall({ q1: ['A'] });
  take(host, 'a1', '08:00');
  host.does({ kind: 'call', counter: 'q1', ticket: 'a1' }, '08:10');
  host.does({ kind: 'end', counter: 'q1', ticket: 'a1', by: 'hand', dossierId: null }, '08:20');
  host.does({ kind: 'call', counter: 'q1', ticket: 'a1' }, '10:00');
  const [ticket] = host.view().tickets;
  expect(ticket?.calls.map(({ revives }) => revives)).toEqual([false, true]);
  expect(ticket === undefined ? null : waitOf(ticket, exampleRules, at('10:05'))?.seconds).toBe(minutes(10));
});

test('the trend of the day tells the longest wait anybody had reached in each half hour', () => {
  const host = openHall({ q1: ['A'] });
  take(host, 'a1', '07:05');
  take(host, 'a2', '07:40');
  host.does({ kind: 'call', counter: 'q1', ticket: 'a1' }, '07:35');
  expect(officeRow(host.view(), exampleRules, at('08:20')).trend).toEqual([
    { from: at('07:00'), longest: minutes(25) },
    { from: at('07:30'), longest: minutes(30) },
    { from: at('08:00'), longest: minutes(40) },
  ]);
});

test('of a day that is over no wait depends on when it is looked at, and who was not called has none', () => {
  const host = openHall({ q1: ['A'] });
  take(host, 'called', '08:00');
  take(host, 'served', '08:01');
  take(host, 'held', '08:02');
  take(host, 'waiting', '16:50');
  host.does({ kind: 'call', counter: 'q1', ticket: 'held' }, '08:03');
  host.does({ kind: 'hold', counter: 'q1', ticket: 'held', reason: 'điền tờ khai' }, '08:04');
  host.does({ kind: 'call', counter: 'q1', ticket: 'served' }, '08:05');
  host.does({ kind: 'call', counter: 'q1', ticket: 'called' }, '08:06');
  const seconds = (now: string): Record<string, number | null> =>
    Object.fromEntries(
      host.view().tickets.map((ticket) => [ticket.id, waitOf(ticket, exampleRules, now)?.seconds ?? null]),
    );
  expect(seconds(`${DAY}T23:59:59`)['waiting']).toBe(25_799);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 86_399 }), (days, second) => {
      const later = localDateTime(epochMs(`${addDays(DAY, days)}T00:00:00`) + second * 1000);
      // Nobody closed this day: it is counted as if somebody had.
      expect(seconds(later)).toEqual({ called: minutes(6), served: minutes(4), held: null, waiting: null });
    }),
  );
  host.does({ kind: 'closeHall' }, '17:00');
  expect(seconds(`${DAY}T17:01:00`)).toMatchObject({
    called: minutes(6),
    served: minutes(4),
    held: null,
    waiting: null,
  });
});

test('median and nine in ten are waits that somebody had, and bound as many people as they say', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(7200), { minLength: 1, maxLength: 60 }), (seconds) => {
      const spread = spreadOf(seconds);
      if (spread === null) throw new Error('no spread');
      expect(seconds).toContain(spread.median);
      expect(seconds).toContain(spread.p90);
      const within = (most: number): number => seconds.filter((each) => each <= most).length / seconds.length;
      expect(within(spread.median)).toBeGreaterThanOrEqual(0.5);
      expect(within(spread.p90)).toBeGreaterThanOrEqual(0.9);
    }),
  );
  expect(spreadOf([])).toBeNull();
});

test('every ticket of the history stands in exactly one row of each part', () => {
  const wait = fc.record({
    ticket: fc.uuid(),
    text: fc.constant('A001'),
    series: fc.constantFrom('A', 'B', 'C'),
    procedure: fc.option(fc.constantFrom('1.001', '2.002')),
    issuedAt: fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 7, max: 16 }))
      .map(([day, hour]) => `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:15:00`),
    wait: fc.option(fc.nat(7200)),
    service: fc.option(fc.nat(3600)),
    limit: fc.constantFrom(900, 1800),
  });
  fc.assert(
    fc.property(
      fc.array(wait, { maxLength: 50 }),
      fc.constantFrom('hour' as const, 'weekday' as const, 'series' as const, 'procedure' as const),
      (waits: PastWait[], part) => {
        const rows = historyBy(part, waits);
        expect(rows.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(waits.length);
        expect(rows.reduce((sum, { breached }) => sum + breached, 0)).toBe(
          waits.filter((each) => (each.wait ?? 0) > each.limit).length,
        );
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      },
    ),
  );
});
