import { noteLogMatter } from '../store/log-matters.ts';
import type { Store } from '../store/store.ts';

/**
 * The province refuses an event of another desk's log, whoever brings it: nothing of that log waits here any more, for either
 * reason it can, and somebody is told (`XV-24`). @param at device clock, ms
 */
export function dropRefused(store: Store, log: string, at: number): void {
  const device = store.log?.before(log, Number.MAX_SAFE_INTEGER, 1)[0]?.envelope.device;
  store.transact(() => {
    store.outbox.forget(log);
    store.hearing.forget(log);
    if (device !== undefined) noteLogMatter(store.meta, { log, because: 'heard', device, at });
  });
}
