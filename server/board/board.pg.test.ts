import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  boardReplySchema,
  boardTicketsSchema,
  reminderSchema,
  remindersSchema,
  type BoardReply,
} from '../../contract/board.ts';
import { sessionReplySchema } from '../../contract/sync.ts';
import { exampleHost, exampleRules, plain, type Host } from '../../domain/ticket/example.ts';
import { hallLog, type HallLog } from '../../tests/harness/hall-log.ts';
import {
  CENTRE,
  OFFICE,
  OTHER,
  PASSWORD,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';

/** The province's board is what was committed before it was asked; old figures are last, grey and in no sum. */

let province: TestProvince;
let viewer: TestDesk;
let token: string;
/** The day of the example's hall. */
const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+07:00`);

beforeEach(async () => {
  province = await testProvince();
  province.clock.at = at('07:00');
  viewer = await province.enrol(CENTRE);
  await province.addPerson('xem', 'provincialViewer', CENTRE);
  await signIn();
});
afterEach(() => province.close());

async function signIn(): Promise<void> {
  const signedIn = await viewer.ask('POST', '/v1/session', { login: 'xem', password: PASSWORD });
  ({ token } = signedIn.as(sessionReplySchema));
}

async function board(app = province.app): Promise<BoardReply> {
  const answer = await viewer.ask('GET', '/v1/board', undefined, { 'x-session': token }, app);
  return answer.as(boardReplySchema);
}

interface Centre {
  readonly desk: TestDesk;
  readonly host: Host;
  readonly log: HallLog;
  push(): Promise<void>;
}

async function centre(office: string): Promise<Centre> {
  const desk = await province.enrol(office);
  const host = exampleHost(desk.place.device, exampleRules, office);
  const log = hallLog(testWriter(desk.place, desk.key), host);
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00');
  return {
    desk,
    host,
    log,
    async push() {
      const answer = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.seal() });
      expect(answer.status).toBe(200);
    },
  };
}

const issue = (host: Host, time: string): void =>
  void host.does({ kind: 'issue', ...plain, ticket: systemRandom.id() }, time);

test('what an office pushed stands on the board that is asked for next, on every instance, first the worst', async () => {
  const a = await centre(OFFICE);
  const b = await centre(OTHER);
  const second = province.another();
  issue(a.host, '07:10');
  issue(a.host, '07:12');
  issue(b.host, '07:02');
  await Promise.all([a.push(), b.push()]);
  province.clock.at = at('07:25');
  // Both were heard a moment ago, as desks that pull are.
  await Promise.all([a.desk.ask('GET', '/v1/pull'), b.desk.ask('GET', '/v1/pull')]);
  for (const app of [province.app, second]) {
    const now = await board(app);
    expect(now).toMatchObject({ at: '2026-11-23T07:25:00', waiting: 3, over: 0, near: 1, counted: 2, stale: 0 });
    expect(now.offices.map(({ office, waiting, longest, standing }) => [office, waiting, longest, standing])).toEqual([
      [OTHER, 1, 23 * 60, 'near'],
      [OFFICE, 2, 15 * 60, 'calm'],
    ]);
  }
  a.host.does({ kind: 'callNext', counter: 'q1' }, '07:25');
  await a.push();
  // The board asked for right after the push: the same commit, no waiting.
  expect((await board()).offices.find(({ office }) => office === OFFICE)).toMatchObject({
    waiting: 1,
    longest: 13 * 60,
    trend: [{ from: '2026-11-23T07:00:00', longest: 15 * 60 }],
    series: [{ letter: 'A', waiting: 1, longest: 13 * 60, open: 1, shut: 0, shutSince: null }],
  });
  // Nobody is named on it, and no ticket.
  expect(JSON.stringify(await board())).not.toContain('A001');
});

test('an office not heard of for three minutes is last, keeps the figures of then, and is in no sum', async () => {
  const a = await centre(OFFICE);
  const b = await centre(OTHER);
  issue(a.host, '07:05');
  issue(b.host, '07:01');
  province.clock.at = at('07:10');
  await Promise.all([a.push(), b.push()]);
  province.clock.at = at('07:14');
  await a.desk.ask('GET', '/v1/pull');
  const now = await board();
  expect(now).toMatchObject({ waiting: 1, counted: 1, stale: 1, today: { median: 9 * 60 } });
  expect(now.offices.map(({ office, standing, heard, longest }) => [office, standing, heard, longest])).toEqual([
    [OFFICE, 'calm', '2026-11-23T07:14:00', 9 * 60],
    [OTHER, 'stale', '2026-11-23T07:10:00', 9 * 60],
  ]);
  // Its word is enough to count again: no ticket need have come.
  await b.desk.ask('GET', '/v1/pull');
  expect(await board()).toMatchObject({ waiting: 2, counted: 2, stale: 0 });
});

test('a new day begins empty, and what is pushed late of the day before does not come into it', async () => {
  const a = await centre(OFFICE);
  issue(a.host, '07:05');
  await a.push();
  expect((await board()).waiting).toBe(1);
  issue(a.host, '16:00');
  province.clock.at = at('07:05') + 86_400_000;
  await a.push();
  await signIn();
  const [office] = (await board()).offices.filter((row) => row.office === OFFICE);
  expect(office).toMatchObject({ waiting: 0, counters: 0, standing: 'calm' });
});

test('many pushes and readings at once: each reading has what was answered before it began', async () => {
  const a = await centre(OFFICE);
  await a.push();
  for (let n = 1; n <= 8; n++) {
    issue(a.host, '07:30');
    await a.push();
    const readings = await Promise.all([board(), board(), board()]);
    expect(readings.map(({ offices }) => offices.find(({ office }) => office === OFFICE)?.waiting)).toEqual([n, n, n]);
  }
});

test('the tickets behind a figure: their numbers and times, the longest wait first; nobody’s name', async () => {
  const a = await centre(OFFICE);
  const b = await centre(OTHER);
  issue(a.host, '07:10');
  issue(a.host, '07:12');
  issue(b.host, '07:02');
  a.host.does({ kind: 'callNext', counter: 'q1' }, '07:20');
  await Promise.all([a.push(), b.push()]);
  province.clock.at = at('07:40');
  await Promise.all([a.desk.ask('GET', '/v1/pull'), b.desk.ask('GET', '/v1/pull')]);
  const tickets = async (query: string) =>
    (await viewer.ask('GET', `/v1/board/tickets?${query}`, undefined, { 'x-session': token })).as(boardTicketsSchema);
  const waiting = await tickets('which=waiting');
  expect(waiting.rows.map(({ office, text, wait }) => [office, text, wait])).toEqual([
    [OTHER, 'A001', 38 * 60],
    [OFFICE, 'A002', 28 * 60],
  ]);
  expect((await tickets('which=served')).rows).toEqual([]);
  expect((await tickets('which=over')).rows.map(({ office }) => office)).toEqual([OTHER]);
  expect(await tickets(`which=all&office=${OFFICE}`)).toMatchObject({
    total: 2,
    rows: [{ text: 'A002' }, { text: 'A001', calledAt: '2026-11-23T07:20:00', counter: 'Quầy 1', wait: 10 * 60 }],
  });
  const nowhere = await viewer.ask('GET', '/v1/board/tickets?which=all&office=xa-0', undefined, { 'x-session': token });
  expect([nowhere.status, nowhere.code]).toEqual([404, 'SV-02']);

  // Old figures are in no sum, and so in no list behind one; of that office alone they end where its word ended.
  province.clock.at = at('07:45');
  await a.desk.ask('GET', '/v1/pull');
  const [sums, all] = [await board(), await tickets('which=waiting')];
  expect(sums).toMatchObject({ waiting: 1, over: 1, stale: 1 });
  expect(all).toMatchObject({ total: 1, rows: [{ office: OFFICE, text: 'A002', wait: 33 * 60 }] });
  expect((await tickets('which=over')).total).toBe(1);
  expect((await tickets(`which=waiting&office=${OTHER}`)).rows).toMatchObject([{ text: 'A001', wait: 38 * 60 }]);
});

test('an office asked for something reads it, answers once, and the board shows the answer; another office reads nothing', async () => {
  const a = await centre(OFFICE);
  const b = await centre(OTHER);
  await province.addPerson('truong', 'supervisor', OFFICE);
  await province.addPerson('can-bo', 'officer', OFFICE);
  await province.addPerson('truong-kia', 'supervisor', OTHER);
  const sessionOf = async (desk: TestDesk, login: string) => {
    const signedIn = await desk.ask('POST', '/v1/session', { login, password: PASSWORD });
    return { 'x-session': signedIn.as(sessionReplySchema).token };
  };
  const id = systemRandom.id();
  const asked = { id, office: OFFICE, series: 'C', words: 'Mở thêm quầy Đất đai' };
  // Sent twice, as a lost answer makes it: asked once.
  for (let n = 0; n < 2; n++) {
    const kept = await viewer.ask('POST', '/v1/board/reminders', asked, { 'x-session': token });
    expect(kept.as(reminderSchema)).toMatchObject({ ...asked, by: 'Người thử', answer: null });
  }
  const read = async ({ desk }: Centre) => (await desk.ask('GET', '/v1/reminders')).as(remindersSchema);
  expect(await read(a)).toHaveLength(1);
  expect(await read(b)).toEqual([]);

  const answer = { id, words: 'Đã mở Quầy 4' };
  const theirs = await b.desk.ask('POST', '/v1/reminders/answer', answer, await sessionOf(b.desk, 'truong-kia'));
  expect([theirs.status, theirs.code]).toEqual([404, 'SV-02']);
  const officers = await a.desk.ask('POST', '/v1/reminders/answer', answer, await sessionOf(a.desk, 'can-bo'));
  expect([officers.status, officers.code]).toEqual([403, 'DN-05']);
  // The id of one asked before, for another office: refused, and nothing of the first is told.
  const stolen = await viewer.ask('POST', '/v1/board/reminders', { ...asked, office: OTHER }, { 'x-session': token });
  expect([stolen.status, stolen.code]).toEqual([404, 'SV-02']);
  const own = await sessionOf(a.desk, 'truong');
  province.clock.at = at('07:15');
  await a.desk.ask('POST', '/v1/reminders/answer', answer, own);
  province.clock.at = at('07:16');
  await a.desk.ask('POST', '/v1/reminders/answer', { id, words: 'Câu sau' }, own);
  const shown = (await board()).offices.find(({ office }) => office === OFFICE);
  expect(shown?.reminders).toMatchObject([
    { at: '2026-11-23T07:00:00', answer: { at: '2026-11-23T07:15:00', by: 'Người thử', words: 'Đã mở Quầy 4' } },
  ]);
  expect((await board()).offices.find(({ office }) => office === OTHER)?.reminders).toEqual([]);
  // Tomorrow is another day.
  province.clock.at = at('07:05') + 86_400_000;
  expect(await read(a)).toEqual([]);
});
