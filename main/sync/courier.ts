import {
  courierAnswerSchema,
  courierHeader,
  openCourier,
  sealCourier,
  type CourierContent,
} from '../../contract/courier.ts';
import { MOST_WRITTEN } from '../../contract/desk/courier.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { SigningKey } from '../../contract/signing.ts';
import type { Beginning } from '../../contract/logs.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS, type PushReply, type Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { OutgoingEvent } from '../store/outgoing.ts';
import type { Store } from '../store/store.ts';
import { beginRequest, givesUp, leaveGap } from './own-log.ts';
import { leftAgain } from './reconcile.ts';
import { dropRefused } from './refused-log.ts';
import { confirmations, isGenuine, takeElsewhere } from './settle.ts';

/** So many events go into one file at most, so that it and its answer pass through the page in one piece. */
const MAX_EVENTS = 2000;
/** What they take unpacked, bytes: an answer can hold all of them once more, and no more than twice this is unpacked. */
const MAX_EVENTS_BYTES = 8 * 1024 * 1024;
/** So much of how other desks' logs began, characters; a log of which more is to be told goes into a file of its own. */
const MAX_BEGUN = 200_000;

export interface CourierFile {
  readonly bytes: Buffer;
  readonly events: number;
  /** Events that wait and are not in it. */
  readonly left: number;
  readonly places: readonly { readonly log: string; readonly seq: number }[];
}

/**
 * What waits, sealed for the province and signed by this desk: batches as `push` sends them, of every log that waits here,
 * and behind them what other desks of the office told through the hall: they may have no line either, or be gone.
 * Changes nothing: they wait until a verdict on them is read.
 * @param skip events carried by files written before this one
 * @throws ProblemError CT-04 nothing waits, DK-03
 */
export function writeCourier(store: Store, now: number, skip: number): CourierFile {
  const enrolment = store.meta.get('enrolment');
  const signer = store.meta.get('deviceKey');
  if (enrolment === null || signer === null) throw new ProblemError('DK-03');
  const left = store.meta.get('leftLogs') ?? [];
  let waiting = within(MAX_EVENTS_BYTES, waitingUpTo(store, skip + MAX_EVENTS).slice(skip, skip + MAX_EVENTS));
  if (waiting.length === 0) throw new ProblemError('CT-04');
  const { server: province, device, serverPublicKey: to } = enrolment;
  for (;;) {
    const { rows, begun } = withBeginnings(store, waiting);
    const content: CourierContent = {
      made: now,
      begin: left.length === 0 ? null : beginRequest(store, left),
      begun,
      batches: batchesOf(rows).map((batch) => withConfirmations(store, batch)),
    };
    const bytes = sealCourier({ kind: 'send', province, device, signer, to }, content);
    if (bytes.length * 4 <= MOST_WRITTEN * 3 || rows.length === 1) {
      const places = rows.map(({ seq, event }) => ({ log: event.envelope.log, seq }));
      return { bytes, events: rows.length, left: toCarry(store) - skip - rows.length, places };
    }
    waiting = rows.slice(0, Math.ceil(rows.length / 2));
  }
}

/** As many of them as take so many bytes, one at least. */
function within(most: number, rows: readonly OutgoingEvent[]): readonly OutgoingEvent[] {
  let room = most;
  const end = rows.findIndex(({ bytes }, at) => (room -= bytes) < 0 && at > 0);
  return end === -1 ? rows : rows.slice(0, end);
}

/** How many events wait here for the province, other desks' too. */
export function toCarry({ outbox, hearing }: Pick<Store, 'outbox' | 'hearing'>): number {
  return outbox.count().events + hearing.waitingCount();
}

/** The own ones first. */
function waitingUpTo({ log, outbox, hearing }: Store, limit: number): OutgoingEvent[] {
  const own = outbox.logs().flatMap((each) => log?.unsentFrom(each, limit) ?? []);
  const known = new Set(own.map(({ id }) => id));
  const heard = hearing.waitingLogs().flatMap((each) => hearing.waitingOf(each, limit));
  return [...own, ...heard.filter(({ id }) => !known.has(id))];
}

/** With how the logs began that their desks made themselves: as many of these events as there is room for that. */
function withBeginnings(
  store: Store,
  rows: readonly OutgoingEvent[],
): { rows: readonly OutgoingEvent[]; begun: Beginning[] } {
  const own = store.meta.get('enrolment')?.log;
  const begun = new Map<string, Beginning>();
  const asked = new Set([own]);
  let room = MAX_BEGUN;
  for (const [at, { event }] of rows.entries()) {
    const { log } = event.envelope;
    if (asked.has(log)) continue;
    asked.add(log);
    const about = store.beginnings.about(log).filter((beginning) => !begun.has(beginning.log));
    room -= about.reduce((sum, beginning) => sum + JSON.stringify(beginning).length, 0);
    if (room < 0 && at > 0) return { rows: rows.slice(0, at), begun: [...begun.values()] };
    for (const beginning of about) begun.set(beginning.log, beginning);
  }
  return { rows, begun: [...begun.values()] };
}

interface Batch {
  readonly log: string;
  readonly events: LogEvent[];
}

/** As over the line: what was confirmed once goes with the province's word on it. */
function withConfirmations(store: Store, batch: Batch): CourierContent['batches'][number] {
  const verdicts = confirmations(
    store,
    batch.events.map(({ envelope }) => envelope.id),
  );
  return verdicts.length === 0 ? batch : { ...batch, verdicts };
}

/** Contiguous batches of one log each, within what one push may hold. */
export function batchesOf(rows: readonly Pick<OutgoingEvent, 'seq' | 'event' | 'bytes'>[]): Batch[] {
  const batches: Batch[] = [];
  let bytes = 0;
  let next = 0;
  for (const row of rows) {
    const { log } = row.event.envelope;
    const batch = batches.at(-1);
    bytes += row.bytes;
    const fits = batch?.log === log && row.seq === next && batch.events.length < MAX_BATCH_EVENTS;
    if (batch !== undefined && fits && bytes < MAX_BATCH_BYTES * 0.95) batch.events.push(row.event);
    else {
      batches.push({ log, events: [row.event] });
      ({ bytes } = row);
    }
    next = row.seq + 1;
  }
  return batches;
}

/** What an answer has said. */
export interface AnswerRead {
  /** Events that have their verdict by it. */
  readonly settled: number;
  /** Events that wait again: the province had them once, and lacks them. */
  readonly again: number;
  /** Codes of what it did not take. */
  readonly refused: readonly string[];
}

/**
 * Reads the province's answer: each verdict is kept as if the line had brought it, unless the province has said something else
 * since. Any number of times, in any order.
 * @param now device clock, ms
 * @throws ProblemError CT-01 damaged or not the province's, CT-02, CT-03 for another machine
 */
export function readAnswer(store: Store, file: Uint8Array, now: number): AnswerRead {
  const enrolment = store.meta.get('enrolment');
  const key: SigningKey | null = store.meta.get('deviceKey');
  if (enrolment === null || key === null) throw new ProblemError('DK-03');
  const header = courierHeader(file);
  if (header === null || header.kind !== 'answer') throw new ProblemError('CT-01');
  if (header.province !== enrolment.server) throw new ProblemError('CT-02');
  if (header.device !== enrolment.device) throw new ProblemError('CT-03');
  if (header.key !== enrolment.serverPublicKey) throw new ProblemError('CT-01');
  const answer = openCourier(file, header, key, courierAnswerSchema);
  if (answer === null) throw new ProblemError('CT-01');
  const when = { said: answer.at, now };
  const refused = new Set<string>();
  let settled = 0;
  let again = 0;
  for (const one of answer.replies) {
    if ('refused' in one) {
      refused.add(one.refused);
      if (one.refused === 'DT-03') again += beginAgain(store, one.log, when);
      continue;
    }
    const taken = takeReply(store, one.log, one.reply, enrolment.serverPublicKey, now);
    settled += taken.settled;
    if (taken.refused !== null) refused.add(taken.refused.reason ?? taken.refused.end);
    else if (one.reply.expected !== null) again += waitAgain(store, one.log, one.reply.expected, when);
  }
  store.tidyJournal();
  return { settled, again, refused: [...refused] };
}

interface When {
  /** When the province said it, by its clock. */
  readonly said: number;
  readonly now: number;
}

/**
 * The province wants places before those that wait: it had them, and was put back from a copy since. They wait once more, as
 * over the line they would be sent again; no file would carry them else.
 * @returns how many wait by it that did not
 */
function waitAgain(store: Store, log: string, expected: number, { said, now }: When): number {
  const before = toCarry(store);
  const [waits] = store.log?.unsentFrom(log, 1) ?? [];
  const [heard] = store.hearing.waitingOf(log, 1);
  const first = waits ?? heard;
  const [next] = store.log?.eventsFrom(log, expected, 1) ?? [];
  if (first === undefined || next === undefined || expected >= first.seq) return 0;
  // An answer can lie in a drawer: it has come since.
  if ((store.outbox.verdictOn(next.id)?.at ?? Number.NEGATIVE_INFINITY) >= said) return 0;
  if (next.seq !== expected) {
    if (store.meta.get('enrolment')?.log === log) leaveGap(store, expected, now);
    return 0;
  }
  store.transact(() => {
    if (waits === undefined) store.hearing.waitAgain(log, expected);
    else store.outbox.queue(log, expected, waits.seq - 1);
  });
  return toCarry(store) - before;
}

/** A log that this desk has begun itself and the province has forgotten: the next file tells of it, and carries all of it. */
function beginAgain(store: Store, log: string, when: When): number {
  const former = store.meta.get('formerLogs') ?? [];
  if (store.meta.get('enrolment')?.log !== log || former.length === 0) return 0;
  store.transact(() => store.meta.set('leftLogs', leftAgain(store, new Set(former))));
  return waitAgain(store, log, 1, when);
}

/** Whether the event stands where the province has said since that it does: an answer can lie in a drawer for weeks. */
function standsByLaterWord({ log, outbox }: Store, verdict: Verdict): boolean {
  const known = outbox.verdictOn(verdict.eventId);
  return known !== null && known.hash === log?.hashOf(verdict.eventId) && !outbox.isLater(verdict);
}

function takeReply(
  store: Store,
  log: string,
  reply: PushReply,
  serverPublicKey: string,
  now: number,
): { settled: number; refused: Verdict | null } {
  const { verdicts, elsewhere = [], ended } = reply;
  if (verdicts.some((verdict) => !isGenuine(verdict, serverPublicKey))) throw new ProblemError('CT-01');
  // What has moved since the file was written is not what was judged.
  const about = verdicts.filter((verdict) => store.log?.hashOf(verdict.eventId) === verdict.hash);
  const taken = about.filter(({ end }) => end !== 'refused');
  const refused = about.find((verdict) => verdict.end === 'refused' && !standsByLaterWord(store, verdict)) ?? null;
  store.transact(() => {
    for (const verdict of taken) {
      const aggregateId = store.log?.aggregateOf(verdict.eventId) ?? null;
      if (aggregateId !== null && store.outbox.isLater(verdict)) store.outbox.settle(verdict, aggregateId);
    }
  });
  const known = elsewhere.filter(({ event }) => store.log?.aggregateOf(event.envelope.id) !== null);
  const later = known.filter(({ verdict }) => !standsByLaterWord(store, verdict));
  if (later.length > 0) takeElsewhere(store, later, serverPublicKey);
  if (ended === true || refused !== null) goOn(store, log, refused, now);
  return { settled: taken.length + known.length, refused };
}

/** As over the line: what the province will not go on with, because it refused an event of it or the log has ended (null). */
function goOn(store: Store, log: string, refused: Verdict | null, now: number): void {
  const [first] = store.hearing.waitingOf(log, 1);
  const isQueued = store.outbox.logs().includes(log);
  if (store.meta.get('enrolment')?.log === log) {
    // It goes on in a new log, with what waits.
    if (refused !== null && givesUp(refused, store)) return;
    const because = refused === null ? 'ended' : refused.reason === 'XV-02' ? 'place-taken' : 'refused';
    store.leaveLog({ because, from: null, renamed: refused?.reason === 'XV-16' ? [refused.eventId] : [] });
  } else if (isQueued && (store.meta.get('formerLogs') ?? []).includes(log)) {
    store.moveFromFormer(log, null);
  } else if (refused === null) {
    // A log of this very machine that it has left: what it has heard of it since goes on in the one written now.
    if (first !== undefined) store.moveFromFormer(log, first.seq);
  } else if (isQueued || first !== undefined) {
    dropRefused(store, log, now);
  }
}
