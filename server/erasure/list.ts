import { join } from 'node:path';
import { logEventSchema } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { keptLines } from '../kept-lines.ts';

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
  // As `add` wrote it; the schema is the wire's.
  const lines = keptLines(join(folder, 'erasures.jsonl'), (value) => logEventSchema.parse(value) as LogEvent);
  const read = (): LogEvent[] => [...new Map(lines.read().map((event) => [event.envelope.id, event])).values()];
  return {
    path: lines.path,
    read,
    add(events) {
      const known = new Set(read().map(({ envelope }) => envelope.id));
      lines.add(events.filter(({ envelope }) => !known.has(envelope.id)));
    },
  };
}
