import type { CivilDate, LocalDateTime } from '../calendar/civil-date.ts';
import type { Person } from '../citizen/person.ts';
import type { Channel } from '../procedure/catalogue.ts';

/** What happens at an office that is no dossier's: drafts, the day's cash and closing, advice. */

/** `draft.takenOver` version 1: a colleague went on with a half-done receipt (decision 10). Its aggregate is the draft. */
export interface DraftTakenOver {
  readonly from: string;
  readonly to: string;
}

/** `counterDay.cashCounted` version 1: the drawer was counted (kiểm quỹ). Aggregate: one counter's one day. */
export interface CashCounted {
  readonly date: CivilDate;
  readonly counter: string;
  /** Đồng: change that lay there in the morning, cash the records say was taken less given back, and what is there. */
  readonly opening: number;
  readonly expected: number;
  readonly counted: number;
  /** Notes and coins by value. */
  readonly pieces: readonly { readonly value: number; readonly count: number }[];
  /** Why the two differ; empty where they do not. */
  readonly note: string;
  readonly at: LocalDateTime;
}

/** `counterDay.closed` version 1: the day was closed (chốt ngày) with what was open then. */
export interface DayClosed {
  readonly date: CivilDate;
  readonly counter: string;
  readonly received: number;
  readonly unsent: number;
  readonly notHandedOver: number;
  readonly notPrinted: number;
  readonly cash: number;
  readonly note: string;
  readonly at: LocalDateTime;
}

/** `counterDay.reopened` version 1. */
export interface DayReopened {
  readonly reason: string;
  readonly at: LocalDateTime;
}

/** `advice.given` version 1: what was told about a procedure (hướng dẫn thủ tục; NĐ 61/2018 Điều 15 has it kept). */
export interface AdviceGiven {
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly caseId: string;
  readonly caseLabel: string;
  readonly catalogueVersion: string;
  /** How they mean to file; time and fee were told for it. */
  readonly channel: Channel;
  /** Null where nobody gave a name. */
  readonly person: Person | null;
  readonly way: 'screen' | 'paper';
  readonly note: string;
  readonly at: LocalDateTime;
}
