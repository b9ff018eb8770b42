import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { pushReplySchema } from '../../contract/sync.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { exampleHost, exampleRules, plain } from '../../domain/ticket/example.ts';
import { systemClock } from '../../main/clock.ts';
import { backUp, keyOf, rowsIn, type DeskAt } from '../harness/desk-at.ts';
import { completeReceipt } from '../harness/complete-receipt.ts';
import { erasingOffices, ORDER } from '../harness/erasing-offices.ts';
import { foundInFolder } from '../harness/found-in-folder.ts';
import { hallLog } from '../harness/hall-log.ts';
import { copyOf } from '../harness/put-back.ts';
import { OFFICE, OTHER } from '../harness/test-server.ts';
import { testWriter } from '../harness/writer.ts';
import { systemRandom } from '../../server/random.ts';

/** What is said of a person beside the dossier named: found by its number, named and chosen, erased everywhere. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const NAME = 'Trịnh Thị Gieohạt';
const NUMBER = '087199012399';
const SEALED = 'gieohatSealedCardOfThePerson'.repeat(4);
const CARD = 'c4'.repeat(32);
const PLANTED = [NAME, NUMBER, SEALED, CARD, 'hỏi cho bà Gieohạt', 'nháp việc khác'];

const today = localDateTime(systemClock.now()).slice(0, 10);

const world = erasingOffices();
const { desk, run } = world;

async function foundInTables(): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`select e::text as row from event e union all
    select v::text from dossier_view v union all select x::text from erased x`.execute(world.province.db);
  const text = rows.map(({ row }) => row).join('\n');
  return PLANTED.filter((each) => text.includes(each));
}

const person = {
  kind: 'citizen',
  oldId: '',
  birthDate: '',
  sex: null,
  address: '',
  phone: '',
  email: '',
  taxCode: '',
} as const;

/** A ticket of today taken with the person's card, called and served with the dossier, written by another machine. */
async function ticket(dossierId: string): Promise<{ name: string; id: string; push: () => Promise<void> }> {
  const machine = await world.province.enrol(OFFICE);
  const host = exampleHost(machine.place.device, exampleRules, OFFICE);
  const log = hallLog(testWriter(machine.place, machine.key), host);
  const id = systemRandom.id();
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00');
  host.does({ kind: 'issue', ...plain, ticket: id, personKey: CARD, sealedPerson: SEALED, dossierId }, '07:10');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:20');
  const events = log.seal();
  const push = async (): Promise<void> => {
    const answer = await machine.ask('POST', '/v1/push', { log: machine.place.log, events });
    expect(answer.as(pushReplySchema).verdicts.map(({ end }) => end)).toEqual(events.map(() => 'applied'));
  };
  await push();
  return { name: `${OFFICE}/2026-11-23/A001`, id, push };
}

test('what is held of the same person elsewhere is named; chosen, it goes everywhere, and with it half-done receipts', async () => {
  const one = await desk(OFFICE, `${OFFICE}-q1`);
  const two = await desk(OFFICE, `${OFFICE}-q2`);
  const far = await desk(OTHER, `${OTHER}-q1`);
  const receive = async (at: DeskAt, name: string) => {
    const applicant = {
      ...person,
      name,
      personalId: NUMBER,
      source: { kind: 'typed', at: '2026-11-23T10:39:00' },
    } as const;
    const content = await completeReceipt(at, { applicant });
    const { id, revision } = await at.call('draft.create', { from: null });
    return at.call('receipt.receive', { draftId: id, revision, content });
  };
  const first = await receive(one, NAME);
  const elsewhere = await receive(far, 'Người cùng số');
  // For something else, begun and left; and one of somebody else.
  for (const [note, personalId] of [
    ['nháp việc khác', '0871 9901 2399'],
    ['nháp của người khác', '087199000001'],
  ] as const) {
    const draft = await two.call('draft.create', { from: null });
    const applicant = { ...person, name: 'đang gõ', personalId, source: null };
    const content = { ...draft.content, note, submitter: null, applicant };
    await two.call('draft.save', { id: draft.id, revision: draft.revision, content });
  }
  const sheet = await one.call('advice.sheet', { procedureCode: '1.001193', caseId: null, channel: 'DIRECT' });
  const told = {
    procedureCode: '1.001193',
    caseId: sheet.cases[0]?.id ?? '',
    channel: 'DIRECT',
    way: 'paper',
  } as const;
  const { adviceId } = await one.call('advice.give', {
    ...told,
    id: systemRandom.id(),
    name: NAME,
    note: 'hỏi cho bà Gieohạt',
  });
  await one.call('advice.print', { adviceId });
  const taken = await ticket(first.dossierId);
  await one.drained();
  await far.drained();
  for (const at of [one, two]) {
    await at.until('dossier.recent', { limit: 50 }, (rows) => rows.some(({ id }) => id === first.dossierId));
    await at.until('advice.list', { date: today }, ({ rows }) => rows.length === 1);
    await at.until('status.get', {}, () => rowsIn(at.dataDir, 'SELECT id FROM ticket').length === 1);
  }
  await two.close();
  await backUp(two.dataDir);
  expect(rowsIn<{ view: string }>(two.dataDir, 'SELECT view FROM ticket')[0]?.view).toContain(SEALED);

  // Named by the dossier alone: the rest is told, with how it was found, and stays.
  const { text, facts } = await run('erase', [first.code], ORDER);
  expect(facts).toMatchObject({
    plans: [{ kind: 'dossier', id: first.dossierId }],
    elsewhere: [
      { kind: 'dossier', id: elsewhere.dossierId, name: elsewhere.code, office: OTHER, by: 'number', events: 1 },
      { kind: 'ticket', id: taken.id, name: taken.name, office: OFFICE, by: 'dossier' },
      { kind: 'advice', id: adviceId, office: OFFICE, by: 'name' },
    ],
    erased: false,
  });
  expect(text).toContain(elsewhere.code);
  expect((await run('erase-find', [NUMBER])).facts).toMatchObject([{ by: 'number' }, { by: 'number' }]);
  const kept = await copyOf(world.province.db);
  await run('erase', [first.code, taken.name, adviceId], { ...ORDER, yes: true });
  expect(await foundInTables()).toEqual([NUMBER]);
  expect((await run('erase-find', [NUMBER])).facts).toMatchObject([{ id: elsewhere.dossierId }]);
  await expect(run('erase', [taken.name], ORDER)).rejects.toThrow(/no dossier|No content/);

  // The advice is still told of, without whom; the ticket still counts.
  const shown = await one.until('advice.list', { date: today }, ({ rows }) => rows[0]?.name === '');
  expect(shown.rows).toMatchObject([{ adviceId, note: '', printed: true }]);
  await two.open();
  await two.until('draft.list', {}, (rows) => rows.length === 1);
  await two.until('dossier.get', { id: first.dossierId }, ({ erased }) => erased.length > 0);
  await two.until('advice.list', { date: today }, ({ rows }) => rows[0]?.name === '');
  for (const at of [one, two]) {
    await at.until('status.get', {}, () =>
      rowsIn<{ step: string; n: number }>(at.dataDir, 'SELECT step FROM erasure').every(({ step }) => step !== 'files'),
    );
    expect(rowsIn(at.dataDir, 'SELECT event_id FROM erasure')).toHaveLength(3);
    await at.close();
    expect(foundInFolder(at.dataDir, keyOf(at.dataDir).key, PLANTED)).toEqual({});
    const [view] = rowsIn<{ view: string }>(at.dataDir, 'SELECT view FROM ticket');
    expect(JSON.parse(view?.view ?? '')).toMatchObject({
      id: taken.id,
      text: 'A001',
      state: 'called',
      issuedAt: '2026-11-23T07:10:00',
      personKey: null,
      sealedPerson: null,
      dossierId: null,
    });
  }
  expect(rowsIn<{ content: string }>(two.dataDir, 'SELECT content FROM draft').map(({ content }) => content)).toEqual([
    expect.stringContaining('nháp của người khác') as unknown,
  ]);

  // Put back from a copy, and sent again by whoever has not heard: nothing comes back.
  await kept();
  expect(await foundInTables()).not.toEqual([NUMBER]);
  expect((await run('restored')).facts).toMatchObject({ erased: 3 });
  expect(await foundInTables()).toEqual([NUMBER]);
  await taken.push();
  expect(await foundInTables()).toEqual([NUMBER]);
  expect((await run('erased')).facts).toMatchObject(
    ['dossier', 'ticket', 'advice'].map((kind) => ({ kind, since: 0 })),
  );
  await sql`drop schema kept cascade`.execute(world.province.db);
});

test('the erasure comes before what it names: it is told to the office that brings it, which keeps nothing of it', async () => {
  const machine = await world.province.enrol(OTHER);
  const writer = testWriter(machine.place, machine.key);
  const at = '2026-11-24T09:00:00';
  const body = { reason: `ghi nhầm ${NAME}`, at };
  const dayId = systemRandom.id();
  const event = writer.write(body, {
    aggregate: 'counterDay',
    aggregateId: dayId,
    after: [],
    type: 'counterDay.reopened',
  });
  const push = async () => (await machine.ask('POST', '/v1/push', { log: machine.place.log, events: [event] })).status;
  const before = await copyOf(world.province.db);
  expect(await push()).toBe(200);
  await run('erase', [dayId], { ...ORDER, yes: true });
  await before();
  expect((await run('restored')).facts).toMatchObject({ erased: 1 });
  expect(await push()).toBe(200);
  const { rows } = await sql<{ type: string; body: string | null; fed: string[] }>`select e.type, e.body,
      array(select f.office from feed f where f.log = e.log and f.seq = e.seq) as fed
    from event e where e.aggregate_id = ${dayId} order by e.type`.execute(world.province.db);
  expect(rows.map(({ type, fed }) => [type, fed])).toEqual([
    ['counterDay.erased', [OTHER]],
    ['counterDay.reopened', [OTHER]],
  ]);
  expect(rows[1]?.body).toBeNull();
  expect(rows[0]?.body).not.toContain(NAME);
  await sql`drop schema kept cascade`.execute(world.province.db);
});
