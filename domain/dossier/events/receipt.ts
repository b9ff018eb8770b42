import type { Bilingual } from '../../text.ts';
import type { CivilDate, LocalDateTime } from '../../calendar/civil-date.ts';
import type { Person } from '../../citizen/person.ts';

/**
 * What can happen to a dossier (hồ sơ). Each is a fact that happened at a counter; none is ever changed.
 * Shapes are versioned: a changed shape is a new version with an upcaster, never an edit here.
 */

/** How a paper (thành phần hồ sơ) stood when the officer looked at it. */
export type PaperState = 'has' | 'missing' | 'wrong' | 'notNeeded';

export interface PaperTaken {
  readonly paperId: string;
  readonly name: string;
  /** `submit` phải nộp: stays with the dossier; `present` chỉ xuất trình: shown and given back, no copy kept. */
  readonly group: 'submit' | 'present';
  readonly state: PaperState;
  readonly originals: number;
  readonly copies: number;
  readonly note: string;
}

export type Channel = 'DIRECT' | 'ONLINE' | 'POSTAL';

/** The printed code (mã hồ sơ), frozen at receipt. */
export interface IssuedCode {
  readonly text: string;
  /** `temporary` (số tạm) where the log had no number left; it stays an alias for ever. */
  readonly kind: 'official' | 'temporary';
  readonly date: CivilDate;
  readonly number: number;
  /** The range it was taken from; null for a temporary number. */
  readonly grantId: string | null;
}

/** Who hands the dossier in for somebody else (nộp thay), and by what right. */
export interface Submitter {
  readonly person: Person;
  readonly authority: {
    readonly kind: 'power-of-attorney' | 'legal-representative' | 'relative' | 'staff' | 'other';
    /** Number and date of the paper, or the kinship, as said or shown. */
    readonly reference: string;
  };
}

/** The due date (hẹn trả) as computed at receipt; frozen with the calendar it came from (a later calendar never moves it). */
export interface DueAtReceipt {
  /** Vietnam local time; null only in the fast lane, where the result is given at once. */
  readonly at: LocalDateTime | null;
  readonly limit: { readonly value: number; readonly unit: 'WORKING_DAY' | 'DAY' | 'SAME_DAY' } | null;
  /** The law or notice the limit comes from. */
  readonly basis: string;
  readonly calendarVersion: string;
  /** The explanation, sentence by sentence, as it was shown and must be answered for. */
  readonly steps: readonly Bilingual[];
  readonly warnings: readonly Bilingual[];
  /** Why the officer entered the date by hand; null where it was computed. */
  readonly enteredBecause: string | null;
}

export interface FeeAtReceipt {
  /** Đồng. */
  readonly amount: number;
  readonly basis: string;
  readonly paid: 'nothing-due' | 'unpaid' | 'cash' | 'transfer' | 'online';
  /** Number of the finance receipt (biên lai); the program prints none itself. */
  readonly receiptNumber: string;
}

export interface ReceivedProcedure {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly field: string;
  readonly caseId: string;
  readonly caseLabel: string;
  readonly catalogueVersion: string;
}

/** `dossier.received` version 1: the dossier was complete and was accepted (tiếp nhận), Mẫu 01 follows from it. */
export interface DossierReceived {
  readonly code: IssuedCode;
  /** Dossiers handed in during one visit share it. */
  readonly visit: string;
  /** Result given at once, no Mẫu 01 unless asked (NĐ 61/2018 Điều 17); person may stay unnamed. */
  readonly fastLane: boolean;
  /** Copies, pages or cases that give the fee. */
  readonly quantity: number;
  readonly procedure: ReceivedProcedure;
  readonly channel: Channel;
  /** Chủ hồ sơ. */
  readonly applicant: Person | null;
  readonly submitter: Submitter | null;
  readonly papers: readonly PaperTaken[];
  /** Số bộ. */
  readonly sets: number;
  readonly receivingOffice: string;
  readonly counter: string;
  /** Another office where the dossier travels (phi địa giới). */
  readonly competentOffice: string;
  readonly processingUnit: string;
  readonly resultWay: 'counter' | 'post' | 'electronic';
  readonly resultAddress: string;
  readonly land: { readonly sheet: string; readonly parcel: string; readonly address: string } | null;
  readonly fee: FeeAtReceipt;
  /** The moment printed on the slip: Vietnam local time by the trusted clock; the limit counts from it (NĐ 309/2026 Điều 17.3). */
  readonly receivedAt: LocalDateTime;
  readonly due: DueAtReceipt;
  /** Last moment to hand it to the processing unit (NĐ 309/2026 Điều 18.2); null in the fast lane. */
  readonly handoverBy: LocalDateTime | null;
  readonly note: string;
}
