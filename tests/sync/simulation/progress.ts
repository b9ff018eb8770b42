import { holds } from './broken.ts';
import type { SimDesk } from './sim-desk.ts';
import type { SimTime } from './time.ts';

/** S8: something unsent and a province that can be reached make progress within a minute, or say why not. */
export interface Progress {
  /** What a desk looks like now. @throws PromiseBroken S8 */
  look(desk: SimDesk, isServerUp: boolean): void;
}

const WITHIN_MS = 60_000;

export function newProgress(time: SimTime): Progress {
  const since = new Map<string, { from: number; unsent: number; key: string }>();
  return {
    look(desk, isServerUp) {
      const now = time.steady();
      const store = desk.life?.opened.context.store;
      const log = store?.log ?? null;
      const hindered = desk.mood !== 'calm' || desk.isRevoked || desk.fullFor > 0 || !isServerUp;
      if (store === undefined || log === null || hindered) {
        since.delete(desk.name);
        return;
      }
      const { events: unsent, oldest } = store.outbox.count();
      const key = `${log.head().log} ${oldest ?? ''}`;
      const before = since.get(desk.name);
      if (unsent === 0 || before === undefined || unsent < before.unsent || key !== before.key) {
        since.set(desk.name, { from: now, unsent, key });
        return;
      }
      before.unsent = unsent;
      const waited = now - before.from;
      const line = JSON.stringify(desk.life?.opened.sync.line());
      holds(
        waited <= WITHIN_MS,
        'S8',
        () => `${desk.name} has ${unsent} unsent and made no progress for ${waited} ms: ${line}`,
      );
    },
  };
}
