import type { CivilDate, LocalDateTime } from '../calendar/civil-date.ts';
import type { SlipContact } from './common-fields.ts';
import type { CopyMark, SlipCode } from './slip-marks.ts';
import type { SlipOffice } from './slip-office.ts';
import type { SlipPerson } from './slip-people.ts';

/** One thing to bring or to put right. */
export interface Demand {
  /** Thành phần hồ sơ. */
  readonly name: string;
  readonly originals: number;
  /** Bản chứng thực. */
  readonly certified: number;
  /** Bản photo. */
  readonly copies: number;
  /** "01 bản chính và 01 bản sao có chứng thực"; may be empty where the counts say it. */
  readonly bring: string;
  /** Why it is asked for: "bản đã nộp chưa được chứng thực". */
  readonly reason: string;
}

export interface Mau02Input {
  readonly office: SlipOffice;
  /** Running number of the slip, empty where it is written in by hand. */
  readonly number: string;
  readonly issuedAt: LocalDateTime;
  /** Null before the dossier is received. */
  readonly code: SlipCode | null;
  readonly applicant: SlipPerson | null;
  readonly procedure: { readonly code: string; readonly name: string };
  /** Trường hợp, in a few words; may be empty. */
  readonly caseLabel: string;
  /** The processing unit that asks through the shop; empty where the counter itself asks. */
  readonly askedBy: string;
  readonly demands: readonly Demand[];
  /** Why the dossier cannot be taken or handled as it is. */
  readonly reason: string;
  /** From 1. The law knows one request (Nghị định 309/2026/NĐ-CP): a further one names who approved it and why. */
  readonly round: { readonly ordinal: number; readonly approvedBy: string; readonly reason: string };
  readonly answerBy: CivilDate | null;
  /** When the applicant got the slip; null where it is written in by hand. */
  readonly givenOn: CivilDate | null;
  /** What the request does to the time limit and the like, whole sentences. */
  readonly remarks: readonly string[];
  /** Mã quay lại: a place without a new wait. Null where the office has no queue. */
  readonly returnCode: { readonly text: string; readonly qr: string } | null;
  readonly contact: SlipContact;
  readonly officer: string;
  /** Who takes the slip; empty where nobody is there to sign. */
  readonly receiver: string;
  readonly copy: CopyMark;
  readonly demo: boolean;
}
