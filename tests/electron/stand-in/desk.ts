import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callNames } from '../../../contract/desk-names.ts';
import type { Topic } from '../../../contract/desk.ts';
import type { Caller, Desk, DeskOptions } from '../../../main/desk/ports.ts';

/** What the tests read back from the main process. */
export interface Notes {
  readonly calls: { readonly caller: Caller; readonly name: string; readonly input: unknown }[];
  readonly forgotten: string[];
  locks: number;
}

interface Seen extends Notes {
  readonly options: DeskOptions;
  publish(topic: Topic): void;
}

/** A desk that only notes what reaches it: the shell is tested without database, line or accounts. */
export function standInDesk(options: DeskOptions): { readonly desk: Desk; readonly seen: Seen } {
  const listeners = new Set<(topic: Topic) => void>();
  const seen: Seen = {
    options,
    calls: [],
    forgotten: [],
    locks: 0,
    publish: (topic) => {
      for (const listener of listeners) listener(topic);
    },
  };
  const desk: Desk = {
    async call(caller, name, input) {
      seen.calls.push({ caller, name, input });
      const code = caller.trusted ? ((callNames as readonly string[]).includes(name) ? null : 'GN-04') : 'GN-01';
      if (code !== null) return { ok: false, error: { code, params: {}, correlationId: 'stand-in' } };
      return { ok: true, value: { name } };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lock() {
      seen.locks += 1;
    },
    forget(session) {
      seen.forgotten.push(session);
    },
    async close() {
      // Takes a while, as finishing a transaction does.
      await new Promise((resolve) => setImmediate(resolve));
      writeFileSync(join(options.dataDir, 'closed'), JSON.stringify(seen.calls.map((call) => call.name)));
    },
  };
  return { desk, seen };
}
