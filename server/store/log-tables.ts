/** A place of a log its desk has begun, and where the event in it had stood: the desk's signed word. */
export interface LogMovedTable {
  log: string;
  seq: number;
  event_id: string;
  from_log: string;
  from_seq: number;
}

/** A place that stands empty, because its event stands in another: the log goes on behind it. */
export interface PassedTable {
  log: string;
  seq: number;
  event_id: string;
  hash: string;
}
