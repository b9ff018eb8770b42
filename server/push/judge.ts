import { z } from 'zod';
import type { ProblemCode } from '../../contract/problems.ts';
import { eventSchema, knownEventTypes } from '../../contract/events.ts';
import { hashSchema, idSchema, LARGEST_INTEGER, seqSchema } from '../../contract/primitives.ts';
import { envelopeSchema, MAX_EVENT_BYTES } from '../../contract/sync.ts';
import { sha256 } from '../../contract/signing.ts';
import { canonical, isSameJson, type Json } from '../../domain/log/canonical.ts';
import { bytesFault, envelopeText } from '../../domain/log/envelope.ts';

/**
 * What can be said of one pushed event without asking the database: is it whole, can it be read. Whether it is really its
 * writer's is said of a batch (prove.ts). Anything may come in here; nothing throws.
 */
export type Judged =
  /** Not even its place in a log can be read: the batch ends before it. */
  | { readonly kind: 'nowhere' }
  /** Not what its writer sealed, or not sealed at all (XV-01): never stored. */
  | { readonly kind: 'broken'; readonly place: Place }
  | { readonly kind: 'whole'; readonly place: Place; readonly whole: WholeEvent };

export interface Place {
  readonly id: string;
  readonly log: string;
  readonly seq: number;
  readonly hash: string;
}

export interface WholeEvent {
  readonly envelope: PushedEnvelope;
  /** Canonical JSON of envelope and body: what is stored. */
  readonly envelopeText: string;
  readonly bodyText: string | null;
  readonly salt: string | null;
  readonly bytes: number;
  /** The event as this release reads it, or why it is kept apart (XV-03, XV-08). */
  readonly read: z.output<typeof eventSchema> | null;
  readonly apart: Extract<ProblemCode, 'XV-03' | 'XV-08'> | null;
  /** Its body was erased by law: `read` is what stays of it, null where nothing does. */
  readonly isErased: boolean;
}

/** A newer desk may write about things this release has no name for; its chain goes on all the same. */
const pushedEnvelopeSchema = envelopeSchema.extend({ aggregate: z.string().min(1).max(40) });
type PushedEnvelope = z.output<typeof pushedEnvelopeSchema>;

const placeSchema = z.object({ id: idSchema, log: idSchema, seq: seqSchema, hash: hashSchema });
const saltSchema = z.string().regex(/^[0-9a-f]{8,64}$/);

/** @param device the device that writes the log: an event says that it is of this one */
export function judge(raw: unknown, device: string): Judged {
  if (!isObject(raw)) return { kind: 'nowhere' };
  const envelope = readAs(pushedEnvelopeSchema, raw['envelope']);
  const place: Place | null = envelope === null ? readAs(placeSchema, raw['envelope']) : placeOf(envelope);
  if (place === null) return { kind: 'nowhere' };
  if (envelope?.device !== device || Object.keys(raw).some((key) => !['envelope', 'body', 'salt'].includes(key))) {
    return { kind: 'broken', place };
  }
  const body = raw['body'] ?? null;
  const salt = raw['salt'] ?? null;
  // Body and salt go together: a body without its salt would stand unproven.
  if ((body === null) !== (salt === null) || (salt !== null && readAs(saltSchema, salt) === null)) {
    return { kind: 'broken', place };
  }
  let bodyText: string | null;
  try {
    // From JSON.parse, so it is Json; a fraction or a depth beyond reason throws, and no writer could have sealed it.
    bodyText = body === null ? null : canonical(body as Json);
    // As above; the aggregate's name is hashed as it stands.
    const sealed = { envelope, body: body as Json, salt: salt as string | null };
    if (bytesFault(sealed, sha256, bodyText) !== null) return { kind: 'broken', place };
  } catch {
    return { kind: 'broken', place };
  }
  const text = envelopeText(envelope);
  const bytes = Buffer.byteLength(text) + Buffer.byteLength(bodyText ?? '');
  const whole = { envelope, envelopeText: text, bodyText, salt: salt as string | null, bytes, isErased: false };
  if (bytes > MAX_EVENT_BYTES) return { kind: 'whole', place, whole: { ...whole, read: null, apart: 'XV-08' } };
  const read = readable(envelope, body);
  return { kind: 'whole', place, whole: { ...whole, read, apart: read === null ? 'XV-03' : null } };
}

function placeOf({ id, log, seq, hash }: PushedEnvelope): Place | null {
  return seq > LARGEST_INTEGER ? null : { id, log, seq, hash };
}

function readable(envelope: PushedEnvelope, body: unknown): WholeEvent['read'] {
  if (!knownEventTypes.has(`${envelope.type}@${envelope.version}`)) return null;
  if (envelope.type.split('.')[0] !== envelope.aggregate) return null;
  const read = readAs(eventSchema, { type: envelope.type, version: envelope.version, body });
  // The desk folds the bytes it has. A text that reading would change (not NFC, say) would give two views of one event.
  return read !== null && isSameJson(read.body as Json, body as Json) ? read : null;
}

/** Null also where the checker itself stumbles: over a `length` that is no number and cannot become one. */
function readAs<S extends z.ZodType>(schema: S, value: unknown): z.output<S> | null {
  try {
    return schema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
