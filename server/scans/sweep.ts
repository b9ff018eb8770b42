import type { FastifyBaseLogger } from 'fastify';
import { abandonedUploads, alone } from '../store/scans.ts';
import { removeNameless } from '../erasure/files.ts';
import { throwAway, type KeepPorts } from './keep.ts';

/** An upload nothing was added to for so long is given up; its desk begins anew. */
const ABANDONED_MS = 7 * 86_400_000;
const EVERY_MS = 3_600_000;
const AT_ONCE = 100;

/** Throws away uploads nobody has gone on with for 7 days. @returns how many */
export async function sweepUploads({ db, clock, store }: KeepPorts): Promise<number> {
  let gone = 0;
  for (const { id } of await abandonedUploads(db, clock.now() - ABANDONED_MS, AT_ONCE)) {
    if ((await alone(db, id, (held) => throwAway({ db: held, store }, id))) !== null) gone += 1;
  }
  return gone;
}

/** Sweeps once an hour as long as the server runs. */
export function runSweep(ports: KeepPorts, log: FastifyBaseLogger): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    working = removeNameless(ports)
      .then((erased) => void (erased > 0 && log.info({ erased }, 'files no event names any more removed')))
      .then(() => sweepUploads(ports))
      .then(
        (gone) => void (gone > 0 && log.info({ gone }, 'uploads given up')),
        (error: unknown) => log.error({ err: error }, 'uploads could not be swept; the next hour does'),
      );
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
