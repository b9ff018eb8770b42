import { Workbook } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, plain, type Host } from '../../../domain/ticket/example.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { hostOf, writeAll } from '../../../tests/harness/hall-example.ts';
import { playedRules } from '../../../tests/harness/hall-day.ts';
import { openTestDesk, seededRandomness, type TestDesk } from '../../../tests/harness/test-desk.ts';
import { takeFolder } from '../../store/folder.ts';
import { openStore } from '../../store/store.ts';

/** What a supervisor sees of the hall, from this machine's own events: with no line, and without a hall. */

let folder: EnrolledFolder;
let desk: TestDesk | null = null;
const random = seededRandomness('boards');
const ids = [random.id(), random.id(), random.id()] as const;

beforeEach(async () => {
  folder = await enrolledFolder({});
});
afterEach(async () => {
  await desk?.desk.close();
  desk = null;
  folder.remove();
});

/** The desk with what a host has written in its log; the test's clock says 10:42. */
async function deskWith(play: (host: Host) => void): Promise<TestDesk> {
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'test' });
  const host = hostOf(store, playedRules);
  play(host);
  writeAll(store, host, () => ({ id: random.id(), salt: Buffer.from(random.bytes(16)).toString('base64url') }));
  store.close();
  taken.unlock();
  desk = await openTestDesk(folder.path);
  await desk.signIn('phuoc');
  return desk;
}

const morning = (host: Host): void => {
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00', 'u-tam');
  host.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['B'] }, '07:00', 'u-ngan');
  host.does({ kind: 'issue', ...plain, series: 'A', ticket: ids[0] }, '10:00');
  host.does({ kind: 'callNext', counter: 'q1' }, '10:05');
  host.does({ kind: 'end', counter: 'q1', ticket: ids[0], by: 'hand', dossierId: null }, '10:15');
  host.does({ kind: 'issue', ...plain, series: 'A', ticket: ids[1] }, '10:10');
  host.does({ kind: 'callNext', counter: 'q1' }, '10:20');
  host.does({ kind: 'issue', ...plain, series: 'C', priority: 'elderly', ticket: ids[2] }, '10:20');
};

test('the board tells the hall as this machine knows it, with no line: figures, counters, the coming breach, definitions', async () => {
  const opened = await deskWith(morning);
  const board = await opened.call('board.office', {});
  expect(board).toMatchObject({
    at: `${DAY}T10:42:00`,
    hall: 'open',
    known: `${DAY}T10:20:00`,
    limit: 1800,
    waiting: 1,
    served: 1,
    longest: { text: 'C001', seconds: 22 * 60, series: 'C', priority: { vi: 'Người cao tuổi' } },
    // Waits of 5, 10 and 22 minutes.
    today: { median: 600, p90: 22 * 60 },
  });
  // Those of the office that nobody has opened today stand there too, to be asked for.
  expect(
    board.counters.filter(({ state }) => state === 'unopened').map(({ officer, since }) => [officer, since]),
  ).toContainEqual(['', null]);
  expect(board.counters.filter(({ state }) => state !== 'unopened')).toMatchObject([
    { id: 'q1', officer: 'Nguyễn Minh Tâm', serving: { text: 'A002' }, since: `${DAY}T10:20:00`, served: 1, mean: 600 },
    { id: 'q2', officer: 'Lê Thị Kim Ngân', serving: null, served: 0, mean: null },
  ]);
  // Nobody serves land: the free counter is the way out.
  expect(board.breach).toMatchObject({ letter: 'C', open: 0, breachAt: `${DAY}T10:50:00` });
  expect(board.breach?.ways.map(({ kind, name }) => [kind, name])).toEqual([
    ['set', 'Quầy 2'],
    ['ask', 'Quầy 1'],
  ]);
  expect(board.near).toBe(1440);
  expect(board.classes).toMatchObject([{ id: 'elderly', name: { vi: 'Người cao tuổi' }, waiting: 1 }]);
  expect(board.trend).toEqual([
    { from: `${DAY}T10:00:00`, longest: 10 * 60 },
    { from: `${DAY}T10:30:00`, longest: 22 * 60 },
  ]);
  // The same breach, wherever the supervisor works.
  expect(await opened.call('board.alert', {})).toMatchObject({ letter: 'C', over: 0, breachAt: `${DAY}T10:50:00` });
  expect(board.definitions.map(({ figure }) => figure)).toContain('wait');
});

test('what nobody has opened today are the office’s counters by what they are, not by their names', async () => {
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'test' });
  const [own] = store.reference.get('counters') ?? [];
  if (own === undefined) throw new Error('no own place');
  const place = (id: string, name: string, over: Partial<typeof own> = {}) => ({ ...own, id, name, ...over });
  store.transact(() =>
    store.reference.put('counters', [
      own,
      place('q1', 'Quầy 1'),
      place('tra', 'Bàn trả kết quả'),
      place('kt', 'Quầy của Phòng Kinh tế', { use: 'unit' }),
      place('may', 'Máy chủ sảnh', { use: 'other' }),
      place('q8', 'Quầy 8', { disabled: true }),
      place('q9', 'Quầy 9', { office: 'xa-29869' }),
      // As a server of the release before tells of it.
      place('lay-so', 'Máy lấy số', { kind: 'kiosk' }),
    ]),
  );
  store.close();
  taken.unlock();
  const opened = await deskWith(morning);
  const { counters } = await opened.call('board.office', {});
  expect(counters.filter(({ state }) => state === 'unopened').map(({ id }) => id)).toEqual(
    expect.arrayContaining([own.id, 'tra']),
  );
  expect(counters.filter(({ state }) => state === 'unopened')).toHaveLength(2);
});

test('a machine that knows of no hall says so', async () => {
  desk = await openTestDesk(folder.path);
  await desk.signIn('phuoc');
  expect(await desk.call('board.alert', {})).toBeNull();
  expect(await desk.call('board.office', {})).toMatchObject({ hall: 'none', known: null, waiting: 0, series: [] });
});

test('behind every figure stand its tickets, and the history says the same in parts, in a workbook and on paper', async () => {
  const opened = await deskWith(morning);
  const asked = {
    from: DAY,
    to: DAY,
    which: 'all',
    series: null,
    counter: null,
    priority: null,
    part: null,
    limit: 100,
  } as const;
  const texts = async (over: object) =>
    (await opened.call('board.tickets', { ...asked, ...over })).rows.map(({ text }) => text);
  expect(await texts({})).toEqual(['C001', 'A002', 'A001']);
  expect(await texts({ which: 'waiting' })).toEqual(['C001']);
  expect(await texts({ which: 'served' })).toEqual(['A001']);
  expect(await texts({ counter: 'q1' })).toEqual(['A002', 'A001']);
  expect(await texts({ priority: 'elderly' })).toEqual(['C001']);
  expect(await texts({ priority: '' })).toEqual(['A002', 'A001']);
  // Behind waits and serving times the longest stands first, and only what is in the averages.
  expect(await texts({ which: 'waited' })).toEqual(['C001', 'A002', 'A001']);
  expect(await texts({ which: 'timed' })).toEqual(['A001']);
  expect(await texts({ part: { by: 'series', key: 'A' } })).toEqual(['A002', 'A001']);
  expect(await texts({ from: '2026-11-20', to: '2026-11-22' })).toEqual([]);

  const range = { from: '2026-11-01', to: DAY };
  const history = await opened.call('board.history', range);
  expect(history.whole).toMatchObject({ tickets: 3, longest: 22 * 60, breached: 0, service: 600 });
  const part = (by: string) =>
    history.parts.find((each) => each.by === by)?.rows.map(({ name, tickets }) => [name.vi, tickets]);
  expect(part('hour')).toEqual([['10 giờ', 3]]);
  expect(part('weekday')).toEqual([['Thứ Hai', 3]]);
  expect(part('series')).toEqual([
    ['Chứng thực', 2],
    ['Đất đai', 1],
  ]);
  expect(part('procedure')).toEqual([['Không thành hồ sơ', 3]]);

  const file = await opened.call('board.workbook', range);
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(file.bytes, 'base64url'));
  const rows = book.worksheets[0]?.getRows(5, 4) ?? [];
  expect(rows.map((row) => [1, 2, 3].map((at) => row.getCell(at).value))).toEqual([
    ['Xem theo', 'Mục', 'Số người'],
    ['Tất cả', null, 3],
    ['Giờ lấy số', '10 giờ', 3],
    ['Thứ trong tuần', 'Thứ Hai', 3],
  ]);
  const html = Buffer.from((await opened.call('board.pdf', range)).bytes, 'base64url').toString('utf8');
  expect(html).toContain('THỜI GIAN CHỜ Ở BỘ PHẬN MỘT CỬA');
  expect(html).toContain('Đất đai');

  expect(await opened.try('board.history', { from: '2026-01-01', to: DAY })).toMatchObject({
    ok: false,
    error: { code: 'BG-01', params: { days: '327', most: '93' } },
  });
});
