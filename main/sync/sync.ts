import { ProblemError } from '../../contract/problems.ts';
import { referenceReplySchema } from '../../contract/sync.ts';
import type { Clock, Fetch, Log, Randomness } from '../desk/ports.ts';
import type { ReferenceData } from '../desk/reference-data.ts';
import type { Stamp } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import { EARLIEST, LATEST } from '../clock-bounds.ts';
import { isApart, isUnknownLog } from './apart.ts';
import { lineAfter } from './after-failure.ts';
import { backOff } from './back-off.ts';
import { afterDateHint } from './date-hint.ts';
import { hintStream } from './hints.ts';
import { initialLine, upSince, type LineState } from './line-state.ts';
import { ANSWER_WITHIN_MS, createProvince, serverTime, type Province } from './province.ts';
import { takeHistories } from './histories.ts';
import { takeOpenFirst } from './open-first.ts';
import type { Between } from './pages.ts';
import { pullFeed } from './pull.ts';
import { comparison } from './comparing.ts';
import { withOwnGrants } from './reconcile.ts';
import { deskReport } from './report.ts';
import { heardPusher } from './push-heard.ts';
import { sender } from './sender.ts';
import { stumbling } from './stumbling.ts';
import { askedInRounds, watchRound, type Watch } from './watchdog.ts';

export interface Sync {
  line(): LineState;
  /** There is something new to send, or the person asks: goes at once. */
  kick(): void;
  /** Reference data has just been changed from here: asks for it at once. */
  refreshReference(): void;
  /** The province's routes, for what is done online only. */
  readonly province: Province;
  /** When the round under way, or the first one, is over, or has more to take in than anybody should wait for. */
  begun(): Promise<void>;
  /** @returns when the round under way is over; nothing is sent after it. */
  stop(): Promise<void>;
}

export interface SyncOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly fetch: Fetch;
  readonly log: Log;
  readonly reference: ReferenceData;
  readonly changed: (topic: 'status' | 'dossiers' | 'reference' | 'session' | 'board') => void;
  /** The province's time was asked and is kept. */
  readonly measured: () => void;
}

/** How often a desk with nothing to send asks whether there is news, ms; `beside` a stream of hints that says when to. */
const ASK_EVERY_MS = { alone: 10_000, beside: 60_000 } as const;
const REFERENCE_EVERY_MS = { alone: 60_000, beside: 10 * 60_000 } as const;
const TIME_EVERY_MS = 10 * 60_000;
/** Between two notes of the last contact while page after page comes, ms: each waits for the disk. */
const NOTE_CONTACT_MS = 5_000;
const CLOCK_JUMP_MS = 5_000;
/** With fewer rows of the feed to come than this, nobody needs to be told. */
const TELL_FROM = 500;
/** Pages of open dossiers that are waited for before a new desk is given to its officer. */
const OPEN_PAGES_AWAITED = 5;

/**
 * One sender, one order. Driven by a clock as well as by new work, so that a missed wake-up costs seconds (S8).
 * Starts at once.
 */
export function startSync(options: SyncOptions): Sync {
  const { store, clock, random, fetch, log, reference, changed } = options;
  const enrolment = store.meta.get('enrolment');
  const deviceKey = store.meta.get('deviceKey');
  if (enrolment === null || deviceKey === null) throw new ProblemError('DK-03');
  const ending = new AbortController();
  // Closing gives up what is under way: the protocol bears it, and nobody waits for a dead line.
  const untilStopped: Fetch = (url, init) =>
    fetch(url, {
      ...init,
      signal: AbortSignal.any([ending.signal, ...(init.signal instanceof AbortSignal ? [init.signal] : [])]),
    });
  const { serverUrl: server, serverPublicKey, device } = enrolment;
  const at = { server, serverPublicKey, device, key: deviceKey };
  const province = createProvince(untilStopped, at, () => deskReport(store, clock));
  store.transact(() => store.outbox.noneUnderWay());
  let watch: Watch | null = null;
  const moved = (): void => watch?.moved();
  const asked = askedInRounds(province, () => watch);
  /** What is wrong with one log, or with the reference data, holds up nothing else (S4); it is told at the end of the round. */
  let faults: unknown[] = [];
  const fault = (error: unknown): void => void faults.push(error);
  const stumbles = stumbling(clock, random);
  const common = { store, province: asked, clock, log, serverPublicKey, stumbles, fault };
  const compared = comparison(common);
  const heard = heardPusher({ ...common, progressed: moved, stopped: () => stopped });

  let failures = 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  let cancelTimer = (): void => undefined;
  /** Wall clock minus monotonic clock when the time was last asked: another value means that somebody set the clock. */
  let wallBase = Number.NEGATIVE_INFINITY;
  let timeAt = Number.NEGATIVE_INFINITY;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let referenceAt = Number.NEGATIVE_INFINITY;
  /** Monotonic ms before which the province wants to be left alone (Retry-After). */
  let quietUntil = Number.NEGATIVE_INFINITY;
  let line: LineState = initialLine(store, clock);
  const long = Promise.withResolvers<void>();

  const say = (next: LineState): void => {
    const before = line;
    line = next;
    if (before.state !== next.state) {
      try {
        store.meta.set('lineDownSince', next.state === 'down' ? next.since : null);
      } catch (error) {
        // A full disk: what the line does is told all the same, and sending goes on.
        log.error('the state of the line could not be kept', error);
      }
      changed('session');
    }
    changed('status');
  };

  /** Somebody has set the clock since the time was asked: what it shows says nothing until that is asked again. */
  const hasJumped = (): boolean => Math.abs(clock.now() - clock.monotonic() - wallBase) > CLOCK_JUMP_MS;

  /** The province has answered; whether it does what is asked of it is another matter, and the wait goes by that. */
  const answered = (): void => {
    // Nothing is dated before the last contact: a clock put back in the middle of a round must not take that with it.
    if (!hasJumped()) store.meta.set('lastContact', clock.now());
    answeredAt = clock.monotonic();
  };

  /** Something was done that is left to do: what fails next is waited for from the beginning. */
  const achieved = (): void => {
    failures = 0;
    answered();
  };

  async function askTime(): Promise<void> {
    if (clock.monotonic() - timeAt < TIME_EVERY_MS && !['down', 'stopped'].includes(line.state) && !hasJumped()) return;
    const sent = clock.now();
    const started = clock.monotonic();
    const asking = serverTime(untilStopped, server).catch(async (error: unknown) => {
      throw await afterDateHint(error, untilStopped, server, clock.now());
    });
    const told = await (watch === null ? asking : watch.within(asking));
    if (told < EARLIEST || told > LATEST) throw new ProblemError('DT-02');
    // Half the way there and back: good to well under the minute that matters here.
    // Asleep in between: half of that says nothing. The next round asks again.
    if (clock.monotonic() - started > ANSWER_WITHIN_MS) return;
    // Set in between: the answer is about the clock as it was.
    if (Math.abs(clock.now() - clock.monotonic() - (sent - started)) > CLOCK_JUMP_MS) return;
    const offset = Math.round(told - (sent + (clock.monotonic() - started) / 2));
    store.transact(() => store.meta.set('clock', { offset, at: sent }));
    options.measured();
    timeAt = clock.monotonic();
    wallBase = sent - started;
    answered();
  }

  const stamp = (): Stamp => ({
    id: random.id(),
    salt: Buffer.from(random.bytes(16)).toString('hex'),
    at: { device: clock.now(), offset: store.meta.get('clock')?.offset ?? null },
  });

  async function askReference(): Promise<void> {
    if (clock.monotonic() - referenceAt < hints.pace(REFERENCE_EVERY_MS)) return;
    const resting = stumbles.resting('reference');
    if (resting !== null) {
      fault(resting);
      return;
    }
    const versions = new URLSearchParams(reference.versions());
    const reply = await asked.request('GET', `/v1/reference?${versions.toString()}`, null, referenceReplySchema);
    const known = withOwnGrants(store, reply);
    if (reference.take(known)) changed('reference');
    referenceAt = clock.monotonic();
    stumbles.wentThrough('reference');
  }

  /** Of all that wait when the round began. */
  let total = 0;
  const outgoing = sender({
    ...common,
    stamp,
    async begunAnew() {
      referenceAt = Number.NEGATIVE_INFINITY;
      await askReference();
    },
    progressed() {
      moved();
      achieved();
      // While years come in it goes between two pages, and the bar stays what it is.
      if (line.state === 'receiving') changed('status');
      else if (line.state !== 'stopped') sayWhatIsLeft();
      changed('dossiers');
    },
  });

  function sayWhatIsLeft(since: number | null = null): void {
    const left = store.outbox.count().events;
    if (left > 0) say({ state: 'sending', left, of: Math.max(total, left) });
    else say({ state: 'up', since: since ?? clock.now() });
  }

  /** @param over whether it was given up, or the desk closes: nothing of it is done any more */
  async function round(over: () => boolean): Promise<void> {
    faults = [];
    await askTime();
    if (over()) return;
    moved();
    total = store.outbox.count().events;
    const apart = async (work: () => Promise<void>, isOwnFault: (error: unknown) => boolean): Promise<void> => {
      try {
        await work();
      } catch (error) {
        if (over() || !isOwnFault(error)) throw error;
        fault(error);
      }
    };
    outgoing.begin();
    await outgoing.send(over);
    if (over()) return;
    await apart(askReference, (error) => isApart(error) || stumbles.fell('reference', error));
    if (over()) return;
    hints.open();
    await apart(async () => {
      await pull(over);
      if (over()) return;
      await heard.push();
      if (await compared.compare()) again = true;
      // The feed has shown that the log went on elsewhere, or the comparison that it is not known: it is begun there now.
      if ((store.meta.get('leftLogs') ?? []).length > 0) {
        again = true;
        faults = faults.filter((each) => !isUnknownLog(each));
      }
    }, isApart);
    if (over()) return;
    if (outgoing.standsStill()) fault(new ProblemError('DT-07'));
    if (faults.length > 0) throw faults[0];
    achieved();
    sayWhatIsLeft(upSince(line));
  }

  async function pull(over: () => boolean): Promise<void> {
    const between: Between = { isDue: () => outgoing.isDue(), go: () => outgoing.send(over) };
    const options = { ...common, between, stopped: over };
    let pages = 0;
    await takeOpenFirst({
      ...options,
      progressed: () => {
        moved();
        achieved();
        changed('dossiers');
        // It answers, however long the feed will take after this.
        if (line.state === 'down') say({ state: 'up', since: clock.now() });
        pages += 1;
        if (pages > OPEN_PAGES_AWAITED) long.resolve();
      },
    });
    let of: number | null = null;
    const progressed = (left: number): void => {
      moved();
      if (clock.monotonic() - answeredAt > NOTE_CONTACT_MS) answered();
      of ??= left;
      if (of < TELL_FROM) return;
      // A line that breaks after some pages of many has brought those.
      failures = 0;
      long.resolve();
      if (line.state === 'stopped') return;
      say({ state: 'receiving', left, of: Math.max(of, left) });
    };
    const hasHistories = await takeHistories({ ...options, progressed });
    if (over()) return;
    const isFresh = await pullFeed({ ...options, progressed });
    if (hasHistories || isFresh) changed('dossiers');
  }

  function failed(error: unknown): number {
    failures += 1;
    changed('dossiers');
    const since = line.state === 'down' || line.state === 'stopped' ? line.since : clock.now();
    const { next, retryAfter } = lineAfter(error, since, log);
    say(next);
    if (retryAfter !== null) quietUntil = clock.monotonic() + retryAfter;
    const wait = backOff(failures, random.fraction(), retryAfter);
    // No later than what waits by itself: it comes within a minute too (S8).
    return retryAfter === null ? Math.min(wait, stumbles.untilNext() ?? wait) : wait;
  }

  function wake(): void {
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    // The timer set then is still there.
    if (clock.monotonic() < quietUntil) return;
    cancelTimer();
    const own = watchRound(clock);
    watch = own;
    running = Promise.race([round(() => stopped || own.isOver()), own.struck])
      .finally(() => own.end())
      .catch((error: unknown) => {
        if (!own.isOver()) throw error;
        log.warn('a round stood still for a minute and was given up', {
          at: own.asking(),
          log: outgoing.struck(),
          unsent: store.outbox.count().events,
        });
        throw error;
      })
      .then(
        () => (again ? 0 : hints.pace(ASK_EVERY_MS)),
        (error: unknown) => (stopped ? 0 : failed(error)),
      )
      .catch((error: unknown) => {
        // Telling the failure failed too; the next round must come all the same (S8).
        log.error('sync', error);
        return backOff(failures, random.fraction(), null);
      })
      .then((wait) => {
        running = null;
        again = false;
        if (stopped) return;
        cancelTimer = clock.after(wait, () => {
          quietUntil = Number.NEGATIVE_INFINITY;
          wake();
        });
      });
  }

  cancelTimer = clock.after(0, wake);

  const hints = hintStream({
    province,
    clock,
    ending: ending.signal,
    heard(hint) {
      if (hint === 'reference') referenceAt = Number.NEGATIVE_INFINITY;
      if (hint === 'board') changed('board');
      else wake();
    },
    lost(reason, lived) {
      if (stopped) return;
      log.info('no hints', { reason });
      if (!lived || running !== null || failures > 0) return;
      // Whoever counted on it asks soon again; not all desks of the province in one moment.
      cancelTimer();
      cancelTimer = clock.after(random.fraction() * ASK_EVERY_MS.alone, wake);
    },
  });

  return {
    province,
    line: () => line,
    kick: wake,
    refreshReference() {
      referenceAt = Number.NEGATIVE_INFINITY;
      wake();
    },
    async begun() {
      if (running === null) wake();
      await Promise.race([running, long.promise]);
    },
    async stop() {
      stopped = true;
      ending.abort();
      watch?.close();
      cancelTimer();
      await running;
    },
  };
}
