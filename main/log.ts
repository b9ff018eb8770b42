import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock, Log } from './desk/ports.ts';
import { describeError, withoutNumbers } from './log-facts.ts';

const MAX_BYTES = 2_000_000;
const KEPT = 3;

export interface LogOptions {
  /** Data folder of the desk; the log is `desk.log` in its `logs`, older ones `desk.1.log` to `desk.3.log`. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** Size at which a new file begins. */
  readonly maxBytes?: number;
}

/**
 * The desk's log: one JSON object a line, for the person who looks after the machine. It never holds what a citizen
 * or an officer typed: numbers of nine digits and more are masked, and of an error only what the program itself
 * wrote is kept. A log that cannot be written stops nothing.
 */
export function fileLog(options: LogOptions): Log {
  const file = rotatingFile(join(options.dataDir, 'logs'), options.maxBytes ?? MAX_BYTES);
  const out = pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date(options.clock.now()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    file,
  );
  return {
    info: (what, facts) => out.info(clean(facts), what),
    warn: (what, facts) => out.warn(clean(facts), what),
    error: (what, error, facts) => out.error({ ...clean(facts), error: describeError(error) }, what),
  };
}

function clean(facts: Parameters<Log['info']>[1] = {}): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? withoutNumbers(fact) : fact]),
  );
}

function rotatingFile(folder: string, maxBytes: number): { write(line: string): void } {
  const name = (age: number): string => join(folder, age === 0 ? 'desk.log' : `desk.${age}.log`);
  let size = -1;
  const rotate = (): void => {
    for (let age = KEPT - 1; age >= 0; age -= 1) {
      try {
        renameSync(name(age), name(age + 1));
      } catch {
        // That one does not exist yet.
      }
    }
    size = 0;
  };
  return {
    write(line) {
      try {
        if (size < 0) {
          mkdirSync(folder, { recursive: true, mode: 0o700 });
          size = statSync(name(0), { throwIfNoEntry: false })?.size ?? 0;
        }
        const bytes = Buffer.byteLength(line);
        if (size > 0 && size + bytes > maxBytes) rotate();
        appendFileSync(name(0), line, { mode: 0o600 });
        size += bytes;
      } catch {
        // A full disk or a taken-away folder: the desk goes on, the next line tries again.
        size = -1;
      }
    },
  };
}
