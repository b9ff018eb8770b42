import type { CallInput, CallName, CallOutput, Reply, Topic } from '../../contract/desk.ts';
import { failure, type Bridge } from './bridge.ts';
import { loopbackBridge } from './loopback.ts';

/** The desk as the page sees it, whichever host it runs in. */
export interface DeskBridge {
  /** Never rejects: what went wrong is in the reply. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>>;
  /** Calls when something of this topic changed: ask again. @returns ends the subscription */
  subscribe(topic: Topic, listener: () => void): () => void;
}

let bridge: DeskBridge | undefined;

/** The one bridge of this page. */
export function deskBridge(): DeskBridge {
  bridge ??= typed(electronBridge(window) ?? loopbackBridge(window));
  return bridge;
}

function electronBridge(page: object): Bridge | null {
  if (!('desk' in page)) return null;
  // Put there by preload/preload.ts before the page's first script; nothing else of the page may write it.
  return page.desk as Bridge;
}

export function typed(host: Bridge): DeskBridge {
  return {
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>> {
      try {
        // The desk parses each output by contract/desk.ts before it answers; parsing twice would load zod into the page.
        return (await host.call(name, input)) as Reply<CallOutput<N>>;
      } catch {
        return failure('GN-05');
      }
    },
    subscribe: (topic, listener) => host.subscribe(topic, listener),
  };
}
