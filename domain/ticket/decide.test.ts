import { expect, test } from 'vitest';
import { addDays } from '../calendar/civil-date.ts';
import { decide } from './decide.ts';
import { DAY, exampleHost, exampleRules, nobodyCame, plain, type Host } from './example.ts';
import { counterOf, servingAt, waitingTickets, ticketOfVisit } from './view.ts';

function opened(device = 'd1', block = 0): Host {
  const host = exampleHost(device);
  host.does({ kind: 'openHall', block, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A', 'B'] }, '07:01');
  host.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['C'] }, '07:01', 'tam');
  return host;
}

const issue = (host: Host, ticket: string, time: string, over: Partial<typeof plain> = {}): string => {
  host.does({ kind: 'issue', ticket, ...plain, ...over }, time);
  return host.ticket(ticket).text;
};
const refusal = (host: Host, command: Parameters<Host['ask']>[0], time: string): string | null => {
  const decision = host.ask(command, time);
  return decision.ok ? null : decision.code;
};

test('a ticket is taken, called, held, resumed, and ends with its dossier', () => {
  const host = opened();
  expect(issue(host, 't1', '07:30')).toBe('A001');
  expect(issue(host, 't2', '07:31')).toBe('A002');
  expect(issue(host, 't3', '07:31', { series: 'C' })).toBe('C001');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  expect(host.ticket('t1')).toMatchObject({ state: 'called', counter: 'q1' });
  expect(host.ticket('t1').calls).toMatchObject([{ how: 'next', why: { kind: 'first', waited: 600 } }]);
  host.does({ kind: 'hold', counter: 'q1', ticket: 't1', reason: 'điền tờ khai' }, '07:45');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:45');
  expect(servingAt(host.view(), 'q1').map(({ text }) => text)).toEqual(['A002']);
  host.does({ kind: 'end', counter: 'q1', ticket: 't2', by: 'hand', dossierId: null }, '07:50');
  host.does({ kind: 'resume', counter: 'q1', ticket: 't1' }, '07:55');
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'dossier', dossierId: 'hs-1' }, '08:00');
  expect(host.ticket('t1')).toMatchObject({ state: 'ended', endedBy: 'dossier', dossiers: ['hs-1'], heldSeconds: 600 });
  expect(waitingTickets(host.view()).map(({ text }) => text)).toEqual(['C001']);
});

test('a visit of several dossiers lasts until the last of them, or until another is called', () => {
  const host = opened();
  for (const id of ['t1', 't2']) issue(host, id, '07:30');
  const end = (dossierId: string, at: string): void =>
    void host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'dossier', dossierId }, at);
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  end('hs-1', '07:50');
  end('hs-2', '08:00');
  expect(host.ticket('t1')).toMatchObject({ endedAt: '2026-11-23T08:00:00', dossiers: ['hs-1', 'hs-2'] });
  host.does({ kind: 'callNext', counter: 'q1' }, '08:01');
  end('hs-3', '08:09');
  expect(host.ticket('t1')).toMatchObject({ endedAt: '2026-11-23T08:00:00', dossiers: ['hs-1', 'hs-2', 'hs-3'] });
  expect(host.ticket('t2')).toMatchObject({ state: 'called', dossiers: [] });
});

test('a dossier saved within the second of its call, and one more after it; one after a click lengthens nothing', () => {
  const host = opened();
  for (const id of ['t1', 't2']) issue(host, id, '07:30');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'dossier', dossierId: 'hs-1' }, '07:40');
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'dossier', dossierId: 'hs-2' }, '07:50');
  expect(host.ticket('t1')).toMatchObject({ endedAt: '2026-11-23T07:50:00' });
  host.does({ kind: 'callNext', counter: 'q1' }, '07:55');
  host.does({ kind: 'end', counter: 'q1', ticket: 't2', by: 'hand', dossierId: null }, '08:00');
  host.does({ kind: 'end', counter: 'q1', ticket: 't2', by: 'dossier', dossierId: 'hs-3' }, '08:05');
  expect(host.ticket('t2')).toMatchObject({ endedBy: 'hand', endedAt: '2026-11-23T08:00:00', dossiers: ['hs-3'] });
});

test('a further dossier of a visit came with the number of the first, where that was served', () => {
  const host = opened();
  issue(host, 't1', '07:30');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  const visits: Readonly<Record<string, string>> = { 'hs-1': 'v1', 'hs-2': 'v1', 'hs-3': 'v2' };
  const came = (dossier: string, counter = 'q1', visitOf = (id: string) => visits[id] ?? null): string | null =>
    ticketOfVisit(host.view(), counter, dossier, visitOf)?.id ?? null;
  expect(came('hs-2')).toBeNull();
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'dossier', dossierId: 'hs-1' }, '07:50');
  expect(came('hs-2')).toBe('t1');
  // At another counter; of another visit; the first itself; where no visit is known.
  expect([came('hs-2', 'q2'), came('hs-3'), came('hs-1'), came('hs-2', 'q1', () => null)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('calling the next ends what the counter served; a dossier saved after that still belongs to it', () => {
  const host = opened();
  issue(host, 't1', '07:30');
  issue(host, 't2', '07:31');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:50');
  expect(host.ticket('t1')).toMatchObject({ state: 'ended', endedBy: 'next', endedAt: '2026-11-23T07:50:00' });
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'dossier', dossierId: 'hs-1' }, '07:52');
  expect(host.ticket('t1')).toMatchObject({ endedBy: 'next', endedAt: '2026-11-23T07:50:00', dossiers: ['hs-1'] });
  // Nobody is left: the key says that the counter is free, and no more.
  host.does({ kind: 'callNext', counter: 'q1' }, '07:58');
  expect(servingAt(host.view(), 'q1')).toEqual([]);
});

test('nobody came: recalled, back to the end once, then expired; called by its number it lives again', () => {
  const host = opened();
  issue(host, 't1', '07:30');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:31');
  host.does({ kind: 'recall', counter: 'q1', ticket: 't1' }, '07:32');
  expect(host.ticket('t1').calls).toMatchObject([{ recalls: 1, lastAt: '2026-11-23T07:32:00' }]);
  expect(host.ask({ kind: 'noShow', counter: 'q1', ticket: 't1' }, '07:32')).toEqual({
    ok: false,
    code: 'HC-14',
    params: { number: 'A001', left: '1' },
  });
  host.does({ kind: 'recall', counter: 'q1', ticket: 't1' }, '07:33');
  host.does({ kind: 'noShow', counter: 'q1', ticket: 't1' }, '07:33');
  expect(host.ticket('t1')).toMatchObject({ state: 'waiting', queuedAt: '2026-11-23T07:33:00', putBacks: 1 });
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  nobodyCame(host, 'q1', 't1', '07:41');
  expect(host.ticket('t1')).toMatchObject({ state: 'expired', expired: 'absent', noShows: 2 });
  host.does({ kind: 'call', counter: 'q1', ticket: 't1' }, '07:50');
  expect(host.ticket('t1')).toMatchObject({ state: 'called', expired: null });
});

test('a ticket moved to another counter is that counter’s alone, and keeps its number and its place', () => {
  const host = opened();
  issue(host, 't1', '07:30');
  issue(host, 't2', '07:31', { series: 'C' });
  host.does({ kind: 'move', ticket: 't1', series: 'C', counter: 'q2', reason: 'hỏi đất đai' }, '07:35');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:36');
  expect(servingAt(host.view(), 'q1')).toEqual([]);
  host.does({ kind: 'callNext', counter: 'q2' }, '07:36');
  expect(host.ticket('t1')).toMatchObject({ state: 'called', counter: 'q2', text: 'A001', series: 'C' });
  expect(host.ticket('t1').calls[0]?.why).toEqual({ kind: 'moved-here', waited: 360 });
});

test('what cannot be is refused with its code', () => {
  const idle = exampleHost('d1');
  expect(refusal(idle, { kind: 'issue', ticket: 't1', ...plain }, '07:00')).toBe('HC-01');
  expect(refusal(idle, { kind: 'openHall', block: null, takeover: false }, '07:00')).toBe('HC-11');
  const host = opened();
  issue(host, 't1', '07:30', { personKey: 'k1' });
  expect(refusal(host, { kind: 'issue', ticket: 't2', ...plain, personKey: 'k1' }, '07:31')).toBe('HC-08');
  expect(refusal(host, { kind: 'issue', ticket: 't2', ...plain, series: 'Z' }, '07:31')).toBe('HC-09');
  expect(refusal(host, { kind: 'issue', ticket: 't2', ...plain, priority: 'king' }, '07:31')).toBe('HC-09');
  expect(refusal(host, { kind: 'callNext', counter: 'q9' }, '07:31')).toBe('HC-04');
  expect(refusal(host, { kind: 'recall', counter: 'q1', ticket: 'nothing' }, '07:31')).toBe('HC-05');
  expect(refusal(host, { kind: 'recall', counter: 'q1', ticket: 't1' }, '07:31')).toBe('HC-10');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:32');
  expect(refusal(host, { kind: 'call', counter: 'q2', ticket: 't1' }, '07:33')).toBe('HC-07');
  expect(refusal(host, { kind: 'leaveOut', ticket: 't1', what: 'wait', reason: ' ' }, '07:33')).toBe('HC-12');
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'hand', dossierId: null }, '07:35');
  host.does({ kind: 'away', counter: 'q1', reason: 'họp', until: null }, '07:36');
  expect(refusal(host, { kind: 'callNext', counter: 'q1' }, '07:37')).toBe('HC-04');
  host.does({ kind: 'closeHall' }, '17:00');
  expect(refusal(host, { kind: 'callNext', counter: 'q2' }, '17:01')).toBe('HC-03');
});

test('a counter that takes a break or closes ends whom it served; whoever it holds stays held', () => {
  for (const leave of [
    { kind: 'away', counter: 'q1', reason: 'họp', until: null },
    { kind: 'closeCounter', counter: 'q1' },
  ] as const) {
    const host = opened();
    issue(host, 't1', '07:30');
    issue(host, 't2', '07:31');
    host.does({ kind: 'callNext', counter: 'q1' }, '07:32');
    host.does({ kind: 'hold', counter: 'q1', ticket: 't1', reason: 'điền tờ khai' }, '07:33');
    host.does({ kind: 'callNext', counter: 'q1' }, '07:34');
    host.does(leave, '07:40');
    expect(host.ticket('t2')).toMatchObject({ state: 'ended', endedBy: 'hand', endedAt: `${DAY}T07:40:00` });
    expect(host.ticket('t1').state).toBe('held');
    expect(counterOf(host.view(), 'q1')?.state).toBe(leave.kind === 'away' ? 'away' : 'closed');
  }
});

test('staff give a second ticket with a reason; asked twice for one ticket, one is written', () => {
  const host = opened();
  issue(host, 't1', '07:30', { personKey: 'k1' });
  issue(host, 't2', '07:31', { personKey: 'k1', secondBecause: 'nộp hộ mẹ' });
  expect(host.ticket('t2').second).toEqual({ of: 't1', reason: 'nộp hộ mẹ' });
  expect(host.does({ kind: 'issue', ticket: 't2', ...plain }, '07:32')).toEqual([]);
  // Served, the person may take another one.
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:45');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:50');
  expect(issue(host, 't3', '07:51', { personKey: 'k1' })).toBe('A003');
});

test('the hall closes in order: whom the counters serve is done, who still waits or is held expires, the counters are closed', () => {
  const host = opened();
  for (const [n, id] of ['t1', 't2', 't3'].entries()) issue(host, id, `07:3${n}`);
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  host.does({ kind: 'hold', counter: 'q1', ticket: 't1', reason: 'điền tờ khai' }, '07:41');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:42');
  host.does({ kind: 'closeHall' }, '17:00');
  expect(host.view()).toMatchObject({ state: 'closed', closedAt: `${DAY}T17:00:00` });
  expect(host.view().counters.every(({ state, since }) => state === 'closed' && since === `${DAY}T17:00:00`)).toBe(
    true,
  );
  expect(host.ticket('t2')).toMatchObject({ state: 'ended', endedBy: 'hand', endedAt: `${DAY}T17:00:00` });
  for (const id of ['t1', 't3']) expect(host.ticket(id)).toMatchObject({ state: 'expired', expired: 'day' });
  // Opened again by a person, counters are open once their officers open them.
  host.does({ kind: 'openHall', block: 0, takeover: true, term: 2 }, '17:10');
  expect(host.view()).toMatchObject({ state: 'open', reign: { term: 2 } });
  expect(refusal(host, { kind: 'callNext', counter: 'q1' }, '17:11')).toBe('HC-04');
});

test('a day nobody closed is closed later: of nobody it is said that they were served until then', () => {
  const host = opened();
  issue(host, 't1', '07:30');
  issue(host, 't2', '07:31');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  const later = { host: host.device, now: `${addDays(DAY, 3)}T07:00:00` };
  const decision = decide(host.view(), exampleRules, { kind: 'closeHall' }, later);
  expect(decision.ok && decision.events.map(({ event }) => event.type)).toEqual(['ticket.expired', 'hall.closed']);
  expect(decide(host.view(), exampleRules, { kind: 'callNext', counter: 'q1' }, later)).toMatchObject({
    code: 'HC-03',
  });
});

test('held too long, or of a day that is over, a ticket expires by the clock', () => {
  const host = opened();
  issue(host, 't1', '07:30');
  issue(host, 't2', '07:31', { series: 'C' });
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  host.does({ kind: 'hold', counter: 'q1', ticket: 't1', reason: '' }, '07:45');
  expect(host.does({ kind: 'expire' }, '08:44')).toEqual([]);
  host.does({ kind: 'expire' }, '08:45');
  expect(host.ticket('t1')).toMatchObject({ state: 'expired', expired: 'held' });
  host.does({ kind: 'closeHall' }, '17:00');
  expect(host.ticket('t2')).toMatchObject({ state: 'expired', expired: 'day' });
  expect(host.view().state).toBe('closed');
});

test('a supervisor asks for help; the counter takes the series, and the asking is over', () => {
  const host = opened();
  host.does({ kind: 'askHelp', counter: 'q1', series: 'C' }, '09:00', 'phuoc');
  expect(host.view().counters[0]).toMatchObject({ id: 'q1', askedFor: ['C'] });
  host.does({ kind: 'setSeries', counter: 'q1', series: ['A', 'C', 'C'] }, '09:01');
  expect(host.view().counters[0]).toMatchObject({ series: ['A', 'C'], askedFor: [], state: 'open' });
});

test('whoever was served says once how content they are; before the end and a second time it is refused', () => {
  const host = opened();
  issue(host, 't1', '07:30');
  const rate = { kind: 'rate', ticket: 't1', score: 'unsatisfied' } as const;
  expect(refusal(host, rate, '07:31')).toBe('HC-13');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:32');
  expect(refusal(host, rate, '07:33')).toBe('HC-13');
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'hand', dossierId: null }, '07:40');
  host.does(rate, '07:42');
  expect(host.ticket('t1').rating).toBe('unsatisfied');
  expect(refusal(host, { ...rate, score: 'satisfied' }, '07:43')).toBe('HC-13');
  expect(refusal(host, { ...rate, ticket: 't9' }, '07:43')).toBe('HC-05');
});
