import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { DRAFT_DAYS } from '../store/drafts.ts';
import type { DeskContext } from './context.ts';
import { sweepScans } from './digitise/sweep.ts';
import { fileStamp } from './machine.ts';

const EVERY_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** How soon files and copies follow an erasure by law, ms: a page of the feed may bring several. */
const FOLLOW_MS = 1_000;
/** Dossiers folded anew in one go: a few milliseconds, so that nobody notices. */
const REFOLD_AT_ONCE = 20;
/** After an error of the database, ms. */
const REFOLD_AGAIN_MS = 60_000;

/** What the desk does by itself: daily backup (scans too), old drafts, scans nobody wanted, views of an older fold. @returns stops it */
export function openHousekeeping(context: DeskContext): () => void {
  const { store, clock, log, changed } = context;
  let stopped = false;
  let cancel = clock.after(1_000, firstTick);
  let cancelRefold = clock.after(200, refold);

  let copying = false;
  let cancelFollow = (): void => undefined;
  store.whenErased(() => {
    cancelFollow();
    cancelFollow = clock.after(FOLLOW_MS, () => void followErasures());
  });
  /** The day old scans were last swept on; once a day is often enough. */
  let sweptOn = '';

  /** After a database came back from a copy, its scans do too; before anything is swept. */
  function firstTick(): void {
    void store
      .giveBackScans()
      .then((back) => {
        if (back > 0) changed('scans');
      })
      .catch((error: unknown) => log.error('scans could not be put back', error))
      .then(() => {
        if (!stopped) tick();
      });
  }

  function tick(): void {
    cancel = clock.after(EVERY_MS, tick);
    const today = localDateTime(clock.now()).slice(0, 10);
    try {
      if (isClockTrusted()) expireDrafts();
    } catch (error) {
      log.error('old drafts could not be dropped', error);
    }
    try {
      if (isClockTrusted() && sweptOn !== today) {
        sweepScans(context);
        sweptOn = today;
      }
    } catch (error) {
      log.error('old scans could not be swept', error);
    }
    // One after the other: a copy begun beside the first would wait for the next round.
    void followErasures().then(() => {
      // The desk was closed meanwhile, and its database with it.
      if (stopped) return undefined;
      const last = store.meta.get('lastBackup');
      return last === null || localDateTime(last).slice(0, 10) !== today ? backup() : undefined;
    });
  }

  /** Confirmed by the province: a clock that is wrong for an hour must not take what was typed or scanned. */
  function isClockTrusted(): boolean {
    const { offset } = context.time();
    return context.isOnline() && offset !== null && Math.abs(offset) <= DAY_MS;
  }

  function expireDrafts(): void {
    store.transact(() => {
      if (store.drafts.expire(context.now() - DRAFT_DAYS * DAY_MS) > 0) changed('drafts');
    });
  }

  async function backup(): Promise<void> {
    if (copying) return;
    copying = true;
    try {
      const stamp = fileStamp(clock.now());
      await store.backup(stamp);
      store.transact(() => store.meta.set('lastBackup', clock.now()));
      changed('status');
      await keepScans(stamp);
    } catch (error) {
      if (!stopped) log.error('the daily backup failed', error);
    } finally {
      copying = false;
    }
  }

  /** Apart from the database: a disk too full for scans still has its copy of everything else. */
  async function keepScans(stamp: string): Promise<void> {
    try {
      await store.keepScans(stamp);
    } catch (error) {
      if (!stopped) log.error('the scans could not be kept beside the daily backup', error);
    }
  }

  /** Copies are made of a database at rest: one at a time. */
  async function followErasures(): Promise<void> {
    if (copying) {
      cancelFollow = clock.after(FOLLOW_MS, () => void followErasures());
      return;
    }
    copying = true;
    try {
      if (await store.followErasures(fileStamp(clock.now()))) {
        changed('scans');
        changed('drafts');
      }
    } catch (error) {
      if (!stopped)
        log.error('what an erasure left beside the database could not be taken away; the next turn does', error);
    } finally {
      copying = false;
    }
  }

  /** The others go on; this one is shown as the release before showed it. */
  function stumbled(id: string, error: unknown): void {
    log.error('a view could not be folded anew', error, { id });
  }

  function refold(): void {
    let isMore: boolean;
    try {
      const eventsOf = (id: string): LogEvent[] => store.log?.ofAggregate(id) ?? [];
      const done = store.transact(
        () =>
          store.dossiers.refoldSome(REFOLD_AT_ONCE, eventsOf, stumbled) +
          store.halls.refoldSome(10 * REFOLD_AT_ONCE, eventsOf, stumbled),
      );
      isMore = done > 0 || (store.log !== null && store.rereadSome(stumbled));
    } catch (error) {
      // A disk that was full, most often: what is shown meanwhile is the older view.
      if (!stopped) log.error('views could not be folded anew; tried again in a minute', error);
      cancelRefold = clock.after(REFOLD_AGAIN_MS, refold);
      return;
    }
    if (!isMore) return;
    changed('dossiers');
    cancelRefold = clock.after(20, refold);
  }

  return () => {
    stopped = true;
    cancel();
    cancelFollow();
    cancelRefold();
  };
}
