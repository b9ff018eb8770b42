import type { LocalDateTime } from '../../calendar/civil-date.ts';
import type { Person } from '../../citizen/person.ts';
import type { CarriedPaper, Override } from './common.ts';
import type { ResultPaper } from './processing.ts';
import type { Submitter } from './receipt.ts';

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

/** `dossier.returned` version 1: the result is in the citizen's hands. */
export interface DossierReturned {
  readonly to:
    | { readonly kind: 'applicant' }
    | { readonly kind: 'submitter' }
    | { readonly kind: 'authorised'; readonly person: Person; readonly authority: Submitter['authority'] }
    | { readonly kind: 'post'; readonly number: string };
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
