import type { Reply } from '../../contract/desk.ts';

/** What a host puts at the page's hand: Electron's preload as `window.desk`, the loopback host through `loopback.ts`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  /** @returns ends the subscription */
  subscribe(topic: string, listener: () => void): () => void;
}

/** A failure met on this side of the bridge; nothing of it stands in the desk's log. */
export function failure(code: 'GN-01' | 'GN-05'): Reply<never> {
  return { ok: false, error: { code, params: {}, correlationId: '' } };
}
