import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { virtualClock } from '../../../tests/harness/virtual-clock.ts';
import type { PhoneSide, PhoneTicket } from './side.ts';
import { createWatch } from './watch.ts';

const waiting: PhoneTicket = {
  id: 't1',
  number: 'A012',
  series: 'A',
  stands: 'waiting',
  gone: null,
  counter: null,
  calledAt: null,
  missed: 0,
  field: { vi: 'Chứng thực', en: 'Certification' },
  ahead: 2,
  wait: { from: 5, to: 15 },
  token: 'x',
};

function phone() {
  const now: { live: boolean; asOf: string; ticket: PhoneTicket | null } = {
    live: true,
    asOf: '2026-11-23T09:10:00',
    ticket: waiting,
  };
  const side: PhoneSide = {
    office: 'Trung tâm',
    isLive: () => now.live,
    isOpen: () => true,
    asOf: () => now.asOf,
    series: () => [],
    priorities: () => [],
    calls: () => 3,
    mayOpen: () => true,
    ticket: () => now.ticket,
    ofPhone: () => [],
    isFull: () => false,
    take: () => Promise.resolve('x'),
    newPhone: () => 'p',
    others: () => [],
  };
  const clock = virtualClock(0);
  const watch = createWatch(side, clock);
  const to = new ServerResponse(new IncomingMessage(new Socket()));
  const said: string[] = [];
  to.write = (text: unknown) => {
    said.push(String(text));
    return true;
  };
  watch.add(to, 'x', 'vi');
  const last = (): unknown => JSON.parse(said.at(-1)?.replace(/^data: /, '') ?? '');
  return { now, clock, watch, last };
}

test('a ticket of another day is told to be no longer good, and nothing of its line is left on the page', () => {
  const { now, clock, watch, last } = phone();
  clock.advance(100);
  expect(last()).toMatchObject({ live: true, stands: 'waiting', texts: { number: 'A012', ahead: '2 người' } });
  now.ticket = null;
  watch.changed();
  clock.advance(100);
  expect(last()).toMatchObject({ live: true, stands: 'gone', texts: { ahead: '', wait: '' } });
});

test('while no host is heard nothing of the ticket is told, and the moment stays the one it was lost at', () => {
  const { now, clock, last } = phone();
  clock.advance(100);
  now.live = false;
  now.ticket = null;
  clock.advance(5_000);
  expect(last()).toEqual({ live: false, at: '9:10' });
});
