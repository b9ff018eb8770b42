import type { CivilDate, LocalDateTime } from '../../calendar/civil-date.ts';
import type { Demand, NewDue, Override } from './common.ts';
import type { PaperTaken } from './receipt.ts';

/** Processing (giải quyết) at the unit (NĐ 61/2018 Điều 19). `at` is Vietnam local time by the trusted clock. */

/** `dossier.assigned` version 1: who works on it (phân công); `to` empty: back to the unit. */
export interface DossierAssigned {
  readonly to: string;
  readonly name: string;
  readonly unit: string;
  readonly at: LocalDateTime;
}

/** The unit's own steps, as its list shows them. */
export type WorkStep = 'review' | 'site' | 'signature' | 'other';

/** `dossier.stepSet` version 1: work has begun or gone on (đang thẩm định, chờ trích đo, trình ký). */
export interface DossierStepSet {
  readonly step: WorkStep;
  /** In words where the step is `other` or needs them ("Chờ trích đo"). */
  readonly words: string;
  readonly at: LocalDateTime;
}

/**
 * `dossier.supplementRequested` version 1: the unit asks, once, through the shop (Mẫu 02); within 3 working days of
 * receipt (NĐ 61/2018 Điều 19 khoản 4).
 */
export interface DossierSupplementRequested {
  readonly round: number;
  readonly demands: readonly Demand[];
  readonly reason: string;
  /** What the wait does to the clock (decision 6). */
  readonly clock: 'restart' | 'resume';
  readonly answerBy: CivilDate | null;
  readonly returnCode: string;
  /** Last day on which it may be asked; null past the calendar. */
  readonly lawfulUntil: CivilDate | null;
  readonly at: LocalDateTime;
  readonly override: Override | null;
}

/** `dossier.supplemented` version 1: everything asked for is there; the clock goes on or starts again. */
export interface DossierSupplemented {
  readonly papers: readonly PaperTaken[];
  readonly due: NewDue;
  readonly at: LocalDateTime;
}

/** `dossier.financialRequested` version 1: tax or another duty must be paid first (nghĩa vụ tài chính); clock stands. */
export interface DossierFinancialRequested {
  readonly what: string;
  /** Đồng; null where the notice sets it later. */
  readonly amount: number | null;
  readonly noticeNumber: string;
  readonly clock: 'restart' | 'resume';
  readonly at: LocalDateTime;
}

/** `dossier.financialFulfilled` version 1. */
export interface DossierFinancialFulfilled {
  readonly evidence: string;
  readonly due: NewDue;
  readonly at: LocalDateTime;
}

/** `dossier.opinionAsked` version 1: another agency's opinion (lấy ý kiến phối hợp); the clock goes on. */
export interface DossierOpinionAsked {
  readonly opinionId: string;
  readonly agency: string;
  readonly content: string;
  readonly answerBy: CivilDate;
  readonly documentNumber: string;
  readonly at: LocalDateTime;
}

/** `dossier.opinionReceived` version 1. */
export interface DossierOpinionReceived {
  readonly opinionId: string;
  readonly answer: string;
  readonly documentNumber: string;
  readonly at: LocalDateTime;
}

/**
 * `dossier.opinionReported` version 1: the answer is late, and the head of the one-stop shop was told (NĐ 61/2018
 * Điều 19: the shop's head reports it on).
 */
export interface DossierOpinionReported {
  readonly opinionId: string;
  /** Who was told: "Đặng Văn Phước, Giám đốc". */
  readonly to: string;
  readonly at: LocalDateTime;
}

/** `dossier.withdrawalRequested` version 1: the citizen asks for it back (xin rút hồ sơ); national status 7. */
export interface DossierWithdrawalRequested {
  readonly by: string;
  readonly reason: string;
  readonly at: LocalDateTime;
}

/** `dossier.stopped` version 1: notice of stopping (Mẫu 05), only before a decision on the result. */
export interface DossierStopped {
  readonly number: string;
  readonly reason: string;
  /** How far it had come, in words. */
  readonly stage: string;
  /** What becomes of fees already paid, in words. */
  readonly fees: string;
  readonly papersBack: readonly string[];
  readonly signatory: string;
  readonly at: LocalDateTime;
}

/**
 * `dossier.extended` version 1: apology and a new date (Mẫu 04), signed by the unit; at least one day before the due
 * date, once (NĐ 61/2018 Điều 19 khoản 9).
 */
export interface DossierExtended {
  readonly number: string;
  readonly reason: string;
  readonly due: NewDue;
  /** Last day on which it may be asked; null where no due date holds. */
  readonly lawfulUntil: CivilDate | null;
  readonly signatory: string;
  readonly at: LocalDateTime;
  readonly override: Override | null;
}

export interface ResultPaper {
  readonly name: string;
  readonly number: string;
  readonly originals: number;
  readonly copies: number;
  readonly electronic: boolean;
}

/** `dossier.finished` version 1: the result is there (đã xử lý xong), granted or declined with its reason. */
export interface DossierFinished {
  readonly outcome: 'granted' | 'declined';
  readonly papers: readonly ResultPaper[];
  /** Why it was declined, with the law; empty where granted. */
  readonly reason: string;
  readonly legalBasis: string;
  readonly signatory: string;
  readonly at: LocalDateTime;
}
