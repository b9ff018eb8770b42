import { isErasure, type ReadEvent } from '../../contract/events.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import type { SigningKey } from '../../contract/signing.ts';
import { aggregateSchema, type Verdict } from '../../contract/sync.ts';
import { formatDossierCode } from '../../domain/dossier/code.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import { enterInBook } from '../store/book.ts';
import { claimCodes, saveViews, writingOffices, type Concern } from '../store/dossiers.ts';
import { eraseStored, type ErasureTaken } from '../store/erased.ts';
import { eventsOfEach, insertEvents } from '../store/events.ts';
import type { Fed, FeedWriter } from '../store/feed.ts';
import { grantsById, type HeldGrant } from '../store/grants.ts';
import type { LogRow } from '../store/logs.ts';
import { meanwhile } from '../store/meanwhile.ts';
import { messagesOf, queueMessages, type NewMessage } from '../store/messages.ts';
import { nameScans, type ScanNamed } from '../store/scans.ts';
import type { Tx } from '../store/pool.ts';
import { insertVerdicts } from '../store/verdicts.ts';
import { historyOf, type History } from './history.ts';
import { erasedThings } from './prepare.ts';
import type { WholeEvent } from './judge.ts';
import { signVerdict } from './verdict.ts';

/** The end an event met, before it is signed. */
interface End {
  readonly end: 'applied' | 'flagged' | 'quarantined';
  readonly reason: ProblemCode | null;
  readonly book: { readonly year: number; readonly number: number } | null;
}

export interface TakeIn {
  readonly tx: Tx;
  readonly log: LogRow;
  readonly feed: FeedWriter;
  readonly now: number;
  /** Signs the verdicts. */
  readonly key: SigningKey;
  /** Hashes of events this province had confirmed before it was put back from a copy: its own word still holds. */
  readonly confirmed: ReadonlySet<string>;
  /** It stood behind the end of a log that its desk has left, and comes in in another place: a person looks at it. */
  readonly isLeftBehind: boolean;
  /** Aggregates this transaction has made, while nothing is stored of them: there is nothing to read. */
  readonly unwritten: Set<string>;
}

/** Why a whole event is kept apart from every feed and fold, or null. */
export function apartBecause(
  log: LogRow,
  { envelope, read, apart, isErased }: WholeEvent,
  known: {
    readonly kind: string;
    readonly concern: Concern;
    readonly isProven: boolean;
    readonly isConfirmed: boolean;
    readonly writers: readonly string[];
  },
): ProblemCode | null {
  // What had been in before its desk was revoked stays in, though this province was put back from a copy since.
  if (log.trusted !== null && envelope.seq > log.trusted && !known.isConfirmed) return 'XV-06';
  // A machine of the waiting room hosts no hall and receives nobody: whoever writes with its key is not it.
  if (log.kind !== 'desk') return 'XV-04';
  if (isErased && read === null) return null;
  if (apart !== null || read === null) return apart ?? 'XV-03';
  if (known.kind !== envelope.aggregate) return 'XV-03';
  if (read.type === 'dossier.submitted' && !log.portal) return 'XV-04';
  // The province's own word, on anything.
  if (isErasure(read)) return log.portal ? null : 'XV-04';
  const opens = beginsAt(read);
  if (opens !== null && opens !== log.office) return 'XV-04';
  // Only an office already concerned may add to a dossier or a batch; the rest never leaves its office.
  const travels = envelope.aggregate === 'dossier' || envelope.aggregate === 'batch';
  const allowed = travels ? known.concern.offices : known.writers;
  if (allowed.length === 0 || allowed.includes(log.office)) return null;
  // Its beginning may come after what others did with the paper.
  if (travels && !known.concern.isBegun) return null;
  return known.isProven || known.isConfirmed ? null : 'XV-04';
}

/** Whether a place lies behind the last one that its desk left in the log. What stays may come late: after a restore, say. */
export function isBehindEnd(log: LogRow, seq: number): boolean {
  return log.ended_at !== null && seq > (log.ended_seq ?? 0);
}

/** The office where an event of this kind can begin a dossier: that of the desk that writes it. */
function beginsAt(read: ReadEvent): string | null {
  if (read.type === 'dossier.received') return read.body.receivingOffice;
  if (read.type === 'dossier.guided' || read.type === 'dossier.refused') return read.body.intake.receivingOffice;
  return read.type === 'batch.closed' ? read.body.from.office : null;
}

/** An event to be stored, and why it is kept apart, if it is. */
export interface Incoming {
  readonly event: WholeEvent;
  readonly apart: ProblemCode | null;
}

/**
 * Stores a stretch of one log with the verdict of each event: what does not fit of it, as had it come alone.
 * Every aggregate is read once and written once, so a stretch costs as many statements as one event. One kept apart is
 * stored outside every fold, and stands in its own office's feed as a verdict only.
 */
export async function takeStretch(taking: TakeIn, stretch: readonly Incoming[]): Promise<Verdict[]> {
  const { tx, log, feed, now, confirmed, key } = taking;
  const read = await readFor(taking, stretch);
  for (const { event } of stretch) taking.unwritten.delete(event.envelope.aggregateId);
  const inserting = insertEvents(
    tx,
    stretch.map((incoming) => rowOf(incoming, now)),
  );
  const views = new Map<string, DossierView>();
  const messages = new Map<string, NewMessage>();
  const scans: ScanNamed[] = [];
  const fed: Fed[] = [];
  const erasures: ErasureTaken[] = [];
  const endOf = ({ event, apart }: Incoming): End => {
    const { envelope } = event;
    if (isApart({ event, apart })) {
      fed.push({ office: log.office, log: envelope.log, seq: envelope.seq });
      return { end: 'quarantined', reason: apart ?? 'XV-03', book: null };
    }
    const history = read.history(envelope.aggregateId);
    history.add(envelope, event.read);
    const erasure = event.read !== null && isErasure(event.read) ? event.read : null;
    if (erasure !== null) {
      erasures.push({ id: envelope.id, of: envelope.aggregateId, events: erasure.body.events });
    }
    const writers = erasure === null ? [log.office] : read.offices(envelope.aggregateId);
    if (envelope.aggregate !== 'dossier') {
      // Nobody is concerned by it but who wrote it, and whom a handover list names.
      fed.push(...history.toFeed(true, erasure === null ? log.office : null), ...history.erasuresTo(writers));
      return { end: 'applied', reason: null, book: null };
    }
    const view = history.fold();
    fed.push(...history.toFeed(view !== null, erasure === null ? log.office : null), ...history.erasuresTo(writers));
    if (view !== null) {
      views.set(view.id, view);
      for (const message of messagesOf(view)) if (!messages.has(message.id)) messages.set(message.id, message);
    }
    if (event.read?.type === 'dossier.paperDigitised') {
      const { fileId: hash, bytes } = event.read.body;
      scans.push({ log: log.id, seq: envelope.seq, hash, bytes, office: log.office, dossier: envelope.aggregateId });
    }
    let reason = event.read?.type === 'dossier.received' ? read.codeFault(envelope, event.read.body) : null;
    // Its desk did not have it when it left the log: it comes from a colleague, or from a copy of it. A person looks at it,
    // unless the province itself had confirmed it there.
    const isBehind = taking.isLeftBehind || isBehindEnd(log, envelope.seq);
    if (reason === null && isBehind && !confirmed.has(envelope.hash)) reason = 'XV-17';
    if (reason === null && view?.flags.some((flag) => flag.events.includes(envelope.id)) === true) reason = 'XV-09';
    return { end: reason === null ? 'applied' : 'flagged', reason, book: read.book(envelope.id) };
  };
  const ends = await meanwhile(inserting, () => stretch.map(endOf));
  const verdicts = await meanwhile(saveViews(tx, [...views.values()]), () =>
    stretch.map(({ event: { envelope } }, nth) => {
      const end = ends[nth];
      if (end === undefined) throw new Error('an event without an end');
      const { id: eventId, log: at, seq, hash } = envelope;
      return signVerdict(key, { eventId, log: at, seq, hash, ...end, at: now });
    }),
  );
  await queueMessages(tx, [...messages.values()], now);
  await nameScans(tx, scans);
  await eraseStored(tx, erasures, now);
  await feed.add(fed);
  await insertVerdicts(tx, verdicts);
  return verdicts;
}

/** What the stretch needs to know of what is stored, and the numbers and codes its receipts take. */
interface Read {
  history(aggregateId: string): History;
  /** XV-05: another dossier carries this code; XV-07: the number is not from a range of this log, or of one its desk left. */
  codeFault(envelope: WholeEvent['envelope'], body: DossierReceived): ProblemCode | null;
  /** The running number given for this event, or null. */
  book(eventId: string): End['book'];
  /** Offices that wrote on a thing that is erased here. */
  offices(aggregateId: string): readonly string[];
}

async function readFor({ tx, log, confirmed, unwritten }: TakeIn, stretch: readonly Incoming[]): Promise<Read> {
  const fitting = stretch.flatMap(({ event, apart }) => (apart === null ? [event] : []));
  const receipts = fitting.flatMap(({ envelope, read }) =>
    read?.type === 'dossier.received' ? [{ id: envelope.id, dossier: envelope.aggregateId, body: read.body }] : [],
  );
  const ids = new Set(fitting.map(({ envelope }) => envelope.aggregateId));
  const stored = await eventsOfEach(
    tx,
    [...ids].filter((id) => !unwritten.has(id)),
  );
  const holders = await claimCodes(
    tx,
    receipts.map(({ dossier, body }) => ({ dossier, code: body.code })),
  );
  const writers = await writingOffices(tx, erasedThings(stretch.map(({ event }) => event)), true);
  const grants = await grantsById(
    tx,
    receipts.flatMap(({ body }) => body.code.grantId ?? []),
  );
  const given = await enterInBook(
    tx,
    receipts.map(({ dossier, body }) => ({
      dossier,
      office: body.receivingOffice,
      year: Number(body.receivedAt.slice(0, 4)),
    })),
  );
  const histories = new Map<string, History>();
  // One dossier received twice has one number, given with the first.
  const first = new Map(receipts.toReversed().map(({ id, dossier }) => [dossier, id]));
  const books = new Map([...first].map(([dossier, id]) => [id, given.get(dossier) ?? null]));
  return {
    history(aggregateId) {
      const known = histories.get(aggregateId) ?? historyOf(aggregateId, stored.get(aggregateId) ?? []);
      histories.set(aggregateId, known);
      return known;
    },
    codeFault({ aggregateId, hash }, { code, receivingOffice }) {
      if (holders.get(code.text) !== aggregateId) return 'XV-05';
      // Its range was looked at when it was confirmed, and may be forgotten with it.
      if (confirmed.has(hash)) return null;
      if (code.kind === 'temporary') return code.grantId === null ? null : 'XV-07';
      const grant = code.grantId === null ? undefined : grants.get(code.grantId);
      return grant !== undefined && isOf(grant, log, code, receivingOffice) ? null : 'XV-07';
    },
    book: (eventId) => books.get(eventId) ?? null,
    offices: (aggregateId) => writers.get(aggregateId) ?? [],
  };
}

/** Of a range of this log, or of one its desk has left: an event that moved keeps the number that is on paper. */
function isOf(grant: HeldGrant, log: LogRow, code: DossierReceived['code'], receivingOffice: string): boolean {
  return (
    (grant.log === log.id || (grant.isLeft && grant.device === log.device)) &&
    grant.office === receivingOffice &&
    grant.from <= code.number &&
    code.number <= grant.to &&
    grant.validFrom <= code.date &&
    code.date <= grant.validTo &&
    code.text === codeText(grant.prefix, code)
  );
}

function codeText(agency: string, code: DossierReceived['code']): string | null {
  try {
    return formatDossierCode({ agency, date: code.date, number: code.number });
  } catch {
    return null;
  }
}

/** Whether it stays outside every fold; one erased is part of its dossier, though nothing of it can be read. */
function isApart({ event, apart }: Incoming): boolean {
  return apart !== null || (event.read === null && !event.isErased);
}

function rowOf({ event, apart }: Incoming, now: number) {
  const { envelope } = event;
  return {
    log: envelope.log,
    seq: envelope.seq,
    id: envelope.id,
    device: envelope.device,
    aggregate_id: envelope.aggregateId,
    aggregate: aggregateSchema.safeParse(envelope.aggregate).data ?? ('other' as const),
    type: envelope.type,
    version: envelope.version,
    hash: envelope.hash,
    envelope: event.envelopeText,
    body: event.bodyText,
    salt: event.salt,
    bytes: event.bytes,
    received_at: now,
    quarantined: isApart({ event, apart }),
  };
}
