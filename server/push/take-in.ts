import type { ReadEvent } from '../../contract/events.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import { aggregateSchema } from '../../contract/sync.ts';
import { formatDossierCode } from '../../domain/dossier/code.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import { enterInBook } from '../store/book.ts';
import { claimCode, saveView, type Concern } from '../store/dossiers.ts';
import { eventsOf, insertEvent, type StoredEvent } from '../store/events.ts';
import type { FeedWriter } from '../store/feed.ts';
import { grantById } from '../store/grants.ts';
import type { LogRow } from '../store/logs.ts';
import { nameScan } from '../store/scans.ts';
import { queueMessages } from '../store/messages.ts';
import type { Tx } from '../store/pool.ts';
import { foldStored, officesNamed } from './fold.ts';
import type { WholeEvent } from './judge.ts';

/** The end an event met, before it is signed. */
export interface End {
  readonly end: 'applied' | 'flagged' | 'quarantined';
  readonly reason: ProblemCode | null;
  readonly book: { readonly year: number; readonly number: number } | null;
}

export interface TakeIn {
  readonly tx: Tx;
  readonly log: LogRow;
  readonly feed: FeedWriter;
  readonly now: number;
}

/** Why a whole event is kept apart from every feed and fold, or null. */
export function apartBecause(
  log: LogRow,
  { envelope, read, apart }: WholeEvent,
  known: {
    readonly kind: string;
    readonly concern: Concern;
    readonly isProven: boolean;
    readonly writers: readonly string[];
  },
): ProblemCode | null {
  if (log.trusted !== null && envelope.seq > log.trusted) return 'XV-06';
  if (apart !== null || read === null) return apart ?? 'XV-03';
  if (known.kind !== envelope.aggregate) return 'XV-03';
  if (read.type === 'dossier.submitted' && !log.portal) return 'XV-04';
  const opens = beginsAt(read);
  if (opens !== null && opens !== log.office) return 'XV-04';
  // Only an office already concerned may add to a dossier or a batch; the rest never leaves its office.
  const travels = envelope.aggregate === 'dossier' || envelope.aggregate === 'batch';
  const allowed = travels ? known.concern.offices : known.writers;
  if (allowed.length === 0 || allowed.includes(log.office)) return null;
  // Its beginning may come after what others did with the paper.
  if (travels && !known.concern.isBegun) return null;
  return known.isProven ? null : 'XV-04';
}

/** The office where an event of this kind can begin a dossier: that of the desk that writes it. */
function beginsAt(read: ReadEvent): string | null {
  if (read.type === 'dossier.received') return read.body.receivingOffice;
  if (read.type === 'dossier.guided' || read.type === 'dossier.refused') return read.body.intake.receivingOffice;
  return read.type === 'batch.closed' ? read.body.from.office : null;
}

/** Stores an event outside every fold. It stands in its own office's feed as a verdict only. */
export async function setApart(taking: TakeIn, event: WholeEvent, reason: ProblemCode): Promise<End> {
  await store(taking, event, true);
  return { end: 'quarantined', reason, book: null };
}

/** Stores an event, folds its dossier again, and finds what does not fit. */
export async function takeEvent(taking: TakeIn, event: WholeEvent): Promise<End> {
  const { tx } = taking;
  const { envelope, read } = event;
  await store(taking, event, false);
  const events = await eventsOf(tx, envelope.aggregateId);
  if (envelope.aggregate !== 'dossier') {
    await pass(taking, event, events, officesNamed(events));
    return { end: 'applied', reason: null, book: null };
  }
  const view = foldStored(envelope.aggregateId, events);
  if (view !== null) {
    await saveView(tx, view);
    await queueMessages(tx, view, taking.now);
  }
  await pass(taking, event, events, view === null ? [] : officesNamed(events));
  if (read?.type === 'dossier.paperDigitised') {
    const { fileId: hash, bytes } = read.body;
    const dossier = envelope.aggregateId;
    await nameScan(tx, { log: envelope.log, seq: envelope.seq, hash, bytes, office: taking.log.office, dossier });
  }
  let reason: ProblemCode | null = null;
  let book: End['book'] = null;
  if (read?.type === 'dossier.received') {
    reason = await codeFault(taking, envelope.aggregateId, read.body);
    const year = Number(read.body.receivedAt.slice(0, 4));
    book = await enterInBook(tx, envelope.aggregateId, read.body.receivingOffice, year);
  }
  if (reason === null && view?.flags.some((flag) => flag.events.includes(envelope.id)) === true) reason = 'XV-09';
  return { end: reason === null ? 'applied' : 'flagged', reason, book };
}

/** XV-05: another dossier carries this code; XV-07: the number is not from a range of this log. */
async function codeFault(
  taking: TakeIn,
  aggregateId: string,
  { code, receivingOffice }: DossierReceived,
): Promise<ProblemCode | null> {
  if ((await claimCode(taking.tx, aggregateId, code)) !== aggregateId) return 'XV-05';
  if (code.kind === 'temporary') return code.grantId === null ? null : 'XV-07';
  const grant = code.grantId === null ? null : await grantById(taking.tx, code.grantId);
  const fits =
    grant !== null &&
    grant.log === taking.log.id &&
    grant.office === receivingOffice &&
    grant.from <= code.number &&
    code.number <= grant.to &&
    grant.validFrom <= code.date &&
    code.date <= grant.validTo &&
    code.text === codeText(grant.prefix, code);
  return fits ? null : 'XV-07';
}

function codeText(agency: string, code: DossierReceived['code']): string | null {
  try {
    return formatDossierCode({ agency, date: code.date, number: code.number });
  } catch {
    return null;
  }
}

/** Puts the event into the feed of every office concerned, and with a newly concerned office all that went before. */
async function pass(
  taking: TakeIn,
  { envelope }: WholeEvent,
  events: readonly StoredEvent[],
  named: readonly string[],
): Promise<void> {
  const { log, feed } = taking;
  const offices = new Set(named);
  for (const office of [...offices].sort()) {
    for (const event of events) if (!event.fed.includes(office)) await feed.add(office, event.log, event.seq);
  }
  if (!offices.has(log.office)) await feed.add(log.office, envelope.log, envelope.seq);
}

async function store(taking: TakeIn, event: WholeEvent, quarantined: boolean): Promise<void> {
  const { envelope } = event;
  await insertEvent(taking.tx, {
    log: envelope.log,
    seq: envelope.seq,
    id: envelope.id,
    device: envelope.device,
    aggregate_id: envelope.aggregateId,
    aggregate: aggregateSchema.safeParse(envelope.aggregate).data ?? 'other',
    type: envelope.type,
    version: envelope.version,
    hash: envelope.hash,
    envelope: event.envelopeText,
    body: event.bodyText,
    salt: event.salt,
    bytes: event.bytes,
    received_at: taking.now,
    quarantined,
  });
  if (quarantined) await taking.feed.add(taking.log.office, envelope.log, envelope.seq);
}
