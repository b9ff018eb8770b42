import type { Generated } from 'kysely';

/** Refused events, and what should not have come: only what identifies them and the verdict given. */
export interface AlarmTable {
  log: string;
  /** 0 for a look at a paper, which is no event: `hash` is the paper's, `event_id` its dossier, and nothing is signed. */
  seq: number;
  hash: string;
  event_id: string;
  reason: string;
  /** Device that sent it. */
  sent_by: string;
  at: number;
  signature: string;
  /** Not settled, or raised again since. */
  open: Generated<boolean>;
  /** When it was raised again after somebody had settled it. */
  raised_at: number | null;
  /** Whose name nobody knows (`XV-21`). */
  person: string | null;
}

/** Who settled an alarm that had been raised at `raised_at`, when and why; `by`: an account. */
export interface AlarmSettledTable {
  log: string;
  seq: number;
  hash: string;
  event_id: string;
  reason: string;
  raised_at: number;
  at: number;
  by: string;
  because: string;
}
