import type { z } from 'zod';
import { adminCalls } from './desk/admin.ts';
import { adviceCalls } from './desk/advice.ts';
import { attentionCalls } from './desk/attention.ts';
import { boardCalls } from './desk/board.ts';
import { bookCalls } from './desk/books.ts';
import { courierCalls } from './desk/courier.ts';
import { correctionCalls } from './desk/correction.ts';
import { digitiseCalls } from './desk/digitise.ts';
import { dossierCalls } from './desk/dossier.ts';
import { listCalls } from './desk/lists.ts';
import { moneyCalls } from './desk/money.ts';
import { hallCalls } from './desk/hall.ts';
import { handoverCalls } from './desk/handover.ts';
import { guidanceCalls } from './desk/guidance.ts';
import { processingCalls } from './desk/processing.ts';
import { queueCalls } from './desk/queue.ts';
import { receiptCalls } from './desk/receipt.ts';
import { resultsCalls } from './desk/results.ts';
import { screenCalls } from './desk/screens.ts';
import { sessionCalls } from './desk/session.ts';
import { slipCalls } from './desk/slip.ts';
import { statusCalls } from './desk/status.ts';
import { submittedCalls } from './desk/submitted.ts';

/**
 * Renderer ↔ desk: one map, name → input, output, who may call it. The preload bridge, the loopback routes, the
 * router's checks and the page's client are all made from it; a call that is not here does not exist.
 */
export const deskCalls = {
  ...statusCalls,
  ...sessionCalls,
  ...queueCalls,
  ...screenCalls,
  ...receiptCalls,
  ...guidanceCalls,
  ...adviceCalls,
  ...submittedCalls,
  ...dossierCalls,
  ...attentionCalls,
  ...correctionCalls,
  ...slipCalls,
  ...handoverCalls,
  ...processingCalls,
  ...resultsCalls,
  ...digitiseCalls,
  ...moneyCalls,
  ...bookCalls,
  ...listCalls,
  ...boardCalls,
  ...courierCalls,
  ...hallCalls,
  ...adminCalls,
} as const;

export type DeskCalls = typeof deskCalls;
export type CallName = keyof DeskCalls;
export type CallInput<N extends CallName> = z.input<DeskCalls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<DeskCalls[N]['output']>;

/** A reply never throws across the bridge: what went wrong is data (contract/problems.ts has the sentences). */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

export interface CallError {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  /** To find the line in the log. */
  readonly correlationId: string;
}

/** What the desk tells the page unasked: only that something changed; the page asks again. */
export const topics = ['status', 'session', 'dossiers', 'drafts', 'reference', 'scans', 'hall', 'board'] as const;
export type Topic = (typeof topics)[number];

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(deskCalls, name);
}
