import type { LocalDateTime } from '../../calendar/civil-date.ts';
import type { CarriedPaper, Holder } from './common.ts';

/** Handover (bàn giao): paper changes hands, each time with who gave, who took, and what (NĐ 61/2018 Điều 18, 21). */

export interface BatchRef {
  readonly id: string;
  /** Number of the batch (lô) on its day at the place that gave it. */
  readonly number: number;
}

/** What a dossier travels for. */
export type Purpose = 'processing' | 'transfer' | 'result' | 'supplement' | 'return';

/** The signed facts of a slip's QR, where whoever had the paper in hand had never heard of the dossier. */
export interface SeenOnSlip {
  readonly code: string;
  readonly procedure: string;
  readonly due: LocalDateTime | null;
  readonly signature: string;
}

/** `dossier.handedOver` version 1: given; signed for once an acceptance names the same batch. */
export interface DossierHandedOver {
  /** Null where it is given by hand without a list: back to the citizen. */
  readonly batch: BatchRef | null;
  readonly purpose: Purpose;
  readonly from: Holder;
  readonly to: Holder;
  readonly papers: readonly CarriedPaper[];
  /** Last lawful moment (NĐ 309/2026, Điều 18 khoản 2); null where none is set. */
  readonly by: LocalDateTime | null;
  /** Null where this desk knew the dossier: a colleague's, received with no line, may be in the bundle. */
  readonly seenOnSlip: SeenOnSlip | null;
  readonly at: LocalDateTime;
}

/** `dossier.handoverAccepted` version 1: taken, paper by paper; what is missing is known from here on. */
export interface DossierHandoverAccepted {
  /** Null where the paper came without a list. */
  readonly batch: BatchRef | null;
  readonly purpose: Purpose;
  readonly by: Holder;
  readonly papers: readonly CarriedPaper[];
  /** Papers the giver listed that were not there. */
  readonly missing: readonly CarriedPaper[];
  /** Null where this desk knew the dossier. */
  readonly seenOnSlip: SeenOnSlip | null;
  readonly at: LocalDateTime;
}

/** `dossier.paperFound` version 1: a paper that was missing has turned up. */
export interface DossierPaperFound {
  readonly paper: CarriedPaper;
  readonly by: Holder;
  readonly note: string;
  readonly at: LocalDateTime;
}

/** `batch.closed` version 1: the list is closed and printed (chốt lô, danh sách bàn giao). Aggregate: the batch. */
export interface BatchClosed {
  readonly number: number;
  readonly purpose: Purpose;
  readonly from: Holder;
  readonly to: Holder;
  readonly dossiers: readonly { readonly id: string; readonly code: string }[];
  /** Due in this batch and not in it: whose hands it was in last, and why it was closed without it. */
  readonly short: readonly {
    readonly id: string;
    readonly code: string;
    readonly lastHolder: string;
  }[];
  /** Why it was closed with something missing; empty where nothing is. */
  readonly shortBecause: string;
  /** The first deadline of what is in it (hạn bàn giao); null where none is set. */
  readonly by: LocalDateTime | null;
  readonly at: LocalDateTime;
}

/** `batch.accepted` version 1: the receiving side has gone through the list. */
export interface BatchAccepted {
  readonly by: Holder;
  readonly accepted: readonly string[];
  readonly missing: readonly string[];
  readonly at: LocalDateTime;
}
