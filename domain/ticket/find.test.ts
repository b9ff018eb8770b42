import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleHost, nobodyCame, plain, type Host } from './example.ts';
import { findTickets, looksLikeTicket } from './find.ts';

function hall(block = 0): Host {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A', 'B'] }, '07:01');
  host.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['A'] }, '07:01', 'tam');
  return host;
}

const found = (host: Host, typed: string): string[] => findTickets(host.view(), typed).map(({ text }) => text);

test('a number is found whatever became of its ticket: waiting, held elsewhere, expired, ended by mistake', () => {
  const host = hall();
  for (const id of ['t1', 't2', 't3', 't4']) host.does({ kind: 'issue', ...plain, ticket: id }, '07:10');
  host.does({ kind: 'issue', ...plain, ticket: 't5', series: 'B' }, '07:10');
  host.does({ kind: 'call', counter: 'q1', ticket: 't1' }, '07:11');
  host.does({ kind: 'end', counter: 'q1', ticket: 't1', by: 'hand', dossierId: null }, '07:12');
  for (const time of ['07:13', '07:14']) {
    host.does({ kind: 'call', counter: 'q1', ticket: 't2' }, time);
    nobodyCame(host, 'q1', 't2', time);
  }
  host.does({ kind: 'call', counter: 'q2', ticket: 't3' }, '07:15', 'tam');
  host.does({ kind: 'hold', counter: 'q2', ticket: 't3', reason: 'điền tờ khai' }, '07:16', 'tam');
  expect(found(host, 'a')).toEqual(['A004', 'A003', 'A002', 'A001']);
  expect(found(host, 'A001')).toEqual(['A001']);
  expect(found(host, ' a2 ')).toEqual(['A002']);
  expect(found(host, 'b')).toEqual(['B001']);
  // Each lives again at the counter that calls it.
  for (const [id, time] of [
    ['t1', '07:20'],
    ['t2', '07:21'],
    ['t3', '07:22'],
  ] as const) {
    host.does({ kind: 'call', counter: 'q1', ticket: id }, time);
    expect(host.ticket(id)).toMatchObject({ state: 'called', counter: 'q1' });
  }
});

test('what is no number finds nothing; of a block that has overflowed each number is found by itself', () => {
  const host = hall(3);
  host.does({ kind: 'issue', ...plain, ticket: 't1' }, '07:10');
  expect(found(host, 'A3001')).toEqual(['A3001']);
  for (const typed of ['', 'nguyễn', '12', 'A-1', 'AB1']) {
    expect(found(host, typed)).toEqual([]);
    expect(looksLikeTicket(typed)).toBe(false);
  }
  expect(['a', 'a1', 'A103001'].every(looksLikeTicket)).toBe(true);
});

test('whatever is typed of a number as it is printed, its ticket is among those found; the whole of it, the first', () => {
  const series = fc.array(fc.constantFrom('A', 'B', 'H'), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(
      series,
      fc.constantFrom(0, 7),
      fc.nat(),
      fc.nat(5),
      fc.boolean(),
      (letters, block, pick, cut, small) => {
        const host = hall(block);
        letters.forEach((letter, n) =>
          host.does({ kind: 'issue', ...plain, series: letter, ticket: `t${n}` }, '07:10'),
        );
        const { tickets } = host.view();
        const wanted = tickets[pick % tickets.length]?.text ?? '';
        const typed = (text: string): string => (small ? text.toLowerCase() : text);
        expect(found(host, typed(wanted.slice(0, 1 + cut)))).toContain(wanted);
        expect(found(host, typed(wanted))[0]).toBe(wanted);
        const number = tickets[pick % tickets.length]?.number ?? 0;
        expect(found(host, typed(`${wanted.slice(0, 1)}${number}`))[0]).toBe(wanted);
      },
    ),
    { numRuns: 100 },
  );
});
