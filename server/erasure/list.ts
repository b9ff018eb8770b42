import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logEventSchema } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';

/**
 * The list of erasures outside the database (sổ xóa), beside the server key: one event a line, as it was sealed, with no
 * person in it. A database put back from a copy has forgotten them; the list has not (`cli.ts restored`).
 */
export interface ErasureList {
  readonly path: string;
  /** Durable once it returns. */
  add(events: readonly LogEvent[]): void;
  /** Oldest first, one of each. @throws Error for a line that is no event */
  read(): LogEvent[];
}

export function erasureListIn(folder: string): ErasureList {
  const path = join(folder, 'erasures.jsonl');
  const read = (): LogEvent[] => {
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const events = lines.flatMap((line, at): LogEvent[] => {
      const event = eventIn(line);
      if (event !== null) return [event];
      // The last line alone may be torn: its erasure was never said to be done.
      if (at === lines.length - 1) return [];
      throw new Error(`${path}: dòng ${at + 1} không đọc được. Line ${at + 1} cannot be read.`);
    });
    return [...new Map(events.map((event) => [event.envelope.id, event])).values()];
  };
  return {
    path,
    read,
    add(events) {
      const known = new Set(read().map(({ envelope }) => envelope.id));
      const fresh = events.filter(({ envelope }) => !known.has(envelope.id));
      if (fresh.length === 0) return;
      mkdirSync(dirname(path), { recursive: true });
      const isTorn = existsSync(path) && !/(^|\n)$/.test(readFileSync(path, 'utf8'));
      const file = openSync(path, 'a', 0o600);
      try {
        writeSync(file, `${isTorn ? '\n' : ''}${fresh.map((event) => JSON.stringify(event)).join('\n')}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}

function eventIn(line: string): LogEvent | null {
  try {
    // As `add` wrote it; the schema is the wire's.
    return logEventSchema.parse(JSON.parse(line)) as LogEvent;
  } catch {
    return null;
  }
}
