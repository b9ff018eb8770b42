import { RELEASE, type DeskReport } from '../../contract/desk-report.ts';
import type { Clock } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';

/** What the province's list of desks shows of this one. */
export function deskReport(store: Store, clock: Clock): DeskReport {
  const { events, oldest } = store.outbox.count();
  const waiting = oldest === null ? 0 : Math.max(0, Math.round((clock.now() - oldest) / 1000));
  return {
    release: RELEASE,
    unsent: events,
    // A clock that was set says nothing true about waiting; beyond the report's bound it says it at the bound.
    waiting: Math.min(waiting, 1_000_000_000),
    clock: store.meta.get('clock')?.offset ?? null,
  };
}
