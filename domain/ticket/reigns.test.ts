import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleHost, plain, viewOf, type Host } from './example.ts';
import { nextTicketNumber, ticketNumber, blockOf, ticketText } from './numbering.ts';
import { toSettle, waitingTickets } from './view.ts';

/** Takeovers, and reigns that meet. */

function begun(): { first: Host; second: Host } {
  const first = exampleHost('d1');
  first.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  first.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A', 'B'] }, '07:01');
  first.does({ kind: 'issue', ticket: 't1', ...plain }, '07:02');
  first.does({ kind: 'issue', ticket: 't2', ...plain }, '07:03');
  const second = exampleHost('d2');
  second.hear(first.written);
  return { first, second };
}

test('a desk takes over with a higher term, in its own block, and every ticket it heard of stays', () => {
  const { first, second } = begun();
  expect(second.ask({ kind: 'openHall', block: 3, takeover: false }, '07:10')).toMatchObject({ code: 'HC-02' });
  expect(second.ask({ kind: 'callNext', counter: 'q1' }, '07:10')).toMatchObject({ code: 'HC-02' });
  second.does({ kind: 'openHall', block: 3, takeover: true }, '07:10', 'tam');
  second.does({ kind: 'issue', ticket: 't3', ...plain }, '07:11');
  expect(second.ticket('t3').text).toBe('A3001');
  second.does({ kind: 'callNext', counter: 'q1' }, '07:12');
  expect(second.ticket('t1').state).toBe('called');
  first.hear(second.written);
  expect(first.view().reign).toMatchObject({ term: 2, host: 'd2', actor: 'tam', after: { term: 1, host: 'd1' } });
  expect(first.ask({ kind: 'callNext', counter: 'q1' }, '07:13')).toMatchObject({ code: 'HC-02' });
  // Signed off in order, the other goes on without being pressed; its numbers follow its own.
  second.does({ kind: 'signOff' }, '07:20');
  first.hear(second.written);
  first.does({ kind: 'openHall', block: 0, takeover: false }, '07:21');
  first.does({ kind: 'issue', ticket: 't4', ...plain }, '07:22');
  expect(first.ticket('t4')).toMatchObject({ text: 'A003', issued: { term: 3, host: 'd1' } });
});

test('two reigns at once: the higher goes on, both are kept, a ticket called by both is flagged until a person sees to it', () => {
  const { first, second } = begun();
  second.does({ kind: 'openHall', block: 3, takeover: true }, '07:10');
  second.does({ kind: 'callNext', counter: 'q1' }, '07:11');
  first.does({ kind: 'callNext', counter: 'q1' }, '07:12');
  first.does({ kind: 'issue', ticket: 't9', ...plain }, '07:13');
  first.does({ kind: 'callNext', counter: 'q1' }, '07:14');
  first.hear(second.written);
  second.hear(first.written);
  expect(first.view()).toEqual(second.view());
  const view = second.view();
  expect(view.reign).toMatchObject({ term: 2, host: 'd2' });
  expect(view.reigns).toHaveLength(2);
  expect(toSettle(view).map(({ text }) => text)).toEqual(['A001']);
  expect(second.ticket('t1').calls.map(({ host }) => host)).toEqual(['d1', 'd2']);
  expect(waitingTickets(view).map(({ text }) => text)).toEqual(['A003']);
  second.does({ kind: 'settle', ticket: 't1', note: 'Quầy 1 đã làm xong' }, '07:20');
  expect(toSettle(second.view())).toEqual([]);
});

test('the same term taken by two desks that know nothing of each other: by device, the same on every machine', () => {
  const one = exampleHost('d5');
  const other = exampleHost('d4');
  one.does({ kind: 'openHall', block: 5, takeover: false }, '07:00');
  other.does({ kind: 'openHall', block: 4, takeover: false }, '07:00');
  one.does({ kind: 'issue', ticket: 't1', ...plain }, '07:01');
  other.does({ kind: 'issue', ticket: 't2', ...plain }, '07:01');
  one.hear(other.written);
  expect(one.view().reign).toMatchObject({ term: 1, host: 'd5' });
  expect(one.view().tickets.map(({ text }) => text)).toEqual(['A4001', 'A5001']);
});

test('a host whose log does not tell of a reign its machines have had begins one above it, and its work holds', () => {
  const { first, second } = begun();
  // Superseded; of the second reign the first machine has heard the term alone before the second was lost.
  second.does({ kind: 'openHall', block: 3, takeover: true }, '07:10');
  second.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['B'] }, '07:11');
  first.does({ kind: 'openHall', block: 0, takeover: true, term: 3 }, '07:20');
  expect(first.view().reign).toMatchObject({ term: 3, host: 'd1' });
  // After a restart in that term there is nothing to write.
  expect(first.does({ kind: 'openHall', block: 0, takeover: true, term: 3 }, '07:21')).toEqual([]);
  first.does({ kind: 'callNext', counter: 'q1' }, '07:22');
  first.does({ kind: 'closeCounter', counter: 'q1' }, '07:23');
  first.hear(second.written);
  expect(first.view().reign).toMatchObject({ term: 3, host: 'd1' });
  expect(first.view().counters).toMatchObject([
    { id: 'q1', state: 'closed' },
    { id: 'q2', state: 'open' },
  ]);
  expect(first.ask({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:24').ok).toBe(true);
});

/** What two or three hosts do apart, hearing of each other at random. */
const script = fc.array(
  fc.record({
    host: fc.nat(2),
    act: fc.constantFrom('open', 'issue', 'issue', 'call', 'noShow', 'end', 'hear', 'hearAll'),
    of: fc.nat(2),
    series: fc.constantFrom('A', 'B'),
    upTo: fc.nat(40),
  }),
  { maxLength: 60 },
);

test('whatever reigns do apart: no two printed numbers are equal, no ticket is lost, and the order of arrival says nothing', () => {
  fc.assert(
    fc.property(script, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (steps, random) => {
      const hosts = ['d1', 'd2', 'd3'].map((device) => exampleHost(device));
      let tick = 0;
      for (const { host: index, act, of, series, upTo } of steps) {
        const host = hosts[index];
        const other = hosts[of];
        if (host === undefined || other === undefined) continue;
        tick += 1;
        const time = `${String(7 + Math.floor(tick / 60)).padStart(2, '0')}:${String(tick % 60).padStart(2, '0')}`;
        if (act === 'hear') host.hear(logPrefix(other, upTo));
        if (act === 'hearAll') host.hear(other.written);
        for (const command of commandsFor(host, act, index, series, `${index}-${tick}`)) {
          const decision = host.ask(command, time);
          if (decision.ok) host.does(command, time);
        }
      }
      for (const host of hosts) for (const other of hosts) host.hear(other.written);
      const [first] = hosts;
      if (first === undefined) return;
      const view = first.view();
      for (const host of hosts) expect(host.view()).toEqual(view);
      const order = [...first.written].map((each) => ({ each, key: random.next().value ?? 0 }));
      expect(viewOf(order.sort((a, b) => a.key - b.key).map(({ each }) => each))).toEqual(view);
      const texts = view.tickets.map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      const printed = new Set(
        first.written.flatMap(({ write }) =>
          write.aggregate === 'ticket' && write.event.type === 'ticket.issued' ? [write.id] : [],
        ),
      );
      expect(new Set(view.tickets.map(({ id }) => id))).toEqual(printed);
      // Nobody who was neither called nor expired has left the line.
      const touched = new Set(
        first.written.flatMap(({ write }) =>
          write.aggregate === 'ticket' && write.event.type !== 'ticket.issued' ? [write.id] : [],
        ),
      );
      const untouched = view.tickets.filter(({ id }) => !touched.has(id));
      expect(untouched.every(({ state }) => state === 'waiting')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

function logPrefix(host: Host, upTo: number): Host['written'] {
  const own = host.written.filter(({ envelope }) => envelope.device === host.device);
  const last = own[Math.min(upTo, own.length) - 1];
  // What a desk wrote, it had the parents of.
  return last === undefined ? [] : host.written.slice(0, host.written.indexOf(last) + 1);
}

function commandsFor(
  host: Host,
  act: string,
  index: number,
  series: string,
  id: string,
): readonly Parameters<Host['ask']>[0][] {
  const counter = `q${index}`;
  if (act === 'open') {
    return [
      { kind: 'openHall', block: index, takeover: true },
      { kind: 'openCounter', counter, name: counter, series: ['A', 'B'] },
    ];
  }
  if (act === 'issue') return [{ kind: 'issue', ticket: id, ...plain, series }];
  if (act === 'call') return [{ kind: 'callNext', counter }];
  const serving = host.view().tickets.find(({ state, counter: at }) => state === 'called' && at === counter);
  if (serving === undefined) return [];
  if (act === 'noShow') {
    const [recall, noShow] = [
      { kind: 'recall', counter, ticket: serving.id } as const,
      { kind: 'noShow', counter, ticket: serving.id } as const,
    ];
    return [recall, recall, noShow];
  }
  return act === 'end' ? [{ kind: 'end', counter, ticket: serving.id, by: 'hand', dossierId: null }] : [];
}

test('numbers of two blocks never meet, however many are taken; the text reads back as the number', () => {
  const block = fc.integer({ min: 0, max: 99 });
  const nth = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(block, nth, block, nth, (a, m, b, n) => {
      expect(ticketNumber(a, m) === ticketNumber(b, n)).toBe(a === b && m === n);
      expect(nextTicketNumber(a, [ticketNumber(a, m), ticketNumber(b, n)])).toBe(
        ticketNumber(a, (a === b ? Math.max(m, n) : m) + 1),
      );
      expect(Number(ticketText('B', ticketNumber(a, m)).slice(1))).toBe(ticketNumber(a, m));
    }),
  );
  expect([1, 27, 999, 1000].map((n) => ticketText('B', ticketNumber(0, n)))).toEqual([
    'B001',
    'B027',
    'B999',
    'B100001',
  ]);
  expect(ticketText('B', ticketNumber(3, 27))).toBe('B3027');
});

test('the block of a log is from its own numbers of the province: no other log has it on that day', () => {
  const grant = (from: number, to: number, validFrom = '2026-11-01', validTo = '2026-12-15') => ({
    from,
    to,
    validFrom,
    validTo,
  });
  expect(blockOf([grant(1, 250)], '2026-11-23')).toBe(0);
  expect(blockOf([grant(751, 1000), grant(251, 500)], '2026-11-23')).toBe(1);
  expect(blockOf([grant(751, 1000, '2026-11-24')], '2026-11-23')).toBeNull();
  // Of a range that begins and ends in between, only a whole stretch counts.
  expect(blockOf([grant(101, 400)], '2026-11-23')).toBeNull();
  expect(blockOf([grant(101, 500)], '2026-11-23')).toBe(1);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 2, maxLength: 12 }), (widths) => {
      let from = 1;
      const blocks = widths.map((width) => {
        const to = from + width - 1;
        const block = blockOf([grant(from, to)], '2026-11-23');
        from = to + 1;
        return block;
      });
      const given = blocks.filter((block) => block !== null);
      expect(new Set(given).size).toBe(given.length);
    }),
  );
});
