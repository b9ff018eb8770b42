import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceRow } from '../../harness/hall-office.ts';

/** What the bench orders of the process in which everybody watches; each order is answered once, in turn. */
export type Order =
  /** Machines of the office, beside so many of other processes; its clock is so far ahead of this machine's. */
  | {
      readonly do: 'machines';
      readonly kind: 'desk' | 'display';
      readonly before: number;
      readonly count: number;
      readonly shift: number;
    }
  | { readonly do: 'introduce'; readonly devices: readonly DeviceRow[] }
  /** The machine of that place joins the hall. */
  | {
      readonly do: 'pair';
      readonly nth: number;
      readonly port: number;
      readonly code: string;
    }
  /** A display's page stands open at each. */
  | { readonly do: 'displays' }
  | { readonly do: 'phones'; readonly pages: readonly { readonly ticket: string; readonly url: string }[] }
  /** Nobody watches any more, and the machines are off. */
  | { readonly do: 'leave' }
  | { readonly do: 'end' };

export interface Answer {
  readonly devices?: readonly DeviceRow[];
  /** Calls as phones and displays were told of them; `what`: the ticket, or the number a display shows. */
  readonly phones?: readonly Seen[];
  readonly displays?: readonly Seen[];
}

export interface Seen {
  readonly what: string;
  readonly at: number;
}

/** Milliseconds by a clock that all processes of a machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export interface Watchers {
  order(order: Order): Promise<Answer>;
}

/** Disks in memory, where the system has a folder of that kind. */
const IN_MEMORY = '/dev/shm';

/**
 * Machines and phones in a process of their own, so that what they cost is not the host's.
 * @param disks of twenty machines, each would have one: here they would share the host's
 */
export function startWatchers(disks: 'own' | 'memory'): Watchers {
  const env = disks === 'memory' && existsSync(IN_MEMORY) ? { ...process.env, TMPDIR: IN_MEMORY } : process.env;
  const child = fork(join(import.meta.dirname, 'watchers.ts'), { env });
  let ended: Error | null = null;
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;
  child.on('message', (answer: Answer) => waiting?.resolve(answer));
  child.on('exit', (code) => {
    ended = new Error(`the watchers ended with ${code ?? 'a signal'}`);
    waiting?.reject(ended);
  });
  return {
    order: (order) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        waiting = { resolve, reject };
        child.send(order);
      }),
  };
}
