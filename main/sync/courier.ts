import {
  courierAnswerSchema,
  courierHeader,
  openCourier,
  sealCourier,
  type CourierContent,
} from '../../contract/courier.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { SigningKey } from '../../contract/signing.ts';
import type { Beginning } from '../../contract/logs.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS, type PushReply, type Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { noteLogMatter } from '../store/log-matters.ts';
import type { OutgoingEvent } from '../store/outgoing.ts';
import type { Store } from '../store/store.ts';
import { beginRequest } from './own-log.ts';
import { confirmations, isGenuine, takeElsewhere } from './settle.ts';

/** So many events go into one file at most, so that it and its answer pass through the page in one piece. */
const MAX_EVENTS = 2000;
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
  const { rows, begun } = withBeginnings(store, waitingUpTo(store, skip + MAX_EVENTS).slice(skip, skip + MAX_EVENTS));
  if (rows.length === 0) throw new ProblemError('CT-04');
  const content: CourierContent = {
    made: now,
    begin: left.length === 0 ? null : beginRequest(store, left),
    begun,
    batches: batchesOf(rows).map((batch) => withConfirmations(store, batch)),
  };
  const { server: province, device, serverPublicKey: to } = enrolment;
  const bytes = sealCourier({ kind: 'send', province, device, signer, to }, content);
  const places = rows.map(({ seq, event }) => ({ log: event.envelope.log, seq }));
  return { bytes, events: rows.length, left: toCarry(store) - skip - rows.length, places };
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

/**
 * Reads the province's answer: each verdict is kept as if the line had brought it, unless the province has said something else
 * since. Any number of times, in any order.
 * @returns events that have their verdict by it
 * @throws ProblemError CT-01 damaged or not the province's, CT-02, CT-03 for another machine
 */
export function readAnswer(store: Store, file: Uint8Array): number {
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
  let settled = 0;
  for (const one of answer.replies) {
    if ('reply' in one) settled += takeReply(store, one.log, one.reply, enrolment.serverPublicKey);
  }
  store.tidyJournal();
  return settled;
}

/** Whether the event stands where the province has said since that it does: an answer can lie in a drawer for weeks. */
function standsByLaterWord({ log, outbox }: Store, verdict: Verdict): boolean {
  const known = outbox.verdictOn(verdict.eventId);
  return known !== null && known.hash === log?.hashOf(verdict.eventId) && !outbox.isLater(verdict);
}

function takeReply(store: Store, log: string, reply: PushReply, serverPublicKey: string): number {
  const { verdicts, elsewhere = [], ended } = reply;
  if (verdicts.some((verdict) => !isGenuine(verdict, serverPublicKey))) throw new ProblemError('CT-01');
  // What has moved since the file was written is not what was judged.
  const about = verdicts.filter((verdict) => store.log?.hashOf(verdict.eventId) === verdict.hash);
  const refused = about.find(({ end }) => end === 'refused');
  store.transact(() => {
    for (const verdict of about) {
      const aggregateId = store.log?.aggregateOf(verdict.eventId) ?? null;
      if (verdict.end === 'refused' || aggregateId === null || !store.outbox.isLater(verdict)) continue;
      store.outbox.settle(verdict, aggregateId);
    }
  });
  const known = elsewhere.filter(({ event }) => store.log?.aggregateOf(event.envelope.id) !== null);
  const later = known.filter(({ verdict }) => !standsByLaterWord(store, verdict));
  if (later.length > 0) takeElsewhere(store, later, serverPublicKey);
  // As over the line: what the province will not go on with goes on in a new log, with what waits.
  if (store.meta.get('enrolment')?.log === log && (ended === true || refused !== undefined)) {
    const renamed = refused?.reason === 'XV-16' ? [refused.eventId] : [];
    const because = ended === true ? 'ended' : refused?.reason === 'XV-02' ? 'place-taken' : 'refused';
    store.leaveLog({ because, from: null, renamed });
  } else if (ended === true) {
    // A log of this very machine that it has left: what it has heard of it since goes on in the one written now.
    const [first] = store.hearing.waitingOf(log, 1);
    if (first !== undefined) store.moveFromFormer(log, first.seq);
  } else if (refused !== undefined) {
    const [first] = store.hearing.waitingOf(log, 1);
    const at = refused.at - (store.meta.get('clock')?.offset ?? 0);
    store.transact(() => {
      store.hearing.forget(log);
      // An answer that is read once more drops nothing, and has nothing to tell.
      if (first !== undefined)
        noteLogMatter(store.meta, { log, because: 'heard', device: first.event.envelope.device, at });
    });
  }
  return about.length - (refused === undefined ? 0 : 1) + known.length;
}
