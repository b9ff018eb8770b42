import type { CurrentDossierEvent, DossierEvent } from './events.ts';

/**
 * Offices an event makes concerned (có liên quan): it and the whole history go into their feeds. Only an office
 * already concerned may name another (design: Feeds), or one that has the slip, by its signature.
 */
export function officesNamed(event: DossierEvent | CurrentDossierEvent): string[] {
  if (event.type === 'dossier.received') return [event.body.receivingOffice, event.body.competentOffice];
  if (event.type === 'dossier.handedOver') return [event.body.to.office];
  // Taken by the slip before anybody said that it was given: the paper in the hand is what concerns them.
  if (event.type === 'dossier.handoverAccepted' && event.body.seenOnSlip !== null) return [event.body.by.office];
  if (event.type === 'dossier.corrected' || event.type === 'dossier.settled') {
    const { competentOffice } = event.body.change;
    return competentOffice === undefined ? [] : [competentOffice];
  }
  // What it erased may have been all that named them.
  if (event.type === 'dossier.erased') {
    return event.body.events.flatMap(({ rest }) => (rest === null ? [] : officesNamed(rest)));
  }
  if ('intake' in event.body) return [event.body.intake.receivingOffice, event.body.intake.competentOffice];
  return [];
}

/** Types of event by which an office becomes concerned. */
export const namingTypes = [
  'dossier.submitted',
  'dossier.guided',
  'dossier.refused',
  'dossier.received',
  'dossier.handedOver',
  'dossier.handoverAccepted',
  'dossier.corrected',
  'dossier.settled',
] as const satisfies readonly DossierEvent['type'][];
