import { asDossierEvent, eventSchema, type ReadEvent } from '../../contract/events.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../../domain/dossier/fold.ts';
import { officesNamed } from '../../domain/dossier/offices.ts';
import { envelopeOf, type StoredEvent } from '../store/events.ts';

/** The dossier as its stored events make it; null while no event that begins one has come. */
export function foldStored(aggregateId: string, events: readonly StoredEvent[]): DossierView | null {
  return foldDossier(aggregateId, knownEvents(events));
}

/** Stored events as the fold takes them. */
export function knownEvents(events: readonly StoredEvent[]): KnownEvent[] {
  return events.map((stored) => {
    const envelope = envelopeOf(stored);
    const read = readStored(envelope, stored.body);
    return { envelope, event: read === null ? null : asDossierEvent(read) };
  });
}

/** The offices one event names: the receiving and competent ones, whoever gives paper and whom it is given to. */
export function officesOf(read: ReadEvent): string[] {
  if (read.type === 'batch.closed') return [read.body.from.office, read.body.to.office];
  // What it erased may have been all that named them.
  if (read.type === 'batch.erased')
    return read.body.events.flatMap(({ rest }) => (rest === null ? [] : officesOf(rest)));
  const event = asDossierEvent(read);
  return event === null ? [] : officesNamed(event);
}

/** A stored event as this release reads it; null where its body was erased or is of another release. */
export function readStored(
  { type, version }: { readonly type: string; readonly version: number },
  body: string | null,
): ReadEvent | null {
  if (body === null) return null;
  const parsed = eventSchema.safeParse({ type, version, body: JSON.parse(body) });
  return parsed.success ? parsed.data : null;
}
