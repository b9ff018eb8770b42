import type { LocalDateTime } from '../../calendar/civil-date.ts';
import type { Person } from '../../citizen/person.ts';
import type { Channel, ReceivedProcedure, Submitter } from './receipt.ts';

/**
 * Why a named person allowed what the rules forbid (vượt quy định có người duyệt). The person stands in the envelope's
 * `approvedBy` (decision 13); without both, the fold flags the event.
 */
export interface Override {
  readonly reason: string;
}

/** Who a dossier is about and who decides on it: what every list shows, from the first event on. */
export interface Intake {
  /** Chủ hồ sơ; null where nobody was named. */
  readonly applicant: Person | null;
  readonly submitter: Submitter | null;
  readonly procedure: ReceivedProcedure;
  readonly channel: Channel;
  readonly receivingOffice: string;
  /** Empty for a dossier no counter has looked at yet. */
  readonly counter: string;
  readonly competentOffice: string;
  readonly processingUnit: string;
}

/** One paper that a citizen must bring (thành phần hồ sơ phải bổ sung), as Mẫu 02 names it. */
export interface Demand {
  /** Of the checklist; null for one the officer wrote. */
  readonly paperId: string | null;
  readonly name: string;
  readonly state: 'missing' | 'wrong';
  readonly originals: number;
  /** Bản chứng thực. */
  readonly certified: number;
  /** Bản photo. */
  readonly copies: number;
  /** What exactly to bring, a whole phrase: "1 bản chính và 1 bản sao có chứng thực". */
  readonly bring: string;
  readonly reason: string;
}

/** Where paper lies: a counter, a processing unit, an office, the shelf, a citizen. */
export interface Holder {
  readonly kind: 'counter' | 'unit' | 'office' | 'post' | 'citizen';
  /** The office it belongs to; for a citizen, the office that gave it to them. */
  readonly office: string;
  /** Unit or counter in words: "Phòng Kinh tế, Hạ tầng và Đô thị", "Quầy 3". */
  readonly place: string;
  /** Who holds it: a user's id, empty where nobody in particular does. */
  readonly user: string;
  /** Their name, as it was. */
  readonly name: string;
}

/** A bundle or single paper that moves (bản gốc đi kèm hồ sơ). */
export interface CarriedPaper {
  /** Of the checklist; null for a result or a paper added later. */
  readonly paperId: string | null;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
}

/** A date promised to a citizen, as it was computed when the event was written; never moved by a later calendar. */
export interface NewDue {
  /** Vietnam local time; null where the officer's calendar gives none and none was entered. */
  readonly at: LocalDateTime | null;
  readonly calendarVersion: string;
  /** Why the officer entered it by hand; null where it was computed. */
  readonly enteredBecause: string | null;
}
