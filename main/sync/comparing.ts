import { ProblemError } from '../../contract/problems.ts';
import type { Clock } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';
import { forgottenBy, tellAgain, writtenOver, type Forgotten } from './forgotten.ts';
import { ProvinceRefused, type Province } from './province.ts';
import { compareHeads } from './reconcile.ts';

/** A log's own desk may have to send first: this long it has. Monotonic ms. */
const COMPARE_EVERY_MS = 15 * 60_000;

export interface Comparison {
  /**
   * Compares with a province that was put back from a copy, once an epoch, and while something lacks there again and again.
   * @returns whether something waits to be sent by it
   * @throws LineDown, ProvinceRefused, ProblemError DT-02
   */
  compare(): Promise<boolean>;
}

export function comparison(options: {
  readonly store: Store;
  readonly province: Province;
  readonly serverPublicKey: string;
  readonly clock: Clock;
}): Comparison {
  const { store, province, serverPublicKey, clock } = options;
  let comparedFor: string | null = null;
  let comparedAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  /** Another machine's to tell: the province takes it from a desk only. */
  const isDesk = (): boolean => store.meta.get('enrolment')?.kind === 'desk';

  /** @returns whether the province holds whatever it had confirmed */
  async function tellForgotten(isFirst: boolean): Promise<boolean> {
    if (!isDesk()) return true;
    const forgotten = await forgottenBy(store, province);
    if (forgotten.length === 0) return true;
    // When it is first asked, others may be about to bring it; and what waits here comes in its own place.
    if (isFirst || !store.outbox.isEmpty()) return false;
    return tell(forgotten);
  }

  async function tell(lacking: readonly Forgotten[]): Promise<boolean> {
    try {
      return await tellAgain(store, province, serverPublicKey, lacking);
    } catch (error) {
      // A server one release older has no ear for it: until it is updated, it lacks them.
      if (error instanceof ProvinceRefused && error.status === 404) return false;
      throw error;
    }
  }

  /** In whatever epoch: at once, and again every quarter of an hour while the province does not take them. */
  async function tellWrittenOver(): Promise<void> {
    if (!isDesk() || clock.monotonic() - toldAt < COMPARE_EVERY_MS) return;
    const lacking = writtenOver(store);
    if (lacking.length === 0) return;
    const before = toldAt;
    toldAt = clock.monotonic();
    try {
      await tell(lacking);
    } catch (error) {
      if (!isSaidOfIt(error)) toldAt = before;
      throw error;
    }
  }

  return {
    async compare() {
      await tellWrittenOver();
      const epoch = store.meta.get('feed')?.epoch ?? null;
      if (epoch === null || store.meta.get('compared') === epoch) return false;
      const before = { comparedFor, comparedAt };
      const isFirst = comparedFor !== epoch;
      if (!isFirst && clock.monotonic() - comparedAt < COMPARE_EVERY_MS) return false;
      comparedFor = epoch;
      comparedAt = clock.monotonic();
      // The first epoch this machine knows: nothing of it can have been lost yet.
      let isWhole = store.meta.get('compared') === null;
      if (!isWhole) {
        try {
          const isHeld = await compareHeads(store, province);
          const isTold = await tellForgotten(isFirst);
          isWhole = isHeld && isTold;
        } catch (error) {
          // Nothing was said of what was asked, and the quarter of an hour is for what others may bring: the next round.
          if (!isSaidOfIt(error)) ({ comparedFor, comparedAt } = before);
          throw error;
        }
      }
      if (isWhole) {
        store.transact(() => {
          store.meta.set('compared', epoch);
          store.toSend.askAgain();
        });
      }
      return !store.outbox.isEmpty();
    },
  };
}

/** The province has answered, and would answer the same a second later: not a line that broke, nor a server that is busy or away. */
function isSaidOfIt(error: unknown): boolean {
  if (error instanceof ProvinceRefused) return ![429, 502, 503, 504].includes(error.status);
  return error instanceof ProblemError && error.code === 'DT-02';
}
