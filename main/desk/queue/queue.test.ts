import { afterAll, beforeAll, expect, test } from 'vitest';
import { arriveIn } from '../../../tests/harness/arrived.ts';
import { completeReceipt } from '../../../tests/harness/complete-receipt.ts';
import { bodies } from '../../../tests/harness/dossier-acts.ts';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../../tests/harness/hall-office.ts';
import { dossierId, resultDossier } from '../../../tests/harness/result-dossiers.ts';

/** Two counters of one office over its own network, no line to the province. */

let office: HallOffice;
let first: HallDesk;
let second: HallDesk;

beforeAll(async () => {
  office = hallOffice();
  first = await office.desk('ngan');
  second = await office.desk('tam');
  office.introduce();
  await first.user.call('hall.open', {});
  await pair(first, second);
  for (const { user } of [first, second]) await user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
});
afterAll(() => office.close());

const card = '087196004218|340112233|Nguyễn Thị Hồng Nhung|14081996|Nữ|Số 42, phường Sa Đéc, Đồng Tháp|25062021';
const ordinary = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, second: null } as const;

async function refusalOf(desk: HallDesk, ticket: string): Promise<string | null> {
  const reply = await desk.user.try('queue.card', { ticket });
  return reply.ok ? null : reply.error.code;
}

test('what a card said is told to whoever has its person at the counter, to nobody else', async () => {
  const { id } = await first.user.call('queue.give', { ...ordinary, card });
  await second.user.until('queue.get', {}, ({ mine }) => mine.some((row) => row.id === id));
  expect(await refusalOf(first, id)).toBe('HC-10');
  await second.user.call('queue.act', { act: { kind: 'call', ticket: id } });
  expect(await second.user.call('queue.card', { ticket: id })).toEqual({ card });
  expect(await refusalOf(first, id)).toBe('HC-10');
});

test('a second number of a field is given at the counter with a reason, which stays with it', async () => {
  const other = card.replace('087196004218', '087196004226');
  const { id, text } = await first.user.call('queue.give', { ...ordinary, card: other });
  const again = await first.user.try('queue.give', { ...ordinary, card: other });
  expect(again).toMatchObject({ ok: false, error: { code: 'HC-08', params: { number: text } } });
  const given = await first.user.call('queue.give', { ...ordinary, card: other, second: 'nộp hộ mẹ' });
  const view = first.store.halls.view('xa-29905', '2026-11-23', (each) => first.store.log?.ofAggregate(each) ?? []);
  expect(view.tickets.find((each) => each.id === given.id)?.second).toEqual({ of: id, reason: 'nộp hộ mẹ' });
});

test('booked for later it is told from when it is called, and nothing of the wait; a time that is past is refused', async () => {
  const now = (await first.user.call('status.get', {})).clock.now;
  const booked = { ...ordinary, card: null, lane: 'booked', bookedFor: `${now.slice(0, 10)}T23:30:00` } as const;
  const given = await first.user.call('queue.give', booked);
  expect(given).toMatchObject({ calledFrom: `${now.slice(0, 10)}T23:25:00`, ahead: 0, low: 0, high: 0 });
  const { later, mine } = await first.user.call('queue.get', {});
  expect(later).toMatchObject([{ id: given.id, text: given.text, bookedFor: booked.bookedFor }]);
  expect(mine.some(({ id }) => id === given.id)).toBe(false);
  expect(await first.user.call('queue.find', { text: given.text, limit: 8 })).toMatchObject([
    { state: 'waiting', bookedFor: booked.bookedFor },
  ]);
  const past = await first.user.try('queue.give', { ...booked, bookedFor: now });
  expect(past).toMatchObject({ ok: false, error: { code: 'HC-15' } });
});

test('a number is found at every counter whatever became of its ticket, with where it is; called there it lives again', async () => {
  const { id, text } = await first.user.call('queue.give', { ...ordinary, card: null });
  await first.user.call('queue.act', { act: { kind: 'call', ticket: id } });
  await first.user.call('queue.act', { act: { kind: 'hold', ticket: id, reason: 'điền tờ khai' } });
  const asked = { text: text.toLowerCase(), limit: 8 };
  const rows = await second.user.until('queue.find', asked, ([row]) => row?.state === 'held');
  expect(rows).toMatchObject([{ id, text, state: 'held', isHere: false, expired: null }]);
  expect(rows[0]?.counter).toMatch(/^Quầy /);
  expect(await first.user.call('queue.find', asked)).toMatchObject([{ id, state: 'held', isHere: true }]);
  const { serving } = await second.user.call('queue.act', { act: { kind: 'call', ticket: id } });
  expect(serving?.id).toBe(id);
  expect(await second.user.call('queue.find', { text: 'nguyễn', limit: 8 })).toEqual([]);
});

test('the serving time of whoever stands at the counter ends with their dossier', async () => {
  const { id } = await first.user.call('queue.give', { ...ordinary, card: null });
  const { serving } = await first.user.call('queue.act', { act: { kind: 'call', ticket: id } });
  expect(serving?.id).toBe(id);
  const draft = await first.user.call('draft.create', { from: null });
  const content = await completeReceipt(first.user);
  const { dossierId } = await first.user.call('receipt.receive', {
    draftId: draft.id,
    revision: 0,
    content,
    approval: null,
  });
  await first.user.until('queue.get', {}, (queue) => queue.serving === null);
  const [ticket] = first.store.halls
    .view('xa-29905', '2026-11-23', (each) => first.store.log?.ofAggregate(each) ?? [])
    .tickets.filter((each) => each.id === id);
  expect(ticket).toMatchObject({ state: 'ended', endedBy: 'dossier', dossiers: [dossierId] });
});

test('a further dossier of the visit belongs to the same number, though the next is called already; a stranger’s does not', async () => {
  const asked = await Promise.all([1, 2].map(() => first.user.call('queue.give', { ...ordinary, card: null })));
  const [one = '', two = ''] = asked.map(({ id }) => id);
  const receive = async (from: string | null): Promise<string> => {
    const { id: draftId, revision, content } = await first.user.call('draft.create', { from });
    const { visit } = content;
    const filled = { ...(await completeReceipt(first.user)), visit };
    return (await first.user.call('receipt.receive', { draftId, revision, content: filled, approval: null })).dossierId;
  };
  const ended = async (number: string, dossiers: string[]): Promise<void> => {
    const tickets = () =>
      first.store.halls.view('xa-29905', '2026-11-23', (each) => first.store.log?.ofAggregate(each) ?? []).tickets;
    await first.user.until('queue.get', {}, () =>
      tickets().some(({ id, dossiers: own }) => id === number && own.length === dossiers.length),
    );
    expect(tickets().find(({ id }) => id === number)).toMatchObject({ state: 'ended', endedBy: 'dossier', dossiers });
  };
  await first.user.call('queue.act', { act: { kind: 'call', ticket: one } });
  const hs1 = await receive(null);
  await ended(one, [hs1]);
  const hs2 = await receive(hs1);
  await ended(one, [hs1, hs2]);
  await first.user.call('queue.act', { act: { kind: 'call', ticket: two } });
  const hs3 = await receive(hs2);
  await ended(one, [hs1, hs2, hs3]);
  expect((await first.user.call('queue.get', {})).serving?.id).toBe(two);
  const other = await receive(null);
  await ended(two, [other]);
});

test('what is done with a dossier of an earlier visit belongs to whoever stands there, not to the number of its sibling', async () => {
  const demand = { ...bodies['dossier.supplementRequested'](1), at: '2026-11-19T09:00:00' };
  const waiting = {
    finished: null,
    backAt: null,
    more: [{ type: 'dossier.supplementRequested', body: demand }],
  } as const;
  arriveIn(first.store, [resultDossier(1, waiting), resultDossier(2, waiting)]);
  const [visit, sibling] = [1, 2].map((n) => first.store.dossiers.get(dossierId(n))?.received?.visit);
  expect(visit).toEqual(expect.any(String));
  expect(sibling).toBe(visit);
  for (const n of [1, 2]) {
    const { id } = await first.user.call('queue.give', { ...ordinary, card: null });
    await first.user.call('queue.act', { act: { kind: 'call', ticket: id } });
    const papers = [{ paperId: null, name: 'Tờ khai', originals: 1, copies: 0 }];
    await first.user.call('processing.recordSupplement', { id: dossierId(n), papers, dueEntered: null });
    await first.user.until('queue.get', {}, ({ serving }) => serving === null);
    expect((await first.user.call('queue.get', {})).last?.id).toBe(id);
  }
});

test('it ends with a click where no dossier came of it, and with a break', async () => {
  const { id } = await first.user.call('queue.give', { ...ordinary, card: null });
  await first.user.call('queue.act', { act: { kind: 'call', ticket: id } });
  const done = await first.user.call('queue.act', { act: { kind: 'end', ticket: id } });
  expect(done).toMatchObject({ serving: null, last: { id } });
  const next = await first.user.call('queue.give', { ...ordinary, card: null });
  await first.user.call('queue.act', { act: { kind: 'call', ticket: next.id } });
  const until = '2026-11-23T13:30:00';
  const away = await first.user.call('queue.act', { act: { kind: 'away', reason: 'Nghỉ trưa', until } });
  expect(away).toMatchObject({ serving: null, last: { id: next.id }, counter: { state: 'away', until } });
  await first.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
});

test('it ends with the first print of what was told to whoever only asked, not with a copy or with the sheet of who was there before', async () => {
  const about = { procedureCode: '1.004873', channel: 'DIRECT' } as const;
  const { caseId, cases } = await first.user.call('advice.sheet', { ...about, caseId: null });
  const told = { ...about, caseId: caseId ?? cases[0]?.id ?? '', name: '', way: 'paper', note: '' } as const;
  const tell = async (): Promise<string> =>
    (await first.user.call('advice.give', { ...told, id: crypto.randomUUID() })).adviceId;
  const callOne = async (): Promise<string> => {
    const { id } = await first.user.call('queue.give', { ...ordinary, card: null });
    await first.user.call('queue.act', { act: { kind: 'call', ticket: id } });
    return id;
  };
  const before = await tell();
  const id = await callOne();
  const adviceId = await tell();
  await first.user.call('advice.print', { adviceId });
  const { last } = await first.user.until('queue.get', {}, (queue) => queue.serving === null);
  expect(last?.id).toBe(id);

  const next = await callOne();
  // The copy of a sheet that was printed, and the first print of one told while this number was not called.
  await first.user.call('advice.print', { adviceId });
  await first.user.call('advice.print', { adviceId: before });
  // Decided by the host one after the other: had either ended it, that would have been before this.
  const held = await first.user.call('queue.act', { act: { kind: 'hold', ticket: next, reason: 'điền tờ khai' } });
  expect(held.held.map((row) => row.id)).toContain(next);
  await first.user.call('queue.act', { act: { kind: 'resume', ticket: next } });
  await first.user.call('advice.print', { adviceId: await tell() });
  await first.user.until('queue.get', {}, (queue) => queue.serving === null);
});
