import { expect, test } from 'vitest';
import { decideTime } from './decide-time.ts';
import { DAY, exampleHost, plain, type Host } from './example.ts';
import { foldTicket, type KnownTicketEvent } from './ticket.ts';

/** What a supervisor asks of counters and tickets. */

function opened(): Host {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['B'] }, '07:00');
  return host;
}

test('an officer on a break is asked to come, a counter nobody opened too; opening it is the answer', () => {
  const host = opened();
  expect(host.does({ kind: 'askCome', counter: 'q1' }, '08:00')).toEqual([]);
  host.does({ kind: 'away', counter: 'q1', reason: 'họp', until: null }, '09:00');
  host.does({ kind: 'askCome', counter: 'q1' }, '09:05', 'phuoc');
  host.does({ kind: 'askCome', counter: 'q9' }, '09:06', 'phuoc');
  expect(host.view().comeAsked).toEqual([
    { counter: 'q1', at: `${DAY}T09:05:00` },
    { counter: 'q9', at: `${DAY}T09:06:00` },
  ]);
  // Nobody sits at a counter that was only asked for.
  expect(host.view().counters.map(({ id, state }) => [id, state])).toEqual([
    ['q1', 'away'],
    ['q2', 'open'],
  ]);
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '09:10');
  expect(host.view().comeAsked.map(({ counter }) => counter)).toEqual(['q9']);
  // Asked again it stands there once, with the newer time.
  host.does({ kind: 'askCome', counter: 'q9' }, '09:20');
  expect(host.view().comeAsked).toEqual([{ counter: 'q9', at: `${DAY}T09:20:00` }]);
});

test('the first so many of a series go to a counter at once, in their order; what is kept for another stays', () => {
  const host = opened();
  for (const [n, time] of ['07:10', '07:11', '07:12', '07:13'].entries())
    host.does({ kind: 'issue', ...plain, ticket: `t${n + 1}` }, time);
  host.does({ kind: 'move', ticket: 't1', series: null, counter: 'q1', reason: 'hẹn' }, '07:14');
  const move = { kind: 'moveFirst', series: 'A', count: 2, counter: 'q2', reason: 'quầy 1 đông' } as const;
  expect(host.does(move, '07:20').map((write) => write.aggregate === 'ticket' && write.id)).toEqual(['t2', 't3']);
  expect(host.view().tickets.map(({ id, counter }) => [id, counter])).toEqual([
    ['t1', 'q1'],
    ['t2', 'q2'],
    ['t3', 'q2'],
    ['t4', null],
  ]);
  const code = (command: Parameters<Host['ask']>[0]): string | null => {
    const decision = host.ask(command, '07:30');
    return decision.ok ? null : decision.code;
  };
  expect(code({ ...move, reason: ' ' })).toBe('HC-12');
  expect(code({ ...move, series: 'Z' })).toBe('HC-09');
  expect(code({ ...move, counter: 'q9' })).toBe('HC-04');
  host.does({ kind: 'closeCounter', counter: 'q2' }, '07:31');
  expect(code(move)).toBe('HC-04');
});

test('named tickets go to a counter or a field at once, who was called meanwhile stays; to neither they are anybody’s again', () => {
  const host = opened();
  for (const [n, time] of ['07:10', '07:11', '07:12', '07:13'].entries())
    host.does({ kind: 'issue', ...plain, ticket: `t${n + 1}` }, time);
  host.does({ kind: 'callNext', counter: 'q1' }, '07:15');
  const move = { kind: 'moveNamed', series: null, counter: 'q2', reason: 'quầy 1 đông' } as const;
  const moved = (tickets: readonly string[], more: { series?: string; counter?: null } = {}) =>
    host.does({ ...move, tickets, ...more }, '07:20').map((write) => write.aggregate === 'ticket' && write.id);
  const stand = () => host.view().tickets.map(({ id, series, counter }) => [id, series, counter]);
  expect(moved(['t4', 't1', 't2'])).toEqual(['t2', 't4']);
  expect(stand()).toEqual([
    ['t1', 'A', 'q1'],
    ['t2', 'A', 'q2'],
    ['t3', 'A', null],
    ['t4', 'A', 'q2'],
  ]);
  // There already: nothing is written of it.
  expect(moved(['t2', 't3'])).toEqual(['t3']);
  expect(moved(['t2', 't4'], { counter: null })).toEqual(['t2', 't4']);
  expect(moved(['t2', 't3'], { series: 'C', counter: null })).toEqual(['t2', 't3']);
  expect(stand().slice(1)).toEqual([
    ['t2', 'C', null],
    ['t3', 'C', null],
    ['t4', 'A', null],
  ]);
  // Their place is the one they had.
  expect(host.ticket('t2').queuedAt).toBe(`${DAY}T07:11:00`);
  const code = (command: Parameters<Host['ask']>[0]): string | null => {
    const decision = host.ask(command, '07:30');
    return decision.ok ? null : decision.code;
  };
  expect(code({ ...move, tickets: ['t1'] })).toBe('HC-10');
  expect(code({ ...move, tickets: ['t9'] })).toBe('HC-05');
  expect(code({ ...move, tickets: ['t2'], reason: ' ' })).toBe('HC-12');
  expect(code({ ...move, tickets: ['t2'], series: 'Z' })).toBe('HC-09');
  expect(code({ ...move, tickets: ['t2'], counter: 'q9' })).toBe('HC-04');
  host.does({ kind: 'closeCounter', counter: 'q2' }, '07:31');
  expect(code({ ...move, tickets: ['t2'] })).toBe('HC-04');
});

test('a time left out counts again by a later event, and the order in which both are heard makes no difference', () => {
  const host = opened();
  host.does({ kind: 'issue', ...plain, ticket: 't1' }, '07:10');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:20');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:50');
  host.does({ kind: 'leaveOut', ticket: 't1', what: 'service', reason: 'quên bấm' }, '08:00');
  host.does({ kind: 'leaveOut', ticket: 't1', what: 'wait', reason: 'lấy nhầm số' }, '08:01');
  expect(host.ticket('t1').leftOut.map(({ what }) => what)).toEqual(['service', 'wait']);
  host.does({ kind: 'countTime', ticket: 't1', what: 'service', reason: 'đúng giờ' }, '08:05');
  expect(host.ticket('t1').leftOut.map(({ what }) => what)).toEqual(['wait']);
  // It counts already: nothing is written.
  expect(host.does({ kind: 'countTime', ticket: 't1', what: 'service', reason: 'đúng giờ' }, '08:06')).toEqual([]);

  // Two machines of supervisors the morning after, each with its own log; the undoing one has the lower device id.
  const known: KnownTicketEvent[] = host.written.flatMap(({ envelope, write }) =>
    write.aggregate === 'ticket' ? [{ envelope, event: write.event }] : [],
  );
  const by = (device: string, id: string, events: readonly KnownTicketEvent[], kind: 'leaveOut' | 'countTime') => {
    const ticket = foldTicket('t1', events);
    if (ticket === null) throw new Error('no ticket');
    const decision = decideTime(
      ticket,
      { kind, ticket: 't1', what: 'service', reason: 'xem lại' },
      1,
      `${DAY}T09:00:00`,
    );
    if (!decision.ok) throw new Error(decision.code);
    return decision.events.flatMap((write): KnownTicketEvent[] =>
      write.aggregate === 'ticket'
        ? [
            {
              envelope: { id, log: `log-${device}`, seq: 1, device, actor: 'phuoc', after: write.after },
              event: write.event,
            },
          ]
        : [],
    );
  };
  const out = by('d9', 'd9-1', known, 'leaveOut');
  const back = by('d0', 'd0-1', [...known, ...out], 'countTime');
  expect(foldTicket('t1', [...known, ...out])?.leftOut.map(({ what }) => what)).toEqual(['wait', 'service']);
  for (const events of [
    [...known, ...out, ...back],
    [...back, ...out, ...known],
  ])
    expect(foldTicket('t1', events)?.leftOut.map(({ what }) => what)).toEqual(['wait']);
});

test('what the display says: the later holds, and it is taken away again', () => {
  const host = opened();
  const lunch = { vi: 'Quầy 3 nghỉ trưa đến 13 giờ.', en: 'Counter 3 is back at 13:00.' };
  host.does({ kind: 'setMessage', message: lunch, until: `${DAY}T13:00:00` }, '11:00', 'phuoc');
  expect(host.view().message).toEqual({ text: lunch, until: `${DAY}T13:00:00` });
  const water = { vi: 'Mời ông, bà dùng nước ở cuối phòng.', en: 'Water is at the end of the room.' };
  host.does({ kind: 'setMessage', message: water, until: `${DAY}T12:00:00` }, '11:05', 'phuoc');
  expect(host.view().message?.text).toEqual(water);
  host.does({ kind: 'setMessage', message: null, until: `${DAY}T12:00:00` }, '11:06', 'phuoc');
  expect(host.view().message).toBeNull();
});
