import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochMs, localDateTime } from '../calendar/civil-date.ts';
import { atCounter } from './at-counter.ts';
import { callableFrom, isBookedLater } from './booking.ts';
import { DAY, exampleHost, exampleRules, plain, type Host } from './example.ts';
import { inLine } from './line.ts';

const at = (time: string): string => `${DAY}T${time}:00`;
const { bookedEarlyMinutes } = exampleRules.settings;

function hall(): Host {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:01');
  return host;
}

test('booked for later, a ticket stands beside the line until its time has come, and goes first then', () => {
  const host = hall();
  const booked = { ...plain, lane: 'booked', source: 'booking', bookedFor: at('09:00') } as const;
  host.does({ kind: 'issue', ...booked, ticket: 't1' }, '08:00');
  host.does({ kind: 'issue', ...plain, ticket: 't2' }, '08:50');
  host.does({ kind: 'issue', ...booked, bookedFor: at('08:30'), ticket: 't3' }, '08:01');
  const before = atCounter(host.view(), exampleRules, 'q1', at('08:20'));
  expect(before.later.map(({ id }) => id)).toEqual(['t3', 't1']);
  expect(before.mine.map(({ ticket }) => ticket.id)).toEqual(['t2']);
  host.does({ kind: 'call', counter: 'q1', ticket: 't3' }, '08:30');
  const then = atCounter(host.view(), exampleRules, 'q1', at('08:55'));
  expect(then.later).toEqual([]);
  expect(then.next).toBe('t1');
});

test('a time of another day, or none, is not booked', () => {
  const host = hall();
  const refused = (bookedFor: string | null): boolean => {
    const decision = host.ask({ kind: 'issue', ...plain, lane: 'booked', bookedFor, ticket: 't1' }, '08:00');
    return !decision.ok && decision.code === 'HC-15';
  };
  expect([null, '2026-11-24T09:00:00', '2026-11-22T09:00:00'].map(refused)).toEqual([true, true, true]);
  expect([at('08:00'), at('16:30')].map(refused)).toEqual([false, false]);
});

test('whatever time is booked: it stands in line from its first minute on', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(minute, minute, (booking, now_) => {
      const midnight = epochMs(`${DAY}T00:00:00`);
      const [bookedFor, now] = [booking, now_].map((n) => localDateTime(midnight + n * 60_000));
      if (bookedFor === undefined || now === undefined) return;
      const isLater = isBookedLater({ bookedFor }, exampleRules, now);
      expect(isLater).toBe(booking - now_ > bookedEarlyMinutes);
      expect(isLater).toBe(now < callableFrom(bookedFor, exampleRules));
      const host = hall();
      host.does({ kind: 'issue', ...plain, ticket: 't1' }, '07:10');
      const ticket = { ...host.ticket('t1'), lane: 'booked' as const, bookedFor };
      expect(inLine(ticket, exampleRules, now) === null).toBe(isLater);
    }),
  );
});
