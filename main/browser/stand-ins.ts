import type { Reply, Topic } from '../../contract/desk.ts';
import type { Caller, Clock, Desk, Log } from '../desk/ports.ts';

/** For the tests of this folder: a clock moved by hand, a desk that notes what reaches it, a silent log. */

export interface HandClock extends Clock {
  pass(ms: number): void;
  /** The computer sleeps: the wall clock goes on, no timer fires. */
  sleep(ms: number): void;
}

export function handClock(): HandClock {
  let now = 0;
  let slept = 0;
  let waits: { at: number; fn: () => void }[] = [];
  return {
    now: () => Date.UTC(2026, 10, 24) + now + slept,
    monotonic: () => now,
    upFor: () => now + slept,
    after(ms, fn) {
      const wait = { at: now + ms, fn };
      waits.push(wait);
      return () => void (waits = waits.filter((other) => other !== wait));
    },
    sleep: (ms) => void (slept += ms),
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = waits.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        waits = waits.filter((wait) => wait !== next);
        now = next.at;
        next.fn();
      }
      now = end;
    },
  };
}

export interface NotedDesk extends Desk {
  readonly calls: { readonly caller: Caller; readonly name: string; readonly input: unknown }[];
  readonly forgotten: string[];
  readonly listeners: Set<(topic: Topic) => void>;
  locks: number;
  tell(topic: Topic): void;
}

/** Answers every call with its own input. */
export function notedDesk(): NotedDesk {
  const listeners = new Set<(topic: Topic) => void>();
  const desk: NotedDesk = {
    calls: [],
    forgotten: [],
    listeners,
    locks: 0,
    call: async (caller, name, input): Promise<Reply<unknown>> => {
      desk.calls.push({ caller, name, input });
      return { ok: true, value: input };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lock: () => void (desk.locks += 1),
    forget: (session) => void desk.forgotten.push(session),
    close: async () => {},
    tell: (topic) => listeners.forEach((listener) => listener(topic)),
  };
  return desk;
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
