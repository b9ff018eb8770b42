import { expect, test } from 'vitest';
import { estimateLine, estimateWait } from './estimate.ts';
import { DAY, exampleHost, exampleRules, nobodyCame, plain } from './example.ts';
import { NO_PACE } from './pace.ts';
import { followed } from './phone.ts';

function hall() {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00');
  return host;
}
type Example = ReturnType<typeof hall>;

const take = (host: Example, id: string, more: Partial<typeof plain> = {}): void =>
  void host.does({ kind: 'issue', ...plain, ...more, ticket: id }, '07:05');
const stands = (host: Example, id: string) => followed(host.view(), host.ticket(id));

test('a ticket is waiting, called by its counter’s name, missed, called again, and served', () => {
  const host = hall();
  take(host, 'a');
  expect(stands(host, 'a')).toMatchObject({ stands: 'waiting', counter: null, calledAt: null });
  host.does({ kind: 'callNext', counter: 'q1' }, '07:06');
  expect(stands(host, 'a')).toMatchObject({ stands: 'called', counter: 'Quầy 1', calledAt: `${DAY}T07:06:00` });
  nobodyCame(host, 'q1', 'a', '07:07');
  expect(stands(host, 'a')).toMatchObject({ stands: 'missed', counter: 'Quầy 1', missed: 1 });
  host.does({ kind: 'call', counter: 'q1', ticket: 'a' }, '07:08');
  expect(stands(host, 'a').stands).toBe('called');
  host.does({ kind: 'end', counter: 'q1', ticket: 'a', by: 'hand', dossierId: null }, '07:20');
  expect(stands(host, 'a').stands).toBe('served');
});

test('moved on after its call it waits, and nothing was missed', () => {
  const host = hall();
  take(host, 'a');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:06');
  host.does({ kind: 'move', ticket: 'a', series: 'B', counter: null, reason: 'nhầm lĩnh vực' }, '07:07');
  expect(stands(host, 'a')).toMatchObject({ stands: 'waiting', series: 'B' });
});

test('who missed a call, came to the next and was moved on waits, and is not told that it was missed', () => {
  const host = hall();
  take(host, 'a');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:06');
  nobodyCame(host, 'q1', 'a', '07:07');
  host.does({ kind: 'call', counter: 'q1', ticket: 'a' }, '07:08');
  host.does({ kind: 'move', ticket: 'a', series: 'B', counter: null, reason: 'nhầm lĩnh vực' }, '07:09');
  expect(stands(host, 'a')).toMatchObject({ stands: 'waiting', series: 'B', missed: 1 });
});

test('held for its counter, and no longer good once it was held too long', () => {
  const host = hall();
  take(host, 'a');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:06');
  host.does({ kind: 'hold', counter: 'q1', ticket: 'a', reason: 'đi chụp ảnh' }, '07:07');
  expect(stands(host, 'a')).toMatchObject({ stands: 'held', counter: 'Quầy 1', gone: null });
  host.does({ kind: 'expire' }, '16:00');
  expect(stands(host, 'a')).toMatchObject({ stands: 'gone', gone: 'held' });
});

test('where no counter receives their field, those before them in it are still counted', () => {
  const host = hall();
  for (const id of ['x', 'y', 'z']) take(host, id, { series: 'C' });
  const line = estimateLine(host.view(), exampleRules, NO_PACE, `${DAY}T07:05:30`);
  expect(['x', 'y', 'z'].map((id) => line.get(id)?.ahead)).toEqual([0, 1, 2]);
});

test('everybody in line is told who stands before them, a claim first; the last as somebody who comes now', () => {
  const host = hall();
  for (const id of ['a', 'b', 'c']) take(host, id);
  take(host, 'old', { priority: 'elderly' });
  take(host, 'land', { series: 'C' });
  const now = `${DAY}T07:05:30`;
  const line = estimateLine(host.view(), exampleRules, NO_PACE, now);
  const ahead = (id: string): number | undefined => line.get(id)?.ahead;
  expect(['old', 'a', 'b', 'c'].map(ahead)).toEqual([0, 1, 2, 3]);
  // No counter receives land.
  expect(line.get('land')?.high).toBeGreaterThanOrEqual(86_400);
  const next = estimateWait(host.view(), exampleRules, { series: 'A', lane: 'ordinary', priority: null }, NO_PACE, now);
  expect(next.ahead).toBe(4);
  expect(line.get('c')?.likely ?? 0).toBeLessThan(next.likely);
  expect(line.get('a')?.high ?? 0).toBeLessThan(line.get('c')?.high ?? 0);
});
