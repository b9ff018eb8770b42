import { canonical, type Json } from '../log/canonical.ts';
import type { CurrentDossierEvent, DossierEventType } from './events.ts';
import type { Correction } from './events/change.ts';

/**
 * What of a dossier an event decides. Two events of which neither saw the other commute when they decide different
 * things; when they decide the same one, both sides are shown to a person.
 */
export type Track = 'state' | 'due' | 'custody' | 'assignee' | 'step' | 'shelf' | 'facts';

/** Complete: a new event does not compile without its line. */
const tracks: Readonly<Record<DossierEventType, readonly Track[]>> = {
  'dossier.submitted': ['state'],
  'dossier.guided': ['state'],
  'dossier.refused': ['state'],
  'dossier.received': ['state', 'due'],
  'dossier.slipIssued': [],
  'dossier.handedOver': ['custody'],
  'dossier.handoverAccepted': ['custody'],
  'dossier.paperFound': [],
  'dossier.assigned': ['assignee'],
  'dossier.stepSet': ['step'],
  'dossier.supplementRequested': ['state', 'due'],
  'dossier.supplemented': ['state', 'due'],
  'dossier.financialRequested': ['state', 'due'],
  'dossier.financialFulfilled': ['state', 'due'],
  'dossier.opinionAsked': [],
  'dossier.opinionReceived': [],
  'dossier.opinionReported': [],
  'dossier.withdrawalRequested': ['state'],
  'dossier.stopped': ['state'],
  'dossier.extended': ['due'],
  'dossier.finished': ['state'],
  'dossier.resultShelved': ['shelf'],
  'dossier.notified': [],
  'dossier.returned': ['state'],
  'dossier.archived': ['state'],
  'dossier.feePaid': [],
  'dossier.feeRefunded': [],
  'dossier.corrected': ['facts'],
  'dossier.cancelled': ['state'],
  'dossier.noted': [],
  'dossier.settled': [],
  'dossier.paperDigitised': [],
  'dossier.digitisedRemoved': [],
};

function tracksOf(event: CurrentDossierEvent): readonly Track[] {
  const own = tracks[event.type];
  return event.type === 'dossier.corrected' && event.body.change.due !== undefined ? [...own, 'due'] : own;
}

/** Whether two concurrent events decide the same thing differently. Symmetric. */
export function clash(a: CurrentDossierEvent, b: CurrentDossierEvent): boolean {
  const shared = tracksOf(a).filter((track) => tracksOf(b).includes(track));
  return shared.some((track) => {
    switch (track) {
      case 'facts':
        return (
          a.type === 'dossier.corrected' &&
          b.type === 'dossier.corrected' &&
          differing(a.body.change, b.body.change).length > 0
        );
      case 'custody':
        return custodyClash(a, b);
      case 'assignee':
        return a.type === 'dossier.assigned' && b.type === 'dossier.assigned' && a.body.to !== b.body.to;
      case 'step':
        return (
          a.type === 'dossier.stepSet' &&
          b.type === 'dossier.stepSet' &&
          (a.body.step !== b.body.step || a.body.words !== b.body.words)
        );
      case 'shelf':
        return (
          a.type === 'dossier.resultShelved' &&
          b.type === 'dossier.resultShelved' &&
          (a.body.place !== b.body.place || a.body.office !== b.body.office)
        );
      case 'state':
      case 'due':
        return true;
    }
  });
}

/** Fields that two corrections set to different values. */
export function differing(a: Correction, b: Correction): string[] {
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  // Corrections are the JSON of their events.
  return left
    .filter(([key, value]) => right.has(key) && canonical(value as Json) !== canonical(right.get(key) as Json))
    .map(([key]) => key);
}

/** Given and taken are the two halves of one movement; two gifts, or two takers, are two stories of one paper. */
function custodyClash(a: CurrentDossierEvent, b: CurrentDossierEvent): boolean {
  if (a.type === 'dossier.handedOver' && b.type === 'dossier.handoverAccepted') return !fits(a, b);
  if (a.type === 'dossier.handoverAccepted' && b.type === 'dossier.handedOver') return !fits(b, a);
  if (a.type === 'dossier.handoverAccepted' && b.type === 'dossier.handoverAccepted') {
    return a.body.by.office !== b.body.by.office || a.body.by.place !== b.body.by.place;
  }
  return true;
}

function fits(
  given: Extract<CurrentDossierEvent, { type: 'dossier.handedOver' }>,
  taken: Extract<CurrentDossierEvent, { type: 'dossier.handoverAccepted' }>,
): boolean {
  if (taken.body.batch !== null) return taken.body.batch.id === given.body.batch?.id;
  const { to } = given.body;
  const { by } = taken.body;
  return to.office === by.office && (to.kind !== 'unit' || to.place === by.place);
}
