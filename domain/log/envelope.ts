import { canonical, type Json } from './canonical.ts';

/** What an event is about. One aggregate is the unit of folding and of the causal order. */
export type AggregateKind = 'dossier' | 'draft' | 'batch' | 'counterDay' | 'advice' | 'ticket' | 'hall' | 'log';

/**
 * When an event was written: the device's own clock and, where known, how far the server's clock was ahead of it.
 * Kept for reading and for time limits; no order is ever decided by it (S12).
 */
export interface WrittenAt {
  /** Milliseconds since 1970-01-01T00:00Z by the device's clock. */
  readonly device: number;
  /** Server clock minus device clock in milliseconds when last compared; null when never compared. */
  readonly offset: number | null;
}

/** The part of an event that is chained, signed and never erased. The body stands beside it and may be erased by law. */
export interface Envelope {
  /** UUIDv7; the identity of the event everywhere. */
  readonly id: string;
  readonly device: string;
  readonly log: string;
  /** Gapless from 1 within `log`. */
  readonly seq: number;
  readonly aggregate: AggregateKind;
  readonly aggregateId: string;
  /** Ids of the newest events of this aggregate that the writer had seen, sorted; empty for the first. */
  readonly after: readonly string[];
  readonly type: string;
  readonly version: number;
  /** User id of who did it. */
  readonly actor: string;
  /** User id of who approved it, where a rule asks for a second person. */
  readonly approvedBy: string | null;
  readonly at: WrittenAt;
  /** Hex SHA-256(salt ‖ canonical body). */
  readonly bodyHash: string;
  /** `hash` of the event before it in this log; 64 zeros for the first. */
  readonly prev: string;
  /** Hex SHA-256 over the canonical envelope without `hash` and `signature`. */
  readonly hash: string;
  /** Ed25519 by the device key over the raw bytes of `hash`, base64url. */
  readonly signature: string;
}

/** An event as it is stored and sent: `body` and `salt` are null once erased by law. */
export interface LogEvent {
  readonly envelope: Envelope;
  readonly body: Json | null;
  /** Random, hex, 16 bytes: keeps an erased body from being guessed back out of `bodyHash`. */
  readonly salt: string | null;
}

/** What hashing and signing need from the outside; `contract/signing.ts` implements it on Node. */
export interface Sealer {
  readonly sha256: (text: string) => string;
  readonly sign: (hash: string) => string;
}

export interface Verifier {
  readonly sha256: (text: string) => string;
  readonly verify: (hash: string, signature: string) => boolean;
}

export const GENESIS = '0'.repeat(64);

export type Unsealed = Omit<Envelope, 'bodyHash' | 'hash' | 'signature'>;

export function bodyHash(sha256: (text: string) => string, salt: string, body: Json): string {
  return sha256(salt + canonical(body));
}

/** Chains and signs one event. `unsealed.prev` and `unsealed.seq` are the writer's to get right. */
export function seal(unsealed: Unsealed, body: Json, salt: string, sealer: Sealer): LogEvent {
  const hashed = { ...unsealed, bodyHash: bodyHash(sealer.sha256, salt, body) };
  const hash = sealer.sha256(canonical(hashable(hashed)));
  return { envelope: { ...hashed, hash, signature: sealer.sign(hash) }, body, salt };
}

/**
 * The same fact at another place, where its desk has left the log it stood in: id, salt and all it says stay; place, chain
 * and signature are new. `after` is given anew, because a parent that was lost for good can be named no more.
 */
export function sealAnew(
  event: LogEvent,
  place: Pick<Envelope, 'id' | 'device' | 'log' | 'seq' | 'prev' | 'after'>,
  sealer: Sealer,
): LogEvent {
  const hashed = { ...event.envelope, ...place };
  const hash = sealer.sha256(canonical(hashable(hashed)));
  return { ...event, envelope: { ...hashed, hash, signature: sealer.sign(hash) } };
}

/** The hash that a fact has at another place of a log of its device: nothing else of it is new there but the signature. */
export function hashAt(
  fact: AnyEnvelope,
  place: Pick<Envelope, 'device' | 'log' | 'seq' | 'prev'>,
  sha256: Sealer['sha256'],
): string {
  return sha256(canonical(hashable({ ...fact, ...place })));
}

/** Whether the body is the one its envelope was sealed with. True of an erased one: nothing is left to compare. */
export function hasOwnBody({ envelope, body, salt }: LogEvent, sha256: Sealer['sha256']): boolean {
  return body === null || salt === null || bodyHash(sha256, salt, body) === envelope.bodyHash;
}

/** About something a newer release has a name for, perhaps. */
type AnyEnvelope = Omit<Envelope, 'aggregate'> & { readonly aggregate: string };

/** Whether two envelopes say the same, wherever they stand: one event that was moved, not two. */
export function isSameFact(a: AnyEnvelope, b: AnyEnvelope): boolean {
  const nowhere = { device: '', log: '', seq: 0, prev: '' };
  return canonical(hashable({ ...a, ...nowhere })) === canonical(hashable({ ...b, ...nowhere }));
}

export type SealFault = 'hash' | 'body' | 'signature';

/** The first thing wrong with one event on its own, or null. The chain between events is `follows`'s to judge. */
export function sealFault(event: LogEvent, verifier: Verifier): SealFault | null {
  const fault = bytesFault(event, verifier.sha256);
  if (fault !== null) return fault;
  return verifier.verify(event.envelope.hash, event.envelope.signature) ? null : 'signature';
}

/**
 * Whether the bytes of one event are those its hashes are over, or which are not. Whose they are says its signature, or
 * that of a later one of the same log: each hash covers the one before it.
 * @param bodyText the body's canonical form, for a caller who has it
 */
export function bytesFault(
  {
    envelope,
    body,
    salt,
  }: { readonly envelope: AnyEnvelope; readonly body: Json | null; readonly salt: string | null },
  sha256: Sealer['sha256'],
  bodyText?: string | null,
): Exclude<SealFault, 'signature'> | null {
  if (sha256(canonical(hashable(envelope))) !== envelope.hash) return 'hash';
  if (body === null || salt === null) return null;
  return sha256(salt + (bodyText ?? canonical(body))) === envelope.bodyHash ? null : 'body';
}

/** Whether `next` follows directly on `before` (null: `next` opens the log). */
export function follows(before: Pick<Envelope, 'seq' | 'hash'> | null, next: Pick<Envelope, 'seq' | 'prev'>): boolean {
  return before === null
    ? next.seq === 1 && next.prev === GENESIS
    : next.seq === before.seq + 1 && next.prev === before.hash;
}

/** The canonical form of a whole envelope: what is stored and sent. */
export function envelopeText(envelope: AnyEnvelope): string {
  const { hash, signature } = envelope;
  const { actor, after, aggregate, aggregateId, approvedBy, at, bodyHash, device, id, log, prev, seq, ...rest } =
    hashable(envelope);
  // In the order of the names, as `canonical` would put them.
  return canonical({
    actor,
    after,
    aggregate,
    aggregateId,
    approvedBy,
    at,
    bodyHash,
    device,
    hash,
    id,
    log,
    prev,
    seq,
    signature,
    ...rest,
  });
}

/** What the hash of an envelope is over, in the order of the names. */
function hashable(e: Omit<AnyEnvelope, 'hash' | 'signature'>) {
  return {
    actor: e.actor,
    after: e.after,
    aggregate: e.aggregate,
    aggregateId: e.aggregateId,
    approvedBy: e.approvedBy,
    at: { device: e.at.device, offset: e.at.offset },
    bodyHash: e.bodyHash,
    device: e.device,
    id: e.id,
    log: e.log,
    prev: e.prev,
    seq: e.seq,
    type: e.type,
    version: e.version,
  };
}
