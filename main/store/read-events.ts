import { asDossierEvent, eventSchema, standing, type ReadEvent } from '../../contract/events.ts';
import { envelopeSchema } from '../../contract/sync.ts';
import type { KnownEvent } from '../../domain/dossier/fold.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';

/** A row of the log as its columns hold it. */
export interface StoredEvent {
  readonly envelope: string;
  readonly body: string | null;
  readonly salt: string | null;
}

/**
 * Every write folds a dossier's whole history again, a batch sixty of them: what was read once is kept, under the very
 * text of its row, so that a row which reads otherwise (a body erased by law) is never taken for what it was.
 */
const KEPT = 1000;
const read = new Map<string, { readonly row: StoredEvent; readonly event: LogEvent }>();
const known = new WeakMap<LogEvent, KnownEvent>();

export function storedEvent(row: StoredEvent): LogEvent {
  const before = read.get(row.envelope);
  if (before !== undefined && before.row.body === row.body && before.row.salt === row.salt) return before.event;
  const event = {
    envelope: envelopeSchema.parse(JSON.parse(row.envelope)),
    // `body` was written by `canonical`, so it parses to Json.
    body: row.body === null ? null : (JSON.parse(row.body) as Json),
    salt: row.salt,
  };
  keepRead(row, event);
  return event;
}

const bodyTexts = new WeakMap<LogEvent, string>();

/** The canonical form of its body, which whoever proved the event has made already. */
export function keepBodyText(event: LogEvent, text: string): void {
  bodyTexts.set(event, text);
}

/** A body as it stands in its row; null where the law has erased it. */
export function bodyTextOf(event: LogEvent): string | null {
  return event.body === null ? null : (bodyTexts.get(event) ?? canonical(event.body));
}

/** The event a row was just written from. */
export function keepRead(row: StoredEvent, event: LogEvent): void {
  // The oldest goes: a map keeps the order things were put in.
  const [oldest] = read.size < KEPT ? [] : read.keys();
  if (oldest !== undefined) read.delete(oldest);
  read.set(row.envelope, { row, event });
}

/** An event as the fold takes it: null body where this release cannot read it. */
export function knownEvent(event: LogEvent): KnownEvent {
  const before = known.get(event);
  if (before !== undefined) return before;
  const { envelope, body } = event;
  const parsed = eventSchema.safeParse({ type: envelope.type, version: envelope.version, body });
  return keepKnown(event, parsed.success ? parsed.data : null);
}

/** What an event was found to say. */
export function keepKnown(event: LogEvent, says: ReadEvent | null): KnownEvent {
  const made = { envelope: event.envelope, event: says === null ? null : asDossierEvent(says) };
  known.set(event, made);
  return made;
}

/** What each event of a thing that is no dossier says, with what stays of those erased by law; null: cannot be read here. */
export function saidOf(
  events: readonly LogEvent[],
): readonly { readonly envelope: LogEvent['envelope']; readonly read: ReadEvent | null }[] {
  const said = standing(events.map((event) => ({ id: event.envelope.id, read: readOf(event) })));
  return events.map(({ envelope }, n) => ({ envelope, read: said[n] ?? null }));
}

const readBefore = new WeakMap<LogEvent, ReadEvent | null>();

/** Each event is read once while it is kept in memory. */
function readOf(event: LogEvent): ReadEvent | null {
  const before = readBefore.get(event);
  if (before !== undefined) return before;
  const { envelope, body } = event;
  const read = eventSchema.safeParse({ type: envelope.type, version: envelope.version, body }).data ?? null;
  readBefore.set(event, read);
  return read;
}
