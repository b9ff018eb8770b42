import { asDossierEvent, eventSchema, type ReadEvent } from '../../contract/events.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../../domain/dossier/fold.ts';
import { officesNamed as officesOfDossierEvent } from '../../domain/dossier/offices.ts';
import { envelopeOf, type StoredEvent } from '../store/events.ts';

/** The dossier as its stored events make it; null while no event that begins one has come. */
export function foldStored(aggregateId: string, events: readonly StoredEvent[]): DossierView | null {
  return foldDossier(aggregateId, knownEvents(events));
}

/** Stored events as the fold takes them. */
export function knownEvents(events: readonly StoredEvent[]): KnownEvent[] {
  return events.map((stored) => {
    const read = readStored(stored);
    return { envelope: envelopeOf(stored), event: read === null ? null : asDossierEvent(read) };
  });
}

/** Every office that these events make concerned. */
export function officesNamed(events: readonly StoredEvent[]): string[] {
  return events.map(readStored).flatMap((read) => (read === null ? [] : officesOf(read)));
}

/** The offices one event names: the receiving and competent ones, whoever gives paper and whom it is given to. */
export function officesOf(read: ReadEvent): string[] {
  if (read.type === 'batch.closed') return [read.body.from.office, read.body.to.office];
  const event = asDossierEvent(read);
  return event === null ? [] : officesOfDossierEvent(event);
}

function readStored(stored: StoredEvent): ReadEvent | null {
  if (stored.body === null) return null;
  const { type, version } = envelopeOf(stored);
  const parsed = eventSchema.safeParse({ type, version, body: JSON.parse(stored.body) });
  return parsed.success ? parsed.data : null;
}
