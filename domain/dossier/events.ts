import type {
  DossierCancelled,
  DossierCorrected,
  DossierDigitisedRemoved,
  DossierFeePaid,
  DossierFeeRefunded,
  DossierNoted,
  DossierPaperDigitised,
  DossierSettled,
} from './events/change.ts';
import type { DossierErased } from './events/erasure.ts';
import type { DossierGuided, DossierRefused, DossierSubmitted } from './events/guidance.ts';
import type { DossierHandedOver, DossierHandoverAccepted, DossierPaperFound } from './events/handover.ts';
import type {
  DossierAssigned,
  DossierExtended,
  DossierFinancialFulfilled,
  DossierFinancialRequested,
  DossierFinished,
  DossierOpinionAsked,
  DossierOpinionReceived,
  DossierOpinionReported,
  DossierStepSet,
  DossierStopped,
  DossierSupplemented,
  DossierSupplementRequested,
  DossierWithdrawalRequested,
} from './events/processing.ts';
import type { DossierReceived } from './events/receipt.ts';
import type { DossierArchived, DossierNotified, DossierResultShelved, DossierReturned } from './events/result.ts';
import type { SlipIssued, SlipIssuedV1 } from './events/slip.ts';

/**
 * What can happen to a dossier (hồ sơ). Each is a fact that happened at a counter; none is ever changed.
 * Shapes are versioned: a changed shape is a new version with an upcaster, never an edit.
 */
export interface DossierBodies {
  readonly 'dossier.submitted': DossierSubmitted;
  readonly 'dossier.guided': DossierGuided;
  readonly 'dossier.refused': DossierRefused;
  readonly 'dossier.received': DossierReceived;
  readonly 'dossier.slipIssued': SlipIssued;
  readonly 'dossier.handedOver': DossierHandedOver;
  readonly 'dossier.handoverAccepted': DossierHandoverAccepted;
  readonly 'dossier.paperFound': DossierPaperFound;
  readonly 'dossier.assigned': DossierAssigned;
  readonly 'dossier.stepSet': DossierStepSet;
  readonly 'dossier.supplementRequested': DossierSupplementRequested;
  readonly 'dossier.supplemented': DossierSupplemented;
  readonly 'dossier.financialRequested': DossierFinancialRequested;
  readonly 'dossier.financialFulfilled': DossierFinancialFulfilled;
  readonly 'dossier.opinionAsked': DossierOpinionAsked;
  readonly 'dossier.opinionReceived': DossierOpinionReceived;
  readonly 'dossier.opinionReported': DossierOpinionReported;
  readonly 'dossier.withdrawalRequested': DossierWithdrawalRequested;
  readonly 'dossier.stopped': DossierStopped;
  readonly 'dossier.extended': DossierExtended;
  readonly 'dossier.finished': DossierFinished;
  readonly 'dossier.resultShelved': DossierResultShelved;
  readonly 'dossier.notified': DossierNotified;
  readonly 'dossier.returned': DossierReturned;
  readonly 'dossier.archived': DossierArchived;
  readonly 'dossier.feePaid': DossierFeePaid;
  readonly 'dossier.feeRefunded': DossierFeeRefunded;
  readonly 'dossier.corrected': DossierCorrected;
  readonly 'dossier.cancelled': DossierCancelled;
  readonly 'dossier.noted': DossierNoted;
  readonly 'dossier.settled': DossierSettled;
  readonly 'dossier.paperDigitised': DossierPaperDigitised;
  readonly 'dossier.digitisedRemoved': DossierDigitisedRemoved;
  readonly 'dossier.erased': DossierErased;
}

export type DossierEventType = keyof DossierBodies;

/** The version this release writes of each. */
export const dossierVersions = {
  'dossier.submitted': 1,
  'dossier.guided': 1,
  'dossier.refused': 1,
  'dossier.received': 1,
  'dossier.slipIssued': 2,
  'dossier.handedOver': 1,
  'dossier.handoverAccepted': 1,
  'dossier.paperFound': 1,
  'dossier.assigned': 1,
  'dossier.stepSet': 1,
  'dossier.supplementRequested': 1,
  'dossier.supplemented': 1,
  'dossier.financialRequested': 1,
  'dossier.financialFulfilled': 1,
  'dossier.opinionAsked': 1,
  'dossier.opinionReceived': 1,
  'dossier.opinionReported': 1,
  'dossier.withdrawalRequested': 1,
  'dossier.stopped': 1,
  'dossier.extended': 1,
  'dossier.finished': 1,
  'dossier.resultShelved': 1,
  'dossier.notified': 1,
  'dossier.returned': 1,
  'dossier.archived': 1,
  'dossier.feePaid': 1,
  'dossier.feeRefunded': 1,
  'dossier.corrected': 1,
  'dossier.cancelled': 1,
  'dossier.noted': 1,
  'dossier.settled': 1,
  'dossier.paperDigitised': 1,
  'dossier.digitisedRemoved': 1,
  'dossier.erased': 1,
} as const satisfies Readonly<Record<DossierEventType, number>>;

type Current = {
  [T in DossierEventType]: {
    readonly type: T;
    readonly version: (typeof dossierVersions)[T];
    readonly body: DossierBodies[T];
  };
}[DossierEventType];

/** As it may stand in a log: today's versions, and those of earlier releases. */
export type DossierEvent =
  | Current
  | { readonly type: 'dossier.slipIssued'; readonly version: 1; readonly body: SlipIssuedV1 };

/** As the fold takes it: always today's version. */
export type CurrentDossierEvent = Current;
