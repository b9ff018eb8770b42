import { eventSchema } from '../../contract/events.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../../domain/dossier/fold.ts';
import { envelopeOf, type StoredEvent } from '../store/events.ts';

/** The dossier as its stored events make it; null while its receipt has not come. */
export function foldStored(aggregateId: string, events: readonly StoredEvent[]): DossierView | null {
  return foldDossier(aggregateId, events.map(knownEvent));
}

function knownEvent(stored: StoredEvent): KnownEvent {
  const envelope = envelopeOf(stored);
  if (stored.body === null) return { envelope, event: null };
  const parsed = eventSchema.safeParse({
    type: envelope.type,
    version: envelope.version,
    body: JSON.parse(stored.body),
  });
  const event = parsed.success && parsed.data.type !== 'draft.takenOver' ? parsed.data : null;
  return { envelope, event };
}

/** Every office a receipt among these events names. */
export function officesNamed(events: readonly StoredEvent[]): string[] {
  return events
    .map(knownEvent)
    .flatMap(({ event }) => (event?.type === 'dossier.received' ? officesOf(event.body) : []));
}

export function officesOf(received: { readonly receivingOffice: string; readonly competentOffice: string }): string[] {
  return [received.receivingOffice, received.competentOffice];
}
