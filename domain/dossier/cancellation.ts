import { dateOf, type CivilDate } from '../calendar/civil-date.ts';
import { originalsOf, papersFor } from '../handover/carried.ts';
import type { Bilingual } from '../text.ts';
import type { CarriedPaper, Holder } from './events/common.ts';
import { mayDo } from './law.ts';
import { stateFacts } from './states.ts';
import type { DossierView } from './view.ts';

/**
 * Taking a dossier back (hủy) or merging it into its double (gộp hồ sơ trùng). Nothing disappears: both codes find it,
 * its number stays its own, and it says what became of it.
 */
export type CancelLimit =
  | { readonly kind: 'free' }
  | { readonly kind: 'approval'; readonly why: Bilingual }
  | { readonly kind: 'never'; readonly why: Bilingual };

/** Only the office that opened it takes it back; once a unit works on it, with a supervisor's approval. */
export function cancelLimit(view: DossierView, office: string): CancelLimit {
  const may = mayDo(view, 'dossier.cancelled');
  const { name } = stateFacts[view.state];
  if (may === 'never') {
    return {
      kind: 'never',
      why: { vi: `Hồ sơ đang ở bước “${name.vi}”, không hủy được`, en: `At “${name.en}” it cannot be cancelled` },
    };
  }
  if (view.intake.receivingOffice !== office) {
    return {
      kind: 'never',
      why: { vi: 'Chỉ nơi tiếp nhận được hủy hồ sơ', en: 'Only the office that opened it may cancel it' },
    };
  }
  return may === 'override'
    ? { kind: 'approval', why: { vi: `hồ sơ đang ở bước “${name.vi}”`, en: `the dossier is at “${name.en}”` } }
    : { kind: 'free' };
}

/** What follows from a cancellation. */
export interface CancelResult {
  /** Papers of the dossier; for a merge they go to the other one. */
  readonly papers: readonly CarriedPaper[];
  readonly originals: number;
  /** Who has them; null where nobody of ours does. */
  readonly heldBy: Holder | null;
  /** Whether they lie at the shop and can be given back at once. */
  readonly isHere: boolean;
  /** Đồng taken and not given back. */
  readonly paid: number;
  /** Slips in the citizen's hands that say something no longer true. */
  readonly slips: number;
}

export function cancelResult(view: DossierView, office: string): CancelResult {
  const papers = papersFor(view, 'processing');
  const { holder } = view.custody;
  return {
    papers,
    originals: originalsOf(papers),
    heldBy: holder,
    isHere: holder !== null && holder.office === office && (holder.kind === 'counter' || holder.kind === 'office'),
    paid: view.payments.reduce((sum, payment) => sum + payment.amount, 0),
    slips: view.slips.filter((slip) => slip.voidedBy === null && slip.copyOf === null).length,
  };
}

/** Whether one can be merged into the other: not itself, still going on, and not merged into this one. */
export function mayMergeInto(view: DossierView, other: DossierView): boolean {
  return view.id !== other.id && stateFacts[other.state].open && other.received !== null && other.mergedInto === null;
}

/** How likely the other is its double: 2 the same procedure for the same person, 1 the same person, 0 neither. */
export function likeness(view: DossierView, other: DossierView): 0 | 1 | 2 {
  const [mine, theirs] = [view.intake.applicant, other.intake.applicant];
  const isSamePerson =
    mine !== null && theirs !== null && mine.personalId !== null && mine.personalId === theirs.personalId;
  if (!isSamePerson) return 0;
  return view.intake.procedure.code === other.intake.procedure.code ? 2 : 1;
}

/** The day a dossier is about, for lists. */
export function dayOf(view: DossierView): CivilDate {
  return dateOf(view.received?.receivedAt ?? view.openedAt);
}
