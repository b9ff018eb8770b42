import { ProblemError, type ProblemCode } from '../../contract/problems.ts';
import { MOST_BYTES } from '../../domain/digitise/pages.ts';
import {
  CHUNK,
  LONG_MS,
  chunkAfter,
  nextToSend,
  restAfter,
  type ChunkSizes,
  type Sendable,
} from '../../domain/digitise/sending.ts';
import type { Clock, Log, Randomness } from '../desk/ports.ts';
import type { ScanToSend } from '../store/scans-to-send.ts';
import type { Store } from '../store/store.ts';
import { backOff } from './back-off.ts';
import { LineDown, ProvinceRefused, type Province } from './province.ts';
import { beginUpload, offsetAt, receiptFor, sendChunk } from './scan-upload.ts';

export interface ScanLane {
  /** There may be something to send: a verdict has come, the line is back. */
  kick(): void;
  /** When nothing is under way and what is left waits. */
  settled(): Promise<void>;
  /** @returns when the request under way is over; nothing is sent after it. */
  stop(): Promise<void>;
}

export interface ScanLaneOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly province: Province;
  readonly serverPublicKey: string;
  readonly log: Log;
  /** Bytes a second that may go now; 0: as many as go through. */
  readonly ceiling: () => number;
  /** Other sizes than the usual ones. */
  readonly chunks?: ChunkSizes | undefined;
  readonly changed: () => void;
}

/** A look by the clock as well as by news (S8). */
const ASK_EVERY_MS = 60_000;
/** Files that fail are tried again so often before they are set aside for a day. */
const TRIES = 3;

/** What is known of a file's upload while the program runs; after a start the province is asked. */
interface Progress {
  bytes: number;
  offset: number | null;
  failures: number;
  /** How often the province found other bytes, or no event that names it. */
  misses: number;
}

/**
 * Digitised papers on their way, in a lane of their own beside the events: one request at a time, the smallest file first,
 * chosen anew after every chunk, with a back-off of its own. A file that cannot be sent steps back, then aside (S9).
 * Starts at once.
 */
export function startScanLane(options: ScanLaneOptions): ScanLane {
  const { store, clock, random, province, serverPublicKey, log, changed, chunks = CHUNK } = options;
  const known = new Map<string, Progress>();
  let size: number = chunks.usual;
  let failures = 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  let cancelTimer = (): void => undefined;
  /** Monotonic ms before which nothing is sent: back-off, ceiling. */
  let restUntil = Number.NEGATIVE_INFINITY;

  const epoch = (): string | null => (store.meta.get('feed') ?? store.meta.get('histories'))?.epoch ?? null;
  const progressOf = (hash: string): Progress => {
    const found = known.get(hash) ?? { bytes: store.vault.bytesOf(hash), offset: null, failures: 0, misses: 0 };
    known.set(hash, found);
    return found;
  };

  function setAside(hash: string, because: ProblemCode): void {
    // Here it should lie: for the person that is another matter than a file of another machine.
    const code = because === 'SH-08' ? 'SH-18' : because;
    store.transact(() => store.toSend.setAside(hash, code, clock.now()));
    known.delete(hash);
    log.warn('a digitised paper cannot be sent', { code });
    changed();
  }

  /** The file whose turn it is; what is not here any more is set aside on the way. */
  function choose(): (Sendable & ScanToSend) | null {
    // Those that failed least often first: hundreds that fail hide none that does not (S9).
    const levels = new Set([0, ...[...known.values()].map(({ failures: failed }) => failed)]);
    for (const most of [...levels].sort((a, b) => a - b)) {
      const without = [...known].flatMap(([hash, progress]) => (progress.failures > most ? hash : []));
      const next = chooseOf(store.toSend.due(clock.now(), { longest: clock.now() - LONG_MS, without }));
      if (next !== null) return next;
    }
    return null;
  }

  function chooseOf(due: readonly ScanToSend[]): (Sendable & ScanToSend) | null {
    const waiting = due.flatMap((file) => {
      try {
        const { bytes, offset, failures: failed } = progressOf(file.hash);
        return [{ ...file, left: bytes - (offset ?? 0), failures: failed }];
      } catch (error) {
        setAside(file.hash, error instanceof ProblemError ? error.code : 'SH-08');
        return [];
      }
    });
    return nextToSend(waiting, clock.now());
  }

  /** One step of one file: begin, ask where it stands, send a chunk, or take the province's word that it is whole. */
  async function step({ hash, upload, named }: ScanToSend, progress: Progress): Promise<void> {
    const { bytes } = progress;
    if (bytes > MOST_BYTES) throw new ProblemError('SH-15');
    // The file is no longer as long as its event says: the province would take it for a request it cannot read.
    if (bytes !== named) throw new ProblemError('SH-09');
    if (upload === null) {
      const begun = await beginUpload(province, hash, bytes);
      store.transact(() => store.toSend.begun(hash, begun.address));
      if (begun.address === null) await confirm(hash, bytes);
      else progress.offset = begun.offset;
      return;
    }
    if (progress.offset === null) {
      progress.offset = await offsetAt(province, upload, bytes);
      return;
    }
    if (progress.offset === bytes) return confirm(hash, bytes);
    const chunk = await store.vault.piece(hash, progress.offset, Math.min(size, bytes - progress.offset));
    const from = progress.offset;
    // Until the answer is here nobody knows how much of it arrived.
    progress.offset = null;
    const started = clock.monotonic();
    progress.offset = await sendChunk(province, upload, from, chunk, bytes);
    const ms = clock.monotonic() - started;
    size = chunkAfter(size, { kind: 'through', ms }, chunks);
    restUntil = clock.monotonic() + restAfter(chunk.length, ms, options.ceiling());
    progress.failures = 0;
    progress.misses = 0;
    failures = 0;
  }

  async function confirm(hash: string, bytes: number): Promise<void> {
    const asked = epoch();
    const at = await receiptFor(province, serverPublicKey, hash, bytes);
    // The province was put back from a copy meanwhile: its word from before says nothing of now. It is asked again.
    if (epoch() !== asked) return;
    store.transact(() => store.toSend.sent(hash, at));
    known.delete(hash);
    failures = 0;
    changed();
  }

  /** @returns how long the lane rests, ms */
  async function failed(file: ScanToSend, progress: Progress, error: unknown): Promise<number> {
    const wasSending = file.upload !== null && progress.offset === null;
    progress.failures += 1;
    progress.offset = null;
    if (error instanceof LineDown) {
      if (wasSending) size = chunkAfter(size, { kind: 'lost' }, chunks);
      return rest(null);
    }
    if (error instanceof ProvinceRefused) return refused(file, progress, error);
    if (error instanceof ProblemError && error.code.startsWith('SH-')) {
      setAside(file.hash, error.code);
      return 0;
    }
    log.error('sending a digitised paper failed', error);
    return rest(null);
  }

  async function refused(file: ScanToSend, progress: Progress, error: ProvinceRefused): Promise<number> {
    const { hash } = file;
    const { status, code, retryAfter, isItsWord } = error;
    const beginAnew = (): void => store.transact(() => store.toSend.begun(hash, null));
    const passing = status >= 500 || status === 429 || status === 423 || status === 401 || status === 403;
    // The device, the server or the line is not ready; no file is at fault.
    if (passing) return rest(retryAfter);
    log.info('the province did not take a digitised paper', { status, code });
    switch (status) {
      case 409:
        // It stands elsewhere than we thought: a reply was lost. The next step asks.
        return 0;
      case 413:
        if (code === 'SH-15') {
          setAside(hash, code);
          return 0;
        }
        // Said of what went in one piece, by whoever is on the way: the file itself is not too large. At the least there is
        // nothing to do but to try later.
        if (size === chunks.least) return rest(retryAfter);
        size = chunkAfter(size, { kind: 'tooLarge' }, chunks);
        return 0;
      case 422:
        if (!isItsWord) return rest(retryAfter);
        beginAnew();
        // Our own copy is damaged, or something on the way changes what we send.
        await store.vault.check(hash);
        return missed(hash, progress, 'SH-13');
      case 404:
      case 410:
        if (file.upload !== null) {
          beginAnew();
          return 0;
        }
        if (!isItsWord) return rest(retryAfter);
        return missed(hash, progress, code === 'SH-16' ? 'SH-14' : code);
      default:
        // A page of a Wi-Fi, a proxy: whatever it says, it says of no file.
        if (!isItsWord) return rest(retryAfter);
        setAside(hash, code);
        return 0;
    }
  }

  function missed(hash: string, progress: Progress, code: ProblemCode): number {
    progress.misses += 1;
    if (progress.misses < TRIES) return rest(null);
    setAside(hash, code);
    return 0;
  }

  function rest(retryAfter: number | null): number {
    failures += 1;
    return backOff(failures, random.fraction(), retryAfter);
  }

  async function work(): Promise<number> {
    for (;;) {
      if (stopped) return 0;
      const wait = restUntil - clock.monotonic();
      if (wait > 0) return wait;
      const file = choose();
      if (file === null) return ASK_EVERY_MS;
      const progress = progressOf(file.hash);
      try {
        await step(file, progress);
      } catch (error) {
        if (stopped) return 0;
        const ms = await failed(file, progress, error).catch((inner: unknown) => atFault(file.hash, inner));
        // What is tried again at once and fails again and again would hammer the province.
        const hammers = ms === 0 && progress.failures > TRIES && known.has(file.hash);
        restUntil = clock.monotonic() + (hammers ? rest(null) : ms);
      }
    }
  }

  /** What turned up while a failure was dealt with. */
  function atFault(hash: string, error: unknown): number {
    if (error instanceof ProblemError && error.code.startsWith('SH-')) {
      setAside(hash, error.code);
      return 0;
    }
    log.error('sending a digitised paper failed', error);
    return rest(null);
  }

  function wake(): void {
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    cancelTimer();
    running = work()
      .catch((error: unknown) => {
        // Telling a failure failed too (a full disk): the next look must come all the same.
        log.error('scan lane', error);
        return rest(null);
      })
      .then((wait) => {
        running = null;
        const soon = again && wait === ASK_EVERY_MS;
        again = false;
        if (!stopped) cancelTimer = clock.after(soon ? 0 : wait, wake);
      });
  }

  cancelTimer = clock.after(0, wake);
  return {
    kick: wake,
    async settled() {
      if (running === null) wake();
      while (running !== null) await running;
    },
    async stop() {
      stopped = true;
      cancelTimer();
      await running;
    },
  };
}
