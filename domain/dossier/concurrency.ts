import { canonical, type Json } from '../log/canonical.ts';
import { isSameTaking, reaches, samePaper } from './custody.ts';
import type { CurrentDossierEvent, DossierEventType } from './events.ts';
import type { CarriedPaper } from './events/common.ts';
import type { Correction, DossierSettled } from './events/change.ts';

/**
 * What of a dossier an event decides. Two events of which neither saw the other commute when they decide different
 * things; when they decide the same one, both sides are shown to a person.
 */
export type Track =
  | 'state'
  /** Whether work on it has begun: what a cancellation must know. */
  | 'start'
  | 'due'
  | 'custody'
  | 'assignee'
  | 'step'
  | 'opinion'
  | 'shelf'
  | 'money'
  | 'slip'
  | 'scan'
  | 'facts'
  | 'settlement';

/** Complete: a new event does not compile without its line. */
const tracks: Readonly<Record<DossierEventType, readonly Track[]>> = {
  'dossier.submitted': ['state'],
  'dossier.guided': ['state'],
  'dossier.refused': ['state'],
  'dossier.received': ['state', 'due'],
  'dossier.slipIssued': ['slip'],
  'dossier.handedOver': ['custody'],
  'dossier.handoverAccepted': ['custody', 'start'],
  'dossier.paperFound': ['custody'],
  'dossier.assigned': ['assignee'],
  'dossier.stepSet': ['step', 'start'],
  'dossier.supplementRequested': ['state', 'due'],
  'dossier.supplemented': ['state', 'due'],
  'dossier.financialRequested': ['state', 'due'],
  'dossier.financialFulfilled': ['state', 'due'],
  'dossier.opinionAsked': [],
  'dossier.opinionReceived': ['opinion'],
  'dossier.opinionReported': [],
  'dossier.withdrawalRequested': ['state'],
  'dossier.stopped': ['state', 'due'],
  'dossier.extended': ['due'],
  'dossier.finished': ['state', 'due'],
  'dossier.resultShelved': ['shelf'],
  'dossier.notified': [],
  'dossier.returned': ['state', 'custody'],
  'dossier.archived': ['state'],
  'dossier.feePaid': ['money'],
  'dossier.feeRefunded': ['money'],
  'dossier.corrected': ['facts'],
  'dossier.cancelled': ['state', 'start', 'due'],
  'dossier.noted': [],
  'dossier.settled': ['settlement', 'facts'],
  'dossier.paperDigitised': ['scan'],
  'dossier.digitisedRemoved': ['scan'],
  'dossier.erased': [],
};

function tracksOf(event: CurrentDossierEvent): readonly Track[] {
  const own = tracks[event.type];
  if (event.type !== 'dossier.corrected' && event.type !== 'dossier.settled') return own;
  const { due, competentOffice } = event.body.change;
  return due === undefined && competentOffice === undefined ? own : [...own, 'due'];
}

/** Whether two concurrent events decide the same thing differently. Symmetric. */
export function clash(a: CurrentDossierEvent, b: CurrentDossierEvent): boolean {
  return trackShared(a, b) !== null;
}

/** What two concurrent events decide differently, the weightiest first; null where they commute. */
export function trackShared(a: CurrentDossierEvent, b: CurrentDossierEvent): Track | null {
  const theirs = tracksOf(b);
  return tracksOf(a).find((track) => theirs.includes(track) && differ(track, a, b)) ?? null;
}

function differ(track: Track, a: CurrentDossierEvent, b: CurrentDossierEvent): boolean {
  switch (track) {
    case 'state':
    case 'due':
      return true;
    case 'start':
      return beginsAndEnds(a, b) || beginsAndEnds(b, a);
    case 'facts':
      return differing(changeOf(a), changeOf(b)).length > 0;
    case 'custody':
      return custodyClash(a, b);
    case 'assignee':
      return is('dossier.assigned', a) && is('dossier.assigned', b) && a.body.to !== b.body.to;
    case 'step':
      return (
        is('dossier.stepSet', a) &&
        is('dossier.stepSet', b) &&
        (a.body.step !== b.body.step || a.body.words !== b.body.words)
      );
    case 'opinion':
      return (
        is('dossier.opinionReceived', a) &&
        is('dossier.opinionReceived', b) &&
        a.body.opinionId === b.body.opinionId &&
        unlike(a, b)
      );
    case 'shelf':
      return (
        is('dossier.resultShelved', a) &&
        is('dossier.resultShelved', b) &&
        (a.body.place !== b.body.place || a.body.office !== b.body.office)
      );
    case 'money':
      return isMoney(a) && isMoney(b) && a.body.paymentId === b.body.paymentId && unlike(a, b);
    case 'slip':
      return (
        is('dossier.slipIssued', a) &&
        is('dossier.slipIssued', b) &&
        a.body.voids !== null &&
        a.body.voids === b.body.voids
      );
    case 'scan':
      return isScan(a) && isScan(b) && a.body.fileId === b.body.fileId && unlike(a, b);
    case 'settlement':
      return is('dossier.settled', a) && is('dossier.settled', b) && settleApart(a.body, b.body);
  }
}

function is<T extends DossierEventType>(
  type: T,
  event: CurrentDossierEvent,
): event is Extract<CurrentDossierEvent, { type: T }> {
  return event.type === type;
}

function isMoney(event: CurrentDossierEvent): event is Extract<CurrentDossierEvent, { body: { paymentId: string } }> {
  return event.type === 'dossier.feePaid' || event.type === 'dossier.feeRefunded';
}

function isScan(event: CurrentDossierEvent): event is Extract<CurrentDossierEvent, { body: { fileId: string } }> {
  return event.type === 'dossier.paperDigitised' || event.type === 'dossier.digitisedRemoved';
}

/** Not the same words. Bodies are the JSON of their events. */
function unlike(a: CurrentDossierEvent, b: CurrentDossierEvent): boolean {
  return a.type !== b.type || canonical(a.body as unknown as Json) !== canonical(b.body as unknown as Json);
}

/** One side works on what the other took back. */
function beginsAndEnds(a: CurrentDossierEvent, b: CurrentDossierEvent): boolean {
  if (b.type !== 'dossier.cancelled') return false;
  if (a.type === 'dossier.handoverAccepted') return a.body.by.kind === 'unit' && a.body.purpose === 'processing';
  return a.type === 'dossier.stepSet';
}

/** Two settlements of the same events that keep different ones. */
function settleApart(a: DossierSettled, b: DossierSettled): boolean {
  const eventsOf = ({ flags, setAside }: DossierSettled): string[] => [
    ...flags.flatMap((key) => key.split(' ').slice(1)),
    ...setAside,
  ];
  const theirs = new Set(eventsOf(b));
  return eventsOf(a).some((id) => theirs.has(id) && a.setAside.includes(id) !== b.setAside.includes(id));
}

function changeOf(event: CurrentDossierEvent): Correction {
  return event.type === 'dossier.corrected' || event.type === 'dossier.settled' ? event.body.change : {};
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
  if (a.type === 'dossier.paperFound') return missesAgain(b, a.body.paper);
  if (b.type === 'dossier.paperFound') return missesAgain(a, b.body.paper);
  if (a.type === 'dossier.returned' || b.type === 'dossier.returned') return true;
  if (a.type === 'dossier.handoverAccepted' && b.type === 'dossier.handoverAccepted') {
    // Two of one unit who both signed for the list took it once, unless papers were missing.
    return !isSameTaking(a.body, b.body) || a.body.missing.length + b.body.missing.length > 0;
  }
  if (a.type === 'dossier.handedOver' && b.type === 'dossier.handoverAccepted') return !fits(a, b);
  if (a.type === 'dossier.handoverAccepted' && b.type === 'dossier.handedOver') return !fits(b, a);
  return true;
}

function fits(
  given: Extract<CurrentDossierEvent, { type: 'dossier.handedOver' }>,
  taken: Extract<CurrentDossierEvent, { type: 'dossier.handoverAccepted' }>,
): boolean {
  if (taken.body.batch !== null) return taken.body.batch.id === given.body.batch?.id;
  return reaches(given.body.to, taken.body.by);
}

function missesAgain(event: CurrentDossierEvent, paper: CarriedPaper): boolean {
  return event.type === 'dossier.handoverAccepted' && event.body.missing.some((each) => samePaper(each, paper));
}
