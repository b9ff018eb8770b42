import type { LogEvent } from '../../domain/log/envelope.ts';
import { storedEvent, type StoredEvent } from './read-events.ts';

/** An event as it goes into a request. */
export interface OutgoingEvent {
  readonly seq: number;
  readonly id: string;
  readonly aggregateId: string;
  readonly hash: string;
  /** As it goes into a request: the very texts that stand here, not read and written again. */
  readonly text: string;
  readonly bytes: number;
  /** Read when it is asked for. */
  readonly event: LogEvent;
}

export type OutgoingRow = StoredEvent & Pick<OutgoingEvent, 'seq' | 'id' | 'aggregateId' | 'hash'>;
/** Columns of an outgoing event, of `event e`. */
export const OUTGOING = `e.id, e.aggregate_id AS aggregateId, json_extract(e.envelope, '$.hash') AS hash, e.envelope, e.body, e.salt`;

export function outgoing({ seq, id, aggregateId, hash, ...row }: OutgoingRow): OutgoingEvent {
  const text = `{"envelope":${row.envelope},"body":${row.body ?? 'null'},"salt":${JSON.stringify(row.salt)}}`;
  return {
    seq,
    id,
    aggregateId,
    hash,
    text,
    bytes: Buffer.byteLength(text),
    get event() {
      return storedEvent(row);
    },
  };
}
