import {
  begunSchema,
  keptSchema,
  MAX_TOLD_BYTES,
  MAX_TOLD_EVENTS,
  offerSchema,
  toldEventSchema,
  toldEventsSchema,
  wantedSchema,
} from '../../contract/hall.ts';
import { ProblemError } from '../../contract/problems.ts';
import { beginningText, sha256, verifierOf, verifyText } from '../../contract/signing.ts';
import { bytesFault, sealFault } from '../../domain/log/envelope.ts';
import type { Clock, Log } from '../desk/ports.ts';
import type { TellableEvent } from '../store/hearing.ts';
import { sizeOf } from '../store/beginnings.ts';
import type { Store } from '../store/store.ts';
import { isGenuine } from '../sync/settle.ts';
import { PeerLost, type Peer } from './peer.ts';

/** Of a machine never met so many events are looked through; what is older, the province brings. */
const LOOK_BACK = 20_000;
const AT_ONCE = 500;
/** Fewer are sent without asking first whether they are wanted. */
const ASK_FROM = 20;
/** Of a machine met before so many of the last that it was given are asked after, and as many more while one is missing. */
const ASK_AFTER = 1_000;
const WITHIN_MS = 20_000;
const SAVE_EVERY_MS = 10_000;
const REMEMBERED = 2_000;

/** What goes to one machine of the hall, and what came from it. */
export interface Relay {
  /** There may be something new to give. */
  wake(): void;
  /** How far (Hearing.placeOf) the other machine has what is here, on its disk. */
  readonly givenUpTo: number;
  /** Calls once the other machine has it up to there; never, where the line ends first. */
  whenGiven(n: number, given: () => void): void;
  /** Answers `offer`. */
  offered(body: unknown): { ids: string[] };
  /** Answers `begun`: it is on the disk. */
  begun(body: unknown): { strange: number };
  /** Answers `events`: they are on the disk. */
  told(body: unknown): { strange: number };
  stop(): void;
}

export interface RelayOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly peer: Peer;
  readonly device: string;
  /** Which database of it. */
  readonly theirStore: string;
  /** What it is told about, and may tell; null: everything. */
  readonly about: readonly string[] | null;
  readonly serverPublicKey: string;
  /** Something new has come from it. */
  readonly heard: () => void;
}

/** Gives another machine of the office everything that stands here and not there, for as long as the line holds. */
export function startRelay(options: RelayOptions): Relay {
  const { store, clock, log, peer, device, theirStore, about } = options;
  const { hearing } = store;
  const unmet = Math.max(0, hearing.newest() - LOOK_BACK);
  let upTo = hearing.given(device, theirStore) ?? unmet;
  let isAskedAfter = false;
  let savedAt = clock.monotonic();
  let saved = upTo;
  let stopped = false;
  let running = false;
  let again = false;
  /** Of which logs it has been told how they began, and how much of it. */
  const begun = new Map<string, number>();
  /** What it told itself needs no telling back. */
  const fromThem = new Set<string>();
  let waiting: { readonly n: number; readonly given: () => void }[] = [];

  const save = (): void => {
    if (saved === upTo) return;
    store.transact(() => hearing.setGiven(device, theirStore, upTo));
    [saved, savedAt] = [upTo, clock.monotonic()];
  };

  /** Its database may have been put back from a copy since: what it lacks of what it had is given again. */
  async function askAfter(): Promise<void> {
    for (let to = upTo; to > unmet; to -= ASK_AFTER) {
      const had = hearing.upTo(to, ASK_AFTER, about);
      if (had.length === 0) continue;
      const { ids } = await peer.ask('offer', { ids: had.map(({ id }) => id) }, wantedSchema, WITHIN_MS);
      const lacking = new Set(ids);
      // What has become of one since, its copy may not know either.
      const first = had.find(({ id, isAnew }) => isAnew || lacking.has(id));
      if (first === undefined) break;
      upTo = first.n - 1;
    }
    isAskedAfter = true;
    tellGiven();
  }

  function tellGiven(): void {
    waiting = waiting.filter(({ n, given }) => {
      if (n <= upTo) given();
      return n > upTo;
    });
  }

  async function give(): Promise<void> {
    if (!isAskedAfter) {
      await giveBeginnings(new Set(store.beginnings.all().map((beginning) => beginning.log)));
      await askAfter();
    }
    while (!stopped && peer.isOpen) {
      const next = hearing.after(upTo, AT_ONCE, about);
      if (next.upTo === upTo) break;
      const fresh = next.events.filter(({ event, isAnew }) => isAnew || !fromThem.has(event.envelope.id));
      for (const some of chunks(await wanted(fresh))) {
        await giveBeginnings(new Set(some.map(({ event }) => event.envelope.log)));
        const body = { events: some.map(({ event, verdict }) => ({ event, verdict })) };
        const { strange } = await peer.ask('events', body, keptSchema, WITHIN_MS);
        if (strange > 0) log.warn('another machine could not take events', { strange });
      }
      upTo = next.upTo;
      tellGiven();
      if (clock.monotonic() - savedAt > SAVE_EVERY_MS) save();
    }
  }

  /** So that whoever has these events can bring them, should their own desk be lost before it has told the province. */
  async function giveBeginnings(logs: ReadonlySet<string>): Promise<void> {
    for (const of of about === null ? logs : []) {
      const beginning = store.beginnings.get(of);
      const size = beginning === null ? 0 : sizeOf(beginning) + 1;
      if (beginning === null || begun.get(of) === size) continue;
      await peer.ask('begun', beginning, keptSchema, WITHIN_MS).catch((error: unknown) => {
        // A release that does not know the word.
        if (!(error instanceof ProblemError)) throw error;
      });
      begun.set(of, size);
    }
  }

  async function wanted(events: readonly TellableEvent[]): Promise<readonly TellableEvent[]> {
    if (events.length < ASK_FROM) return events;
    const ids = events.flatMap(({ event, isAnew }) => (isAnew ? [] : event.envelope.id));
    const answer = await peer.ask('offer', { ids }, wantedSchema, WITHIN_MS);
    const lacking = new Set(answer.ids);
    return events.filter(({ event, isAnew }) => isAnew || lacking.has(event.envelope.id));
  }

  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    // Told from within a transaction: what is undone with it must not be read, its numbers go to others.
    Promise.resolve()
      .then(give)
      .catch((error: unknown) => {
        if (!stopped && !(error instanceof PeerLost)) log.error('the hall could not give on', error);
        // The line is opened anew, and goes on where this one was.
        peer.close();
      })
      .finally(() => {
        running = false;
        if (again && peer.isOpen) wake();
      });
  }

  const unsubscribe = hearing.onGrown(wake);
  wake();
  return {
    wake,
    get givenUpTo() {
      return isAskedAfter ? upTo : 0;
    },
    whenGiven(n, given) {
      if (isAskedAfter && n <= upTo) given();
      else waiting.push({ n, given });
    },
    offered(body) {
      return { ids: hearing.unknown(offerSchema.parse(body).ids) };
    },
    begun(body) {
      const beginning = begunSchema.parse(body);
      const { device, log: of, left, moved, signature } = beginning;
      const key = (store.reference.get('devices') ?? []).find((desk) => desk.id === device)?.publicKey;
      if (about !== null || key === undefined) return { strange: 1 };
      if (!verifyText(key, beginningText({ device, log: of, left, moved }), signature)) return { strange: 1 };
      store.transact(() => store.beginnings.keep(beginning));
      return { strange: 0 };
    },
    told(body) {
      const read = toldEventsSchema.parse(body).events.map((one) => toldEventSchema.safeParse(one).data ?? null);
      // Of several machines one tells it first: what is here already is neither judged nor taken in again.
      const isNews = ({ event, verdict }: Told): boolean =>
        verdict !== null || store.log?.hashOf(event.envelope.id) !== event.envelope.hash;
      const isForeign = ({ event }: Told): boolean => about?.includes(event.envelope.aggregate) === false;
      const known = read.filter((one) => one !== null && !isForeign(one) && !isNews(one)).length;
      const taken = read.flatMap((one) =>
        one === null || !isNews(one) || isForeign(one) ? [] : (whole(store, one, options.serverPublicKey) ?? []),
      );
      // Before it is taken in: with that, this relay is woken to give on what is new here.
      for (const one of read) if (one !== null) remember(fromThem, one.event.envelope.id);
      if (taken.length > 0 && hearing.hear(taken).length > 0) options.heard();
      return { strange: read.length - known - taken.length };
    },
    stop() {
      if (stopped) return;
      stopped = true;
      unsubscribe();
      save();
    },
  };
}

/**
 * An event as a desk of this office sealed it, by the key the province knows it by, or as the province has judged it: the
 * portal's and other offices' are known by its verdict alone. Null for anything else.
 */
function whole(store: Store, { event, verdict }: Told, serverKey: string): Told | null {
  const { device, id, hash } = event.envelope;
  const isJudged =
    verdict !== null &&
    verdict.eventId === id &&
    verdict.hash === hash &&
    verdict.end !== 'refused' &&
    isGenuine(verdict, serverKey);
  const key = (store.reference.get('devices') ?? []).find((desk) => desk.id === device)?.publicKey;
  if (key === undefined && !isJudged) return null;
  const fault = key === undefined ? bytesFault(event, sha256) : sealFault(event, verifierOf(key));
  return fault === null ? { event, verdict: isJudged ? verdict : null } : null;
}

type Told = Pick<TellableEvent, 'event' | 'verdict'>;

function chunks(events: readonly TellableEvent[]): TellableEvent[][] {
  const all: TellableEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const last = all.at(-1);
    bytes += event.bytes;
    if (last !== undefined && last.length < MAX_TOLD_EVENTS && bytes < MAX_TOLD_BYTES) last.push(event);
    else {
      all.push([event]);
      ({ bytes } = event);
    }
  }
  return all;
}

function remember(known: Set<string>, id: string): void {
  known.add(id);
  const [oldest] = known.size > REMEMBERED ? known : [];
  if (oldest !== undefined) known.delete(oldest);
}
