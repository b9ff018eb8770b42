import { expect, test } from 'vitest';
import { exampleRules, plain } from '../../../domain/ticket/example.ts';
import { exampleHall } from '../../../tests/harness/example-door.ts';
import { callsOf, setMessages } from './display.ts';
import { seriesRows } from './waiting.ts';

function hallAtWork() {
  const hall = exampleHall();
  const { host } = hall;
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:01');
  host.does({ kind: 'openCounter', counter: 'q3', name: 'Quầy 3', series: ['B'] }, '07:01');
  host.does({ kind: 'issue', ...plain, ticket: 't1', series: 'A' }, '07:05');
  host.does({ kind: 'issue', ...plain, ticket: 't2', series: 'B' }, '07:06');
  host.does({ kind: 'issue', ...plain, ticket: 't3', series: 'B' }, '07:07');
  return hall;
}

test('calls stand newest first, each with the counter’s name, and nothing of any person', () => {
  const { host } = hallAtWork();
  host.does({ kind: 'callNext', counter: 'q1' }, '07:10');
  host.does({ kind: 'callNext', counter: 'q3' }, '07:11');
  const calls = callsOf(host.view(), exampleRules);
  expect(calls.map(({ number, counter, again }) => [number, counter, again])).toEqual([
    ['B001', 'Quầy 3', false],
    ['A001', 'Quầy 1', false],
  ]);
  expect(Object.keys(calls[0] ?? {}).toSorted()).toEqual(['again', 'at', 'counter', 'id', 'number', 'why']);
});

test('a call again is another call: it comes to the front and will be said anew', () => {
  const { host } = hallAtWork();
  host.does({ kind: 'callNext', counter: 'q1' }, '07:10');
  host.does({ kind: 'callNext', counter: 'q3' }, '07:11');
  const before = new Set(callsOf(host.view(), exampleRules).map(({ id }) => id));
  host.does({ kind: 'recall', counter: 'q1', ticket: 't1' }, '07:12');
  const [first] = callsOf(host.view(), exampleRules);
  expect(first).toMatchObject({ number: 'A001', again: true, at: '2026-11-23T07:12:00' });
  expect(first?.why.vi).toBe('Chờ lâu nhất trong các số quầy này nhận');
  expect(before.has(first?.id ?? '')).toBe(false);
});

test('each series says who waits, how long, and whether a counter is there for them', () => {
  const { host, door } = hallAtWork();
  const rows = () =>
    Object.fromEntries(seriesRows(door).map(({ shown, waiting }) => [shown.letter, { ...shown, waiting }]));
  expect(rows()['A']).toMatchObject({ waiting: 1, served: true, wait: { from: 5, to: 15 } });
  expect(rows()['B']).toMatchObject({ waiting: 2, served: true });
  // No counter receives C; those who do not know are everybody's.
  expect(rows()['C']).toMatchObject({ waiting: 0, served: false, wait: null });
  expect(rows()['H']).toMatchObject({ served: true });
  host.does({ kind: 'closeCounter', counter: 'q1' }, '07:20');
  host.does({ kind: 'away', counter: 'q3', reason: 'nghỉ', until: null }, '07:20');
  expect(Object.values(rows()).some(({ served }) => served)).toBe(false);
});

test('a supervisor’s message stands until its time, and no longer', () => {
  const { host } = hallAtWork();
  const text = { vi: 'Quầy 3 nghỉ đến 9 giờ.', en: 'Counter 3 is back at 9.' };
  host.does({ kind: 'setMessage', message: text, until: '2026-11-23T09:00:00' }, '08:00');
  expect(setMessages(host.view(), '2026-11-23T08:59:59')).toEqual([text]);
  expect(setMessages(host.view(), '2026-11-23T09:00:00')).toEqual([]);
});
