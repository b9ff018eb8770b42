import { expect, test } from 'vitest';
import { queueSchema, type Queue } from '../../../contract/desk/queue.ts';
import { DAY, exampleHost, exampleRules, plain } from '../../../domain/ticket/example.ts';
import { noQueue, queueShown, type Looking } from './shown.ts';

const id = (n: number): string => `019ab000-0000-7000-8000-00000000000${n}`;

function host() {
  const it = exampleHost('device-1');
  it.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  it.does({ kind: 'openCounter', counter: 'c1', name: 'Quầy 1', series: ['A'] }, '07:01');
  it.does({ kind: 'openCounter', counter: 'c2', name: 'Quầy 2', series: ['B'] }, '07:01');
  return it;
}

const looking = (time: string, more: Partial<Looking> = {}): Looking => ({
  counter: 'c1',
  now: `${DAY}T${time}`,
  silentSince: null,
  isHosted: true,
  opensAgain: null,
  opens: () => null,
  ...more,
});

const shown = (it: ReturnType<typeof host>, time: string, silent: string | null = null): Queue =>
  queueSchema.parse(queueShown(it.view(), exampleRules, looking(time, { silentSince: silent })));

test('the rail tells who is served since when and why, who is held, and who waits for whom', () => {
  const it = host();
  it.does({ kind: 'issue', ...plain, ticket: id(1), sealedPerson: 'sealed' }, '08:00');
  it.does({ kind: 'issue', ...plain, ticket: id(2), priority: 'elderly' }, '08:01');
  it.does({ kind: 'issue', ...plain, ticket: id(3), series: 'B' }, '08:02');
  it.does({ kind: 'call', counter: 'c1', ticket: id(1) }, '08:10');
  it.does({ kind: 'recall', counter: 'c1', ticket: id(1) }, '08:11');
  const queue = shown(it, '08:13:20');
  expect(queue.serving).toMatchObject({ waited: 600, served: 200, recalls: 1, hasCard: true, calledByBoth: [] });
  expect(queue.serving?.why.vi).toBe('Cán bộ gọi đúng số này');
  expect(queue.mine.map((row) => row.id)).toEqual([id(2)]);
  expect(queue.next).toBe(id(2));
  expect(queue.others.map((row) => row.id)).toEqual([id(3)]);

  it.does({ kind: 'hold', counter: 'c1', ticket: id(1), reason: 'Điền tờ khai' }, '08:14');
  const held = shown(it, '08:20:00');
  expect(held.serving).toBeNull();
  expect(held.held).toMatchObject([{ reason: 'Điền tờ khai', since: `${DAY}T08:14:00` }]);
  it.does({ kind: 'resume', counter: 'c1', ticket: id(1) }, '08:20');
  // The six minutes on hold are nobody's serving time.
  expect(shown(it, '08:21:00').serving?.served).toBe(300);
});

test('a ticket that two reigns called names the other counter until somebody has settled it', () => {
  const first = host();
  first.does({ kind: 'issue', ...plain, ticket: id(1) }, '08:00');
  const second = exampleHost('device-2');
  second.hear(first.written);
  second.does({ kind: 'openHall', block: 1, takeover: true }, '08:05');
  first.does({ kind: 'call', counter: 'c2', ticket: id(1) }, '08:06');
  second.does({ kind: 'call', counter: 'c1', ticket: id(1) }, '08:06');
  second.hear(first.written);
  const queue = queueShown(second.view(), exampleRules, looking('08:07:00'));
  expect(queue.serving?.calledByBoth).toEqual(['Quầy 2']);
  second.does({ kind: 'settle', ticket: id(1), note: 'Quầy 1 phục vụ' }, '08:08');
  expect(queueShown(second.view(), exampleRules, looking('08:08:00')).serving?.calledByBoth).toEqual([]);
});

test('no hall, a host that does not answer and a day that is over are told apart', () => {
  expect(queueSchema.parse(noQueue).hall).toBe('none');
  const it = host();
  expect(shown(it, '08:00:00', `${DAY}T07:59:00`)).toMatchObject({ hall: 'silent', silentSince: `${DAY}T07:59:00` });
  it.does({ kind: 'closeHall' }, '17:00');
  const hall = (more: Partial<Looking>) => queueShown(it.view(), exampleRules, looking('17:01:00', more)).hall;
  expect(hall({ isHosted: false })).toBe('closed');
  // Whoever closed it has switched the host off.
  expect(hall({ isHosted: false, silentSince: `${DAY}T17:00:30` })).toBe('closed');
  // Hosted again: the first counter that opens begins it.
  expect(hall({})).toBe('early');
  expect(queueShown(it.view(), exampleRules, looking('17:01:00')).counter).toMatchObject({ state: 'closed' });
  expect(queueShown(exampleHost('device-2').view(), exampleRules, looking('06:00:00')).hall).toBe('early');
});

test('a number taken with a slip says where its dossier stands open, and for which fields it was taken', () => {
  const it = host();
  it.does({ kind: 'issue', ...plain, ticket: id(1), dossierId: id(9) }, '08:00');
  it.does({ kind: 'call', counter: 'c1', ticket: id(1) }, '08:10');
  const serving = (opens: Looking['opens']) =>
    queueShown(it.view(), exampleRules, looking('08:11:00', { opens })).serving;
  expect(serving((dossier) => (dossier === id(9) ? 'result' : null))).toMatchObject({
    dossierId: id(9),
    opens: 'result',
    fields: exampleRules.series.find(({ letter }) => letter === 'A')?.fields,
  });
  // Another desk's dossier that has not come here: nothing to open but a new receipt.
  expect(serving(() => null)).toMatchObject({ dossierId: null, opens: 'receipt' });
});

test('whom the counter served last stays in view with their times, and which of them are left out', () => {
  const it = host();
  expect(shown(it, '08:00:00').last).toBeNull();
  it.does({ kind: 'issue', ...plain, ticket: id(1) }, '08:00');
  it.does({ kind: 'issue', ...plain, ticket: id(2) }, '08:01');
  it.does({ kind: 'callNext', counter: 'c1' }, '08:10');
  it.does({ kind: 'callNext', counter: 'c1' }, '08:20');
  expect(shown(it, '08:21:00').last).toMatchObject({ id: id(1), waited: 600, served: 600, leftOut: [] });
  it.does({ kind: 'end', counter: 'c1', ticket: id(2), by: 'hand', dossierId: null }, '08:25');
  it.does({ kind: 'leaveOut', ticket: id(2), what: 'service', reason: 'Quên bấm' }, '08:26');
  expect(shown(it, '08:27:00').last).toMatchObject({ id: id(2), served: 300, leftOut: ['service'] });
});
