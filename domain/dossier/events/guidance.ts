import type { CivilDate, LocalDateTime } from '../../calendar/civil-date.ts';
import type { Demand, Intake, Override } from './common.ts';
import type { DossierReceived, PaperTaken } from './receipt.ts';

/** Guidance (hướng dẫn) and refusal before a dossier is received (NĐ 61/2018 Điều 15, 17; NĐ 309/2026, Điều 17 khoản 2a). */

/**
 * `dossier.submitted` version 1: handed in from afar (nộp trực tuyến, bưu chính), not looked at yet. It reached the
 * counter through the province; national status 1.
 */
export interface DossierSubmitted {
  readonly intake: Intake;
  /** Its code at the portal it came from (mã hồ sơ cổng), as text. */
  readonly portalCode: string;
  /** When the citizen sent it, Vietnam local time. */
  readonly submittedAt: LocalDateTime;
  /** Last moment to answer: 8 working hours (NĐ 45/2020); null past the calendar. */
  readonly checkBy: LocalDateTime | null;
  readonly papers: readonly SubmittedPaper[];
  readonly fee: { readonly amount: number; readonly paid: boolean; readonly reference: string };
  readonly resultWay: 'counter' | 'post' | 'electronic';
  readonly resultAddress: string;
  readonly note: string;
}

export interface SubmittedPaper {
  readonly name: string;
  /** Code of the paper at the portal (mã thành phần hồ sơ). */
  readonly code: string;
  /** LoaiBan: bản chính, bản sao, bản điện tử. */
  readonly kind: 'original' | 'copy' | 'electronic';
  readonly count: number;
  /** Address of the file at the portal; empty where there is none. */
  readonly file: string;
}

/** `dossier.guided` version 1: not complete, one slip (Mẫu 02) names everything. Not received, no code given. */
export interface DossierGuided {
  readonly intake: Intake;
  /** 1, unless a supervisor allowed another (one request only: NĐ 309/2026, Điều 17 khoản 2a). */
  readonly round: number;
  readonly demands: readonly Demand[];
  readonly reason: string;
  /** State of every paper as seen, so that the next visit goes on from here. */
  readonly papers: readonly PaperTaken[];
  /** Last day to come back; null: none (no law fixes one). */
  readonly answerBy: CivilDate | null;
  /** Printed code that gives a place without a new wait ("QL 7K2M-41QF"). */
  readonly returnCode: string;
  /** What else was filled in: nobody is asked twice for what they have said. */
  readonly filledIn: FilledIn;
  readonly at: LocalDateTime;
  readonly override: Override | null;
}

/** What of a receipt stands beside its people, procedure and papers. */
export type FilledIn = Pick<DossierReceived, 'sets' | 'quantity' | 'resultWay' | 'resultAddress' | 'land' | 'note'> & {
  /** Pages of each copy, for fees by page. */
  readonly pages: number;
};

/** `dossier.refused` version 1: may not be received here, or at all (Mẫu 03). */
export interface DossierRefused {
  readonly intake: Intake;
  readonly why: 'wrong-authority' | 'not-allowed' | 'not-supplemented' | 'other';
  readonly reason: string;
  readonly legalBasis: string;
  /** Where it belongs; null where nowhere does. */
  readonly rightAgency: { readonly name: string; readonly address: string } | null;
  readonly at: LocalDateTime;
}
