import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { verifierOf } from '../../contract/signing.ts';
import { openReplySchema, pullReplySchema, pushReplySchema, type PushReply } from '../../contract/sync.ts';
import { GENESIS, sealFault, type LogEvent } from '../../domain/log/envelope.ts';
import { copyOf } from '../../tests/harness/put-back.ts';
import { create, naming, paper, upload, type Paper } from '../../tests/harness/scan-facts.ts';
import {
  CENTRE,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { json, testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { commandLine } from '../../tests/harness/command-line.ts';
import type { CommandInput, Said } from '../cli-commands.ts';
import { systemRandom } from '../random.ts';
import { sweepUploads } from '../scans/sweep.ts';
import { removeNameless } from './files.ts';

/** A dossier in which every text of a person is planted, at a province and two of its offices. */
let planted: readonly string[] = [];
let n = 100;
const ORDER = {
  reason: 'Luật Bảo vệ dữ liệu cá nhân, Điều 14',
  document: '12/2026/QĐ-TA',
  date: '2026-11-20',
  'ordered-by': 'Tòa án nhân dân khu vực 9',
};

let province: TestProvince;
let desk: TestDesk;
let other: TestDesk;
let writer: TestWriter;
let folder: string;
let begun: LogEvent;
let file: Paper;
let shared: Paper;
let dossier: string;

beforeAll(async () => {
  province = await testProvince();
  folder = mkdtempSync(join(tmpdir(), 'quay-erase-'));
  vi.stubEnv('QMC_SCANS', province.scanFolder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  await province.close();
});

const run: ReturnType<typeof commandLine> = (...words) => commandLine(province, folder)(...words);
const eraseIt = (more: CommandInput['values'] = {}): Promise<Said> =>
  run('erase', [dossier], { ...ORDER, 'open-too': true, yes: true, ...more });

async function push(events: readonly LogEvent[], by = desk): Promise<PushReply> {
  const log = events[0]?.envelope.log ?? '';
  return (await by.ask('POST', '/v1/push', { log, events })).as(pushReplySchema);
}
const feed = async (of: TestDesk) => (await of.ask('GET', '/v1/pull?limit=500')).as(pullReplySchema);
const ofDossier = async (of: TestDesk) =>
  (await feed(of)).events.filter(({ envelope }) => envelope.aggregateId === dossier);

/** Every text of every row of every table. */
async function tablesText(): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(province.db);
  const texts: string[] = [];
  for (const { name } of rows) {
    const table = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(province.db);
    texts.push(...table.rows.map(({ row }) => row));
  }
  return texts.join('\n');
}
const found = (text: string): string[] => planted.filter((each) => text.includes(each));

function act(type: string, body: object): LogEvent {
  const after = [writer.events.findLast(({ envelope }) => envelope.aggregateId === dossier)?.envelope.id ?? ''];
  return writer.write(json(body), { type, aggregateId: dossier, after });
}

let words: { name: string; id: string; phone: string; address: string; note: string };
beforeEach(async () => {
  n += 1;
  words = {
    name: `Trịnh Thị Gieo ${n}`,
    id: `087199012${n}`,
    phone: `0918273${n}`,
    address: `ấp Vườn Ươm ${n}, xã Mẫu Đất`,
    note: `giấy có ghi tay riêng ${n}`,
  };
  const { name, id, phone, address, note } = words;
  planted = [name, id, phone, address, note];
  // A log of its own: what a test puts back is nobody else's.
  desk = await province.enrol(OFFICE);
  other = await province.enrol(OTHER);
  writer = testWriter(desk.place, desk.key);
  const person = {
    kind: 'citizen' as const,
    name,
    personalId: id,
    oldId: null,
    birthDate: '1990-05-04',
    sex: 'female' as const,
    address,
    phone,
    email: '',
    taxCode: '',
    source: { kind: 'typed' as const, at: '2026-11-24T09:00:00' },
  };
  begun = writer.receive({ applicant: person, note, resultAddress: address, competentOffice: OTHER });
  dossier = begun.envelope.aggregateId;
  file = paper(50_000 + n);
  shared = paper(20_000 + n);
  const at = '2026-11-24T09:30:00';
  act('dossier.notified', {
    messageId: systemRandom.id(),
    about: 'other',
    way: 'message',
    text: `Chào ${name}`,
    at,
  });
  act('dossier.noted', { text: `${note} của ${name}`, at });
  act('dossier.feePaid', {
    paymentId: systemRandom.id(),
    amount: 8000,
    how: 'transfer',
    receiptNumber: 'BL-7',
    reference: `${name} chuyển`,
    office: OFFICE,
    counter: 'Quầy 1',
    at,
  });
  const elsewhere = writer.receive();
  naming(writer, begun, file);
  naming(writer, begun, shared);
  naming(writer, elsewhere, shared);
  await push(writer.events);
  await upload(desk, file);
  await upload(desk, shared);
});

test('says what would go and takes nothing; an open dossier only when told so; nothing without its document', async () => {
  expect(found(await tablesText())).toEqual(planted);
  await expect(run('erase', [dossier], ORDER)).rejects.toThrow(/--open-too/);
  const { text, facts } = await run('erase', [dossier], { ...ORDER, 'open-too': true });
  expect(text).toContain('dossier.received 1, dossier.notified 1, dossier.noted 1, dossier.feePaid 1');
  expect(facts).toMatchObject({
    plans: [{ kind: 'dossier', id: dossier, state: 'received', files: 2, shared: 1, messages: 1 }],
    erased: false,
  });
  await expect(eraseIt({ document: '' })).rejects.toThrow(/--document/);
  await expect(eraseIt({ date: '2026-02-31' })).rejects.toThrow(/not a date/);
  await expect(run('erase', [systemRandom.id()], ORDER)).rejects.toThrow(/no dossier/);
  expect(found(await tablesText())).toEqual(planted);
});

test('body and salt go, envelope, hash and chain stay; every office concerned hears of it; counts stay true', async () => {
  const before = await ofDossier(other);
  await eraseIt();
  expect(found(await tablesText())).toEqual([]);
  for (const of of [desk, other]) {
    const events = await ofDossier(of);
    expect(events.map(({ envelope }) => envelope.type)).toEqual([
      ...before.map(({ envelope }) => envelope.type),
      'dossier.erased',
    ]);
    expect(events.slice(0, -1).map(({ body, salt }) => [body, salt])).toEqual(before.map(() => [null, null]));
    expect(found(JSON.stringify(events))).toEqual([]);
  }
  // Neither whole histories nor anything else that is asked for brings it.
  const open = (await desk.ask('GET', '/v1/pull/open')).as(openReplySchema);
  expect(open.events.filter(({ envelope }) => envelope.aggregateId === dossier).length).toBe(before.length + 1);
  expect(found(JSON.stringify(open))).toEqual([]);
  const rows = await province.db.selectFrom('dossier_view').select('view').where('id', '=', dossier).execute();
  const view: unknown = JSON.parse(rows[0]?.view ?? '');
  expect(view).toMatchObject({
    state: 'received',
    flags: [],
    intake: { applicant: null, receivingOffice: OFFICE, competentOffice: OTHER },
    payments: [{ amount: 8000, receiptNumber: 'BL-7', note: '' }],
    erasures: [{ reason: ORDER.reason, document: { number: ORDER.document, date: ORDER.date } }],
  });
  // The log still follows from its first place to its last, and every envelope is its writer's.
  const log = await province.db
    .selectFrom('event')
    .select(['envelope', 'body', 'salt'])
    .where('log', '=', desk.place.log)
    .orderBy('seq')
    .execute();
  let prev = GENESIS;
  for (const { envelope: text, body, salt } of log) {
    const envelope = JSON.parse(text) as LogEvent['envelope'];
    const event = { envelope, body: body === null ? null : (JSON.parse(body) as LogEvent['body']), salt };
    expect([sealFault(event, verifierOf(desk.key.publicKey)), envelope.prev]).toEqual([null, prev]);
    prev = envelope.hash;
  }
  expect(log).toHaveLength(writer.events.length);
});

test('its files go, but for one that another dossier names; the message that waits is told to nobody', async () => {
  await eraseIt();
  const has = async ({ hash }: Paper) =>
    (await province.db.selectFrom('scan_file').select('hash').where('hash', '=', hash).execute()).length;
  expect([await has(file), await has(shared)]).toEqual([0, 1]);
  const lying = readdirSync(province.scanFolder).map((name) => readFileSync(join(province.scanFolder, name)).length);
  expect(lying).not.toContain(file.bytes.length);
  expect(lying).toContain(shared.bytes.length);
  expect((await desk.ask('GET', `/v1/scans/${file.hash}?dossier=${dossier}&person=u-1&from=0`)).status).toBe(404);
  // The desk may not send it again either.
  expect((await upload(desk, file)).code).toBe('SH-14');
  const messages = await province.db.selectFrom('message').selectAll().where('dossier', '=', dossier).execute();
  expect(messages.map(({ state, telephone, text }) => [state, telephone, text])).toEqual([['dead', null, '']]);
});

test('what lies in the file store without a name goes with the sweep, an upload under way too', async () => {
  const half = paper(9000);
  const made = naming(writer, begun, half);
  await push([made]);
  expect((await create(desk, half)).status).toBe(201);
  await province.db.deleteFrom('scan_named').where('dossier', '=', dossier).execute();
  const ports = { db: province.db, clock: province.clock, store: province.scans };
  expect(await removeNameless(ports)).toBe(2);
  expect(await removeNameless(ports)).toBe(0);
  expect(await sweepUploads(ports)).toBe(0);
});

test('sent again with its body, by a desk that has not heard: the verdict is the same, the body stays out', async () => {
  const sent = writer.events.filter(({ envelope }) => envelope.seq >= begun.envelope.seq);
  const first = await push(sent);
  await eraseIt();
  expect(await push(sent)).toEqual(first);
  expect(found(await tablesText())).toEqual([]);
});

test('only the province erases: a desk that says so is kept apart', async () => {
  const heads = [writer.events.findLast(({ envelope }) => envelope.aggregateId === dossier)?.envelope.id ?? ''];
  const forged = writer.write(
    json({
      reason: 'x',
      document: { number: '1', date: '2026-11-20' },
      orderedBy: 'x',
      events: [{ id: begun.envelope.id, rest: null }],
      at: '2026-11-24T09:00:00',
    }),
    { type: 'dossier.erased', aggregateId: dossier, after: heads },
  );
  expect((await push([forged])).verdicts.map(({ end, reason }) => [end, reason])).toEqual([['quarantined', 'XV-04']]);
  expect(found(await tablesText())).toEqual(planted);
  await eraseIt();
});

test('one kept apart until its office is known to be concerned is let in without its body', async () => {
  // As after a restore: the third office had it by a handover that this province has lost.
  const third = await province.enrol(CENTRE);
  const at = '2026-11-24T10:00:00';
  const hands = { kind: 'counter', place: 'Quầy 1', user: 'u-1', name: '' };
  const given = act('dossier.handedOver', {
    batch: { id: systemRandom.id(), number: 1 },
    purpose: 'transfer',
    from: { ...hands, office: OFFICE },
    to: { ...hands, kind: 'office', office: CENTRE },
    papers: [],
    by: null,
    seenOnSlip: null,
    at,
  });
  const noted = testWriter(third.place, third.key).write(json({ text: `${words.note} của ${words.name}`, at }), {
    type: 'dossier.noted',
    aggregateId: dossier,
    after: [given.envelope.id],
  });
  expect((await push([noted], third)).verdicts).toMatchObject([{ end: 'quarantined', reason: 'XV-04' }]);
  await eraseIt();
  expect((await push(writer.events)).verdicts.at(-1)).toMatchObject({ end: 'applied' });
  expect((await push([noted], third)).verdicts).toMatchObject([{ end: 'applied' }]);
  for (const of of [desk, third]) {
    const one = (await ofDossier(of)).find(({ envelope }) => envelope.id === noted.envelope.id);
    expect([one?.body, one?.salt]).toEqual([null, null]);
  }
  expect(found(await tablesText())).toEqual([]);
});

test('one kept apart loses its body as well, and cannot be let in any more', async () => {
  const odd = writer.write(json({ text: words.name, more: 1 }), { type: 'dossier.noted', aggregateId: dossier });
  expect((await push([odd])).verdicts.map(({ reason }) => reason)).toEqual(['XV-03']);
  await eraseIt();
  expect(found(await tablesText())).toEqual([]);
  await expect(
    run('quarantine', ['release', odd.envelope.id, 'đọc', 'được'], { person: 'Trần Thị Quản' }),
  ).rejects.toMatchObject({ code: 'XV-03' });
});

test('only the events named; a colleague’s that comes after is said by the list, and goes with a second erasure', async () => {
  await eraseIt({ events: begun.envelope.id });
  expect(found(await tablesText())).toEqual([words.name, words.note]);
  await eraseIt();
  expect(found(await tablesText())).toEqual([]);
  await push([act('dossier.noted', { text: words.name, at: '2026-11-24T10:00:00' })]);
  const since = async () => (await run('erased')).facts as { of: string; since: number }[];
  expect((await since()).filter((row) => row.of === dossier).map((row) => row.since)).toEqual([1, 1]);
  expect((await run('erased')).text).toContain(ORDER.document);
  await eraseIt();
  expect(found(await tablesText())).toEqual([]);
  await expect(eraseIt()).rejects.toThrow(/No content/);
});

test('a province put back from a copy erases again by its list; what desks send again comes without its body', async () => {
  const putBack = await copyOf(province.db);
  const late = act('dossier.noted', { text: words.name, at: '2026-11-24T10:00:00' });
  await push([late]);
  await eraseIt();
  await putBack();
  expect(found(await tablesText())).toEqual(planted);
  expect((await run('restored')).facts).toMatchObject({ erased: 1 });
  expect(found(await tablesText())).toEqual([]);
  expect((await run('restored')).facts).toMatchObject({ erased: 0 });
  // It was written after the copy was made: lacking here, and named by the list.
  const { verdicts } = await push([late]);
  expect(verdicts.map(({ end }) => end)).toEqual(['applied']);
  expect(found(await tablesText())).toEqual([]);
  expect(JSON.parse((await viewRow())?.view ?? '')).toMatchObject({
    flags: [],
    erasures: [{ orderedBy: ORDER['ordered-by'] }],
  });
  for (const of of [desk, other])
    expect((await ofDossier(of)).map(({ body }) => body)).toEqual(erasedOnly(await ofDossier(of)));
  await sql`drop schema kept cascade`.execute(province.db);
});

test('one put back from before the dossier was: its whole history comes again, by whoever sends it, without a body', async () => {
  const all = writer.events.filter(({ envelope }) => envelope.aggregateId === dossier);
  const from = writer.events.filter(({ envelope }) => envelope.seq >= begun.envelope.seq);
  await eraseIt();
  const view = (await viewRow())?.view;
  // As if the copy were older: what came since is not there.
  const after = await sql`delete from feed where log = ${desk.place.log} and seq >= ${begun.envelope.seq}`.execute(
    province.db,
  );
  expect(after.numAffectedRows ?? 0n).toBeGreaterThan(0n);
  for (const table of ['scan_named', 'verdict', 'event'] as const) {
    await sql`delete from ${sql.table(table)} where log = ${desk.place.log} and seq >= ${begun.envelope.seq}`.execute(
      province.db,
    );
  }
  await sql`delete from feed f using event e where e.log = f.log and e.seq = f.seq and e.aggregate_id = ${dossier}`.execute(
    province.db,
  );
  await sql`delete from verdict v using event e where e.id = v.event_id and e.aggregate_id = ${dossier}`.execute(
    province.db,
  );
  await sql`delete from event where aggregate_id = ${dossier}`.execute(province.db);
  await sql`delete from erased where dossier = ${dossier}`.execute(province.db);
  await sql`delete from dossier_view where id = ${dossier}`.execute(province.db);
  const head = from[0]?.envelope;
  await province.db
    .updateTable('log')
    .set({ head: (head?.seq ?? 1) - 1, head_hash: head?.prev ?? GENESIS })
    .where('id', '=', desk.place.log)
    .execute();
  expect((await run('restored')).facts).toMatchObject({ erased: 1 });
  // One desk has heard and sends what is left, and a stick brings the rest with its bodies.
  const half = Math.ceil(from.length / 2);
  const bare = from.slice(0, half).map((event) => ({ ...event, body: null, salt: null }));
  const ofOthers = from.slice(0, half).filter(({ envelope }) => envelope.aggregateId !== dossier);
  const mixed = bare.map((event) => ofOthers.find(({ envelope }) => envelope.id === event.envelope.id) ?? event);
  const ends = [...(await push(mixed)).verdicts, ...(await push(from.slice(half))).verdicts];
  const own = new Set(all.map(({ envelope }) => envelope.id));
  expect(ends.filter(({ eventId }) => own.has(eventId)).map(({ end }) => end)).toEqual(all.map(() => 'applied'));
  expect(found(await tablesText())).toEqual([]);
  expect((await viewRow())?.view).toBe(view);
  expect((await ofDossier(other)).map(({ envelope }) => envelope.type).at(0)).toBe('dossier.erased');
  expect(await ofDossier(other)).toHaveLength(all.length + 1);
});

test('the list stands beside the key; a torn last line is none, a damaged one is told', async () => {
  await eraseIt();
  const path = join(folder, 'erasures.jsonl');
  const whole = readFileSync(path, 'utf8');
  expect(found(whole)).toEqual([]);
  writeFileSync(path, `${whole}{"envelope":`);
  expect((await run('restored')).facts).toMatchObject({ erased: 0 });
  writeFileSync(path, `{"envelope":\n${whole}`);
  await expect(run('restored')).rejects.toThrow(/Line 1 cannot be read/);
  writeFileSync(path, whole);
});

const viewRow = () =>
  province.db.selectFrom('dossier_view').select('view').where('id', '=', dossier).executeTakeFirst();
const erasedOnly = (events: readonly { readonly envelope: { readonly type: string }; readonly body: unknown }[]) =>
  events.map(({ envelope, body }) => (envelope.type === 'dossier.erased' ? body : null));
