import { emptyReceipt, type ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import { heads } from '../../../domain/log/order.ts';
import { bodyOf } from '../../../main/store/store.ts';
import type { NewEvent } from '../../../main/store/events.ts';
import { drawAct } from './acts.ts';
import type { Chance } from './chance.ts';
import { planted } from './erase.ts';
import { seats } from './prepared.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';

/** What officers do at a desk. Each rejects as the call does; what has returned was told them as saved. */

const holders: readonly Holder[] = seats.map(({ name, office, user }) => ({
  kind: name === 'unit' ? 'unit' : 'counter',
  office,
  place: name,
  user,
  name: user,
}));

/** @returns the printed code */
export async function receiveDossier(desk: Pick<SimDesk, 'seat'>, life: DeskLife, chance: Chance): Promise<string> {
  const { context, handlers } = life.opened;
  const other = seats.find(({ office }) => office !== desk.seat.office)?.office ?? null;
  const draftId = context.random.id();
  const whole = await complete(life);
  const { applicant } = whole;
  const content: ReceiptContent = {
    ...whole,
    // A dossier's id is its draft's.
    applicant: applicant === null ? null : { ...applicant, name: `${applicant.name} G${planted(draftId).slice(1)}` },
    visit: context.random.id(),
    competentOffice: chance.happens(15) ? other : null,
    note: `Số ${chance.below(1000)}`,
  };
  const reply = await handlers['receipt.receive']({ draftId, revision: 0, content, approval: null }, life.session);
  return reply.code;
}

/** One lawful act on one of the dossiers this desk knows, the newest more often. @returns whether one came up */
export function actOnDossier(desk: Pick<SimDesk, 'seat' | 'release'>, life: DeskLife, chance: Chance): boolean {
  const { context, acting } = life.opened;
  const known = context.store.dossiers.recent(12);
  if (known.length === 0) return false;
  const view = known[Math.floor(chance.fraction() ** 2 * known.length)];
  if (view === undefined) return false;
  const here = holders.find(({ place }) => place === desk.seat.name) ?? chance.of(holders);
  const drawn = drawAct(
    view,
    {
      office: desk.seat.office,
      holder: here,
      others: holders.filter((each) => each !== here),
      at: context.localNow(),
      newId: () => context.random.id(),
      knows: (type) => desk.release.knows(type),
    },
    chance,
  );
  if (drawn === null) return false;
  const approver = drawn.approved ? life.user(desk.seat.chief) : null;
  context.store.record(() => ({
    now: context.clock.now(),
    events: acting.entries({ id: view.id, view }, [drawn.act], life.user(desk.seat.user), approver),
  }));
  acting.done();
  return true;
}

/** A counter's day is opened again: something that is nobody's dossier. */
export function reopenDay(desk: SimDesk, life: DeskLife): void {
  const { context } = life.opened;
  const aggregateId = context.random.id();
  const body = { reason: `Ghi thiếu ${planted(aggregateId)}`, at: context.localNow() };
  write(desk, life, { aggregate: 'counterDay', aggregateId, type: 'counterDay.reopened', version: 1, body });
}

/** Somebody's request is refused at the counter: a dossier that begins with it. @returns whether there was anything to make it of */
export function refuse(desk: SimDesk, life: DeskLife): boolean {
  const body = desk.release.knows('dossier.refused') ? refusedAt(life, desk.seat.office) : null;
  if (body === null) return false;
  const aggregateId = life.opened.context.random.id();
  write(desk, life, { aggregate: 'dossier', aggregateId, type: 'dossier.refused', version: 1, body });
  return true;
}

/** A slip as the release before wrote it. @returns whether there was a dossier to print one of */
export function printOldSlip(desk: SimDesk, life: DeskLife, chance: Chance): boolean {
  const { context } = life.opened;
  const known = context.store.dossiers.recent(6).filter((view) => view.received !== null);
  if (known.length === 0) return false;
  const body = {
    slipId: context.random.id(),
    form: '01',
    issue: 1,
    copyOf: null,
    templateVersion: 'mau-01@1',
    pdfSha256: '0'.repeat(64),
    madeOffline: true,
    checkCode: '7K2M',
    token: 't',
  };
  const aggregateId = chance.of(known).id;
  write(desk, life, { aggregate: 'dossier', aggregateId, type: 'dossier.slipIssued', version: 1, body });
  return true;
}

function write(
  desk: SimDesk,
  life: DeskLife,
  event: Pick<NewEvent, 'aggregate' | 'aggregateId' | 'type' | 'version'> & { readonly body: object },
): void {
  const { context, acting } = life.opened;
  const { store } = context;
  store.record(() => ({
    now: context.clock.now(),
    events: [
      {
        stamp: context.stamp(),
        event: {
          ...event,
          body: bodyOf(event.body),
          after: heads((store.log?.ofAggregate(event.aggregateId) ?? []).map(({ envelope }) => envelope)),
          actor: desk.seat.user,
          approvedBy: null,
        },
      },
    ],
  }));
  acting.done();
}

/** What no honest desk of this release writes; it stands in the log like anything else. */
export const poisons = {
  /** A newer desk's event: it waits until the server is of that release. */
  'unknown type': 'XV-03',
  /** A body that its schema does not know. */
  'broken body': 'XV-03',
  'too large': 'XV-08',
  /** Opens a dossier in another office's name. */
  'of another office': 'XV-04',
} as const;
export type Poison = keyof typeof poisons;

/** @returns the aggregate it is about; null where there is nothing to make it of */
export function writePoison(desk: SimDesk, life: DeskLife, kind: Poison): string | null {
  const { context, acting } = life.opened;
  const { store } = context;
  const other = seats.find(({ office }) => office !== desk.seat.office)?.office ?? '';
  const events: Record<Poison, { readonly type: string; readonly body: object | null }> = {
    'unknown type': { type: 'dossier.teleported', body: { where: 'xa' } },
    'broken body': { type: 'dossier.noted', body: { text: 1 } },
    'too large': { type: 'dossier.noted', body: { text: 'a'.repeat(300_000), at: context.localNow() } },
    'of another office': { type: 'dossier.refused', body: refusedAt(life, other) },
  };
  const { type, body } = events[kind];
  const log = store.log;
  if (log === null || body === null) return null;
  const aggregateId = context.random.id();
  store.transact(() => {
    const event = { aggregate: 'dossier', aggregateId, after: [], type, version: 1 } as const;
    const by = { actor: desk.seat.user, approvedBy: null };
    log.insertOwn(log.prepare({ ...event, ...by, body: bodyOf(body) }, context.stamp()), context.clock.now());
  });
  acting.done();
  return aggregateId;
}

function refusedAt(life: DeskLife, office: string): object | null {
  const known = life.opened.context.store.dossiers.recent(1)[0];
  if (known === undefined) return null;
  const intake = { ...known.intake, receivingOffice: office, applicant: null, submitter: null };
  const at = life.opened.context.localNow();
  return { intake, why: 'not-allowed', reason: 'thử', legalBasis: '', rightAgency: null, at };
}

const contents = new Map<string, ReceiptContent>();

/** A receipt that lacks nothing, made once for each edition of the catalogue. */
async function complete(life: DeskLife): Promise<ReceiptContent> {
  const { context, handlers } = life.opened;
  const version = context.reference.versions().catalogue;
  const found = contents.get(version);
  if (found !== undefined) return found;
  const typed: ReceiptContent = {
    // Its own for each receipt. What is made once draws nothing: a seed tells its story whichever seed was told before it.
    ...emptyReceipt('019ab000-0000-7000-8000-000000000000'),
    procedureCode: '1.004873',
    feeAmount: 0,
    applicant: {
      kind: 'citizen',
      name: 'Nguyễn Thị Hồng Nhung',
      personalId: '087196004218',
      oldId: '',
      birthDate: '14/08/1996',
      sex: 'female',
      address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp',
      phone: '0912 000 345',
      email: '',
      taxCode: '',
      source: { kind: 'card', at: '2026-11-23T10:39:00' },
    },
  };
  const assess = async (content: ReceiptContent) =>
    handlers['receipt.assess']({ content, draftId: null }, life.session);
  const first = await assess(typed);
  const withCase = { ...typed, caseId: first.procedure?.cases[0]?.id ?? null };
  const { checklist } = await assess(withCase);
  const has = { state: 'has' as const, originals: null, copies: null, note: '' };
  const whole = { ...withCase, papers: Object.fromEntries(checklist.map((row) => [row.paperId, has])) };
  contents.set(version, whole);
  return whole;
}
