import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atCounter } from './at-counter.ts';
import { chooseNext } from './choose.ts';
import { DAY, exampleHost, exampleRules, plain } from './example.ts';
import { counterOf } from './view.ts';

const now = `${DAY}T08:20:00`;

function host() {
  const it = exampleHost('device-1');
  it.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  it.does({ kind: 'openCounter', counter: 'c1', name: 'Quầy 1', series: ['A', 'B'] }, '07:01');
  it.does({ kind: 'openCounter', counter: 'c2', name: 'Quầy 2', series: ['C'] }, '07:01');
  return it;
}

test('a counter sees first whom it would call, then who it may call, and apart what only others call', () => {
  const it = host();
  it.does({ kind: 'issue', ...plain, ticket: 't1', series: 'C' }, '08:00');
  it.does({ kind: 'issue', ...plain, ticket: 't2', series: 'A' }, '08:01');
  it.does({ kind: 'issue', ...plain, ticket: 't3', series: 'B', priority: 'elderly' }, '08:05');
  const here = atCounter(it.view(), exampleRules, 'c1', `${DAY}T08:06:00`);
  expect(here.next).toBe('t3');
  expect(here.mine.map(({ ticket }) => ticket.id)).toEqual(['t3', 't2']);
  expect(here.others.map(({ ticket }) => ticket.id)).toEqual(['t1']);
});

test('a counter that is closed, away or was never opened calls nobody', () => {
  const it = host();
  it.does({ kind: 'issue', ...plain, ticket: 't1', series: 'A' }, '08:00');
  expect(atCounter(it.view(), exampleRules, 'c9', now)).toMatchObject({ counter: null, next: null, mine: [] });
  it.does({ kind: 'away', counter: 'c1', reason: 'họp', until: null }, '08:01');
  const away = atCounter(it.view(), exampleRules, 'c1', now);
  expect(away.next).toBeNull();
  expect(away.mine).toHaveLength(1);
  it.does({ kind: 'closeCounter', counter: 'c1' }, '08:02');
  expect(atCounter(it.view(), exampleRules, 'c1', now).others).toHaveLength(1);
});

test('nobody who waits is missing, nobody stands twice, and the first is the one that would be called', () => {
  const ticket = fc.record({
    series: fc.constantFrom('A', 'B', 'C', 'H'),
    priority: fc.constantFrom(null, 'elderly'),
    minute: fc.integer({ min: 10, max: 19 }),
  });
  fc.assert(
    fc.property(fc.array(ticket, { maxLength: 20 }), (tickets) => {
      const it = host();
      const inTime = tickets.toSorted((a, b) => a.minute - b.minute);
      inTime.forEach(({ series, priority, minute }, n) =>
        it.does({ kind: 'issue', ...plain, ticket: `t${n}`, series, priority }, `08:${minute}`),
      );
      const view = it.view();
      const here = atCounter(view, exampleRules, 'c1', now);
      const shown = [...here.mine, ...here.others].map((each) => each.ticket.id);
      expect(shown.toSorted()).toEqual(view.tickets.map(({ id }) => id).toSorted());
      const counter = counterOf(view, 'c1');
      expect(counter).not.toBeNull();
      if (counter === null) return;
      const chosen = chooseNext(view, exampleRules, counter, now)?.ticket.id;
      expect(here.mine[0]?.ticket.id).toBe(chosen);
    }),
  );
});
