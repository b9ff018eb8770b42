import type { QueuedMessage } from '../store/messages.ts';

/** What became of one attempt. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** Perhaps sent, perhaps not: tried again, with the same key. `afterMs`: not before. */
  | { readonly kind: 'again'; readonly reason: string; readonly afterMs: number | null }
  /** It will never be taken as it is. */
  | { readonly kind: 'poisoned'; readonly reason: string };

/**
 * Passes messages on (nơi gửi tin): a gateway of the province, a file. May be asked to send the same one again; what it
 * throws counts as `again`.
 */
export interface MessageSender {
  /** For the log and the command line; no secret. */
  readonly name: string;
  send(message: QueuedMessage): Promise<Outcome>;
}
