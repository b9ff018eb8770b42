import type { CivilDate, LocalDateTime } from '../../calendar/civil-date.ts';
import type { Person } from '../../citizen/person.ts';
import type { CarriedPaper, Override } from './common.ts';
import type { ResultPaper } from './processing.ts';

/** The result at the shop and its return (trả kết quả, NĐ 61/2018 Điều 20). */

/** `dossier.resultShelved` version 1: the result lies at the shop, in this place. A new one moves it. */
export interface DossierResultShelved {
  readonly office: string;
  /** "Kệ B, ngăn 3". */
  readonly place: string;
  readonly at: LocalDateTime;
}

/** `dossier.notified` version 1: the citizen was told something, or a message was put on its way. */
export interface DossierNotified {
  /** Stable: sent at least once, shown once (decision 17). */
  readonly messageId: string;
  readonly about: 'result-ready' | 'reminder' | 'extended' | 'supplement' | 'call-back' | 'other';
  readonly way: 'message' | 'phone' | 'letter' | 'counter';
  readonly text: string;
  readonly at: LocalDateTime;
}

/** By what right somebody else collects (nhận thay): the paper that was shown for it. */
export interface CollectingAuthority {
  /** `none`: nothing was shown; a supervisor allowed it. */
  readonly kind: 'power-of-attorney' | 'legal-representative' | 'relative' | 'staff' | 'none';
  /** What they are to the applicant, as said: "con", "kế toán"; empty where the paper says it. */
  readonly relation: string;
  /** Name of the paper shown: "Giấy khai sinh", "Giấy giới thiệu"; empty where its kind says it. */
  readonly paper: string;
  readonly number: string;
  readonly date: CivilDate | null;
}

/** `dossier.returned` version 1: the result is in the citizen's hands, or on its way by post. */
export interface DossierReturned {
  readonly to:
    | { readonly kind: 'applicant' }
    | { readonly kind: 'submitter' }
    | { readonly kind: 'authorised'; readonly person: Person; readonly authority: CollectingAuthority }
    /** Bưu chính công ích: number of the postal item. */
    | { readonly kind: 'post'; readonly number: string };
  /** How it was made sure who stood there: card read, papers looked at; `none` by post. */
  readonly identity: 'card' | 'seen' | 'none';
  /** Whether they brought the receipt slip (NĐ 61/2018 Điều 20 asks for it). */
  readonly slipShown: boolean;
  readonly papers: readonly ResultPaper[];
  /** Originals kept for comparison, given back. */
  readonly originals: readonly CarriedPaper[];
  readonly signature: 'paper' | 'screen' | 'post';
  /** SHA-256 of the drawn picture, a convenience and no electronic signature (decision 16); null on paper. */
  readonly drawingSha256: string | null;
  /** Whether the apology of a late dossier went with it. */
  readonly apology: boolean;
  readonly at: LocalDateTime;
  readonly override: Override | null;
}

/** `dossier.archived` version 1: nobody came; the result went where the rule sends it (lưu trữ). */
export interface DossierArchived {
  readonly rule: string;
  readonly place: string;
  readonly at: LocalDateTime;
}
