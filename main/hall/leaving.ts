import { z } from 'zod';
import { ProblemError } from '../../contract/problems.ts';
import type { Clock } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';
import type { Link, Links } from './links.ts';
import { givenWithin } from './second-disk.ts';

const GIVEN_WITHIN_MS = 10_000;
/** The hall closes without a machine that has not everything by then, ms. */
const CLOSED_WITHIN_MS = 2_500;
const takenSchema = z.object({});

interface Leaving {
  readonly clock: Clock;
  readonly store: Store;
}

/**
 * The other has all that is here on its disk before it is asked to go on with it.
 * @param write says in the day's log that this host leaves
 * @throws ProblemError SN-03
 */
export async function giveOn({ clock, store }: Leaving, next: Link, write: () => void): Promise<void> {
  const has = (): Promise<void> => givenWithin(clock, next.relay, store.hearing.newest(), GIVEN_WITHIN_MS);
  await has();
  write();
  await has();
  try {
    await next.met.peer.ask('take', {}, takenSchema, GIVEN_WITHIN_MS);
  } catch (error) {
    throw new ProblemError('SN-03', {}, { cause: error });
  }
}

/** The day's end stands on a second disk, and every machine that answers has it before it hears nothing any more. */
export async function giveEnd({ clock, store }: Leaving, links: Links, write: () => void): Promise<void> {
  write();
  await links.secondDisk.confirm(links.all());
  const upTo = store.hearing.newest();
  await Promise.allSettled(links.all().map(({ relay }) => givenWithin(clock, relay, upTo, CLOSED_WITHIN_MS)));
}
