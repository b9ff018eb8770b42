import type { FastifyBaseLogger } from 'fastify';
import type { PushPorts } from './push/push.ts';
import { rebuildViews } from './push/rebuild.ts';
import { readAgain } from './push/reread.ts';

const EVERY_MS = 60_000;

/**
 * What an update leaves to do while the server works: views of an older fold, and events the release before could not
 * read. At the start, and again every minute: during an update an instance of the release before works beside this one,
 * and folds and keeps apart as it always did.
 * @param everyMs pause between two rounds
 */
export function runAfterUpdate(
  ports: PushPorts,
  log: FastifyBaseLogger,
  everyMs: number = EVERY_MS,
): { stop(): Promise<void> } {
  const stuck = new Set<string>();
  const tried = new Set<string>();
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  const going = (): boolean => !isStopped;
  const round = async (): Promise<void> => {
    try {
      const stumbled = (dossier: string, error: unknown): void =>
        log.error(
          { dossier, kind: error instanceof Error ? error.name : typeof error },
          'a view could not be folded anew',
        );
      const views = await rebuildViews(ports.db, { going, stuck, stumbled });
      if (views > 0) log.info({ views }, 'views folded anew');
      const events = await readAgain(ports, tried, going);
      if (events > 0) log.info({ events }, 'events the release before could not read are in');
    } catch (error) {
      log.error({ err: error }, 'what an update left to do could not all be done; the next round goes on');
    }
    if (isStopped) return;
    timer = setTimeout(() => void (working = round()), everyMs);
    timer.unref();
  };
  let working = round();
  return {
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await working;
    },
  };
}
