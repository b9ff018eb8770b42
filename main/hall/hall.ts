import { reignOrder, type Address, type HallRole, type Member, type Reign } from '../../contract/hall.ts';
import type { PaperSaid } from '../../contract/hall-print.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { Clock, Log, Randomness } from '../desk/ports.ts';
import type { Store } from '../store/store.ts';
import { createDialling, DIAL_WITHIN_MS } from './dialling.ts';
import type { Line, LinesOf } from './lan.ts';
import { BEAT_EVERY_MS, createLinks, type Link, type Links } from './links.ts';
import { membersOf, type Members } from './members.ts';
import type { Met } from './meeting.ts';
import { pairingCode } from './pairing.ts';
import { answerJoiner, joinAt, plainHost } from './joining.ts';
import { giveEnd, giveOn } from './leaving.ts';
import { createLooking, SEEK_EVERY_MS } from './looking.ts';
import { placeOf } from './place.ts';

/** The host was lost: this long a machine looks for it before it says so, ms. With the silence before it, within 5 s. */
const LOOK_FOR_MS = 1_500;
/** A host looks for machines of its hall that are not linked so often, ms. */
const POKE_EVERY_MS = 2_000;
/** Of machines that answer without being the host, so old an answer still counts, ms. */
const SEEN_FOR_MS = 5_000;

/** How it stands between this machine and its hall. */
export type HallState =
  /** It belongs to no hall. */
  | { readonly state: 'none' }
  | { readonly state: 'hosting'; readonly reign: Reign }
  | { readonly state: 'linked'; readonly reign: Reign; readonly host: Link }
  /** Looking for the host, for less than a moment. */
  | { readonly state: 'seeking' }
  /** Ended by a person's act; whoever opens it hosts it. */
  | { readonly state: 'closed' }
  /** The host is lost: whoever is here may take over. */
  | { readonly state: 'lost'; readonly stake: Stake };

/** What is at stake when a hall is taken over. */
export interface Stake {
  /** Device of the host that is lost. */
  readonly host: string;
  /** Monotonic ms since it was last heard; null: not since this program started. */
  readonly silentFor: number | null;
  /** Devices that answer from here now. */
  readonly reachable: readonly string[];
  /** Events of the host that nobody who answers has. */
  readonly missing: number;
}

export interface Hall {
  state(): HallState;
  readonly role: HallRole;
  readonly members: Members;
  links(): readonly Link[];
  /** Where it listens; null: nowhere. */
  readonly port: number | null;
  /** Begins a hall here, or goes on with one that was signed off. @throws ProblemError SN-07, SN-09, SN-10 */
  open(): Promise<void>;
  /** This machine hosts from now on. @throws ProblemError SN-04, SN-07, SN-10 */
  takeOver(): void;
  /** A code for one machine that wants to join. @throws ProblemError SN-08 */
  newCode(): { code: string; minutes: number };
  /** Joins the hall of the host at that address, as what it was enrolled. @throws ProblemError SN-01, SN-02, SN-06, SN-09 */
  join(address: Address, code: string): Promise<void>;
  /** @throws ProblemError SN-05, SN-08 */
  forget(device: string): void;
  /**
   * Hands the hall to another machine that has everything; null: closes it.
   * @param write says in the day's log that this host leaves: the others have that before they are told
   * @throws ProblemError SN-03, SN-05, SN-08
   */
  signOff(to: string | null, write: () => void): Promise<void>;
  /** Ticket printers that cannot print, of this machine and of all it hears of. */
  readonly papers: Links['papers'];
  readonly ask: Links['askHost'];
  readonly secondDisk: Links['secondDisk'];
  stop(): Promise<void>;
}

export interface HallOptions {
  readonly store: Store;
  readonly linesOf: LinesOf;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Something that a screen shows has changed. */
  readonly changed: () => void;
  /** Events of other machines have come; what a machine asks of this one, its host, beyond its place in the hall. */
  readonly heard: () => void;
  readonly answer: (link: Link, name: string, body: unknown) => Promise<unknown>;
  /** Port at which this machine gives phones its pages; null: nowhere. */
  readonly phones: () => number | null;
  /** Ticket printers of this machine that cannot print. */
  readonly papers: () => readonly PaperSaid[];
}

/** The hall's service of one machine. It listens once the machine belongs to a hall, and looks for its host by itself. */
export async function startHall(options: HallOptions): Promise<Hall> {
  const { store, clock, random, log, changed } = options;
  const members = membersOf(store, random);
  const place = placeOf(store, random);
  const codes = pairingCode(clock, random);
  let listening: { readonly port: number; close(): Promise<void> } | null = null;
  let stopped = false;
  /** Since when the host is looked for, monotonic ms; null: it is found, or it is this machine. */
  let soughtSince: number | null = clock.monotonic();
  let heardHostAt: number | null = null;
  let pokedAt = Number.NEGATIVE_INFINITY;
  const seen = new Map<string, { readonly at: number; readonly held: number }>();

  const links = createLinks({
    store,
    clock,
    log,
    members,
    place,
    random,
    port: () => listening?.port ?? 1,
    phones: options.phones,
    papers: options.papers,
    asked,
    fresh: options.heard,
    changed,
    heard: (link) => {
      if (link.hosting !== null) met(link.hosting);
      if (hostLink() === link) found();
      changed();
    },
    told(link, name) {
      if (name !== 'closing' || place.hosting !== null || link.hosting === null) return;
      place.signedOff();
      link.met.peer.close();
    },
    closed(link) {
      log.info('a line of the hall ended', { device: link.device });
      changed();
    },
  });
  const lines = options.linesOf(members.key);

  const hostLink = (): Link | null => {
    const link = links.hostLink();
    return link?.isLive === true ? link : null;
  };

  function state(): HallState {
    if (!members.isIn()) return { state: 'none' };
    const { hosting } = place;
    if (hosting !== null) return { state: 'hosting', reign: hosting };
    const host = hostLink();
    if (host !== null && host.hosting !== null) return { state: 'linked', reign: host.hosting, host };
    if (place.isSignedOff || place.last === null) return { state: 'closed' };
    if (soughtSince === null || clock.monotonic() - soughtSince < LOOK_FOR_MS) return { state: 'seeking' };
    return { state: 'lost', stake: stakeOf(place.last) };
  }

  function stakeOf(last: Reign): Stake {
    const now = clock.monotonic();
    const near = [...seen].filter(([, { at }]) => now - at < SEEN_FOR_MS);
    const own = links.heldOf()?.seq ?? 0;
    const best = Math.max(own, ...near.map(([, { held }]) => held));
    return {
      host: last.device,
      silentFor: heardHostAt === null ? null : now - heardHostAt,
      reachable: near.map(([device]) => device),
      missing: Math.max(0, (links.hostLog?.seq ?? 0) - best),
    };
  }

  /** Another reign was met. The higher goes on; of this machine's own it is the end, and its events are handed in. */
  function met(theirs: Reign): void {
    const own = place.hosting;
    if (own !== null && reignOrder(theirs, own) < 0) return;
    place.learn(theirs);
    if (own === null) return;
    log.warn('the hall goes on elsewhere', { own: own.term, theirs: theirs.term });
    place.stepDown();
    codes.withdraw();
    links.closeAll();
    soughtSince = clock.monotonic();
  }

  function asked(link: Link, name: string, body: unknown): Promise<unknown> {
    const { hosting } = link;
    // A kiosk hosts nothing, and prints for its host.
    if (name !== 'take' && (place.hosting !== null || name === 'print')) return options.answer(link, name, body);
    if (name !== 'take' || hosting === null || place.role !== 'desk') throw new ProblemError('GN-04', { name: 'hall' });
    // Once it is answered: the line it came by ends with that reign.
    clock.after(0, () => begin(hosting.term + 1));
    return Promise.resolve({});
  }

  async function handTo(next: Link, write: () => void): Promise<void> {
    await giveOn({ clock, store }, next, write);
    place.stepDown();
    codes.withdraw();
    soughtSince = clock.monotonic();
    links.closeAll();
  }

  async function close(write: () => void): Promise<void> {
    await giveEnd({ clock, store }, links, write);
    // Meanwhile another reign may have been met.
    if (place.hosting === null) return;
    links.tellAll('closing', {});
    place.signedOff();
    codes.withdraw();
  }

  function begin(atLeast: number): void {
    place.begin(Math.max(atLeast, (place.last?.term ?? 0) + 1));
    soughtSince = null;
    links.closeAll();
    pokedAt = clock.monotonic();
    look(members.others());
    changed();
  }

  /** Judges a machine that was met, whoever dialed. @returns the link, where the line stays */
  function judge(each: Met, way: 'in' | 'out', address: Address): Link | null {
    const { hello } = each;
    if (hello.hosting !== null && !links.mayHost(each)) return null;
    if (members.kindOf(hello.device) === 'desk') members.merge(hello.members);
    if (hello.last !== null && place.hosting === null && !place.isSignedOff) place.learn(hello.last);
    if (hello.hosting !== null) met(hello.hosting);
    seen.set(hello.device, { at: clock.monotonic(), held: hello.held?.seq ?? 0 });
    const isOwnReign = place.hosting !== null;
    // Of the two it is the machine that dials its host, so that no two lines cross.
    const stays = isOwnReign ? way === 'in' : way === 'out' && hello.hosting !== null;
    if (stays) {
      const link = links.keep(each, address);
      changed();
      return link;
    }
    members.met(hello, address);
    each.peer.finish();
    if (!isOwnReign && hello.hosting !== null && way === 'in') look(memberOf(hello.device));
    return null;
  }

  function found(): void {
    soughtSince = null;
    heardHostAt = clock.monotonic();
  }

  async function arrived(line: Line): Promise<void> {
    const { met: each, isKnown } = await links.meet(line);
    if (isKnown) {
      line.welcome();
      judge(each, 'in', { host: plainHost(line.from), port: each.hello.port });
    } else if (place.hosting !== null && codes.isOpen()) {
      answerJoiner(each, { members, codes, joined: tellMembers });
    } else each.peer.finish();
  }

  const isStopped = (): boolean => stopped;
  const dial = createDialling({ lines, links, log, isStopped, met: (each, to) => void judge(each, 'out', to) });
  const memberOf = (device: string): Member[] => members.others().filter((member) => member.device === device);
  const look = createLooking({ clock, isWanted: (device) => !stopped && links.get(device) === null, dial });

  /** Asked twice a second and more: beats, and looks for whoever is missing. */
  function tick(): void {
    links.beat();
    const before = shown;
    const host = hostLink();
    if (host !== null) heardHostAt = host.met.peer.heardAt;
    // Its line is closed, or stands and it has left its log: then it hosts no more.
    else if (place.hosting === null) soughtSince ??= clock.monotonic();
    if (members.isIn() && listening !== null) {
      if (place.hosting !== null) {
        if (clock.monotonic() - pokedAt >= POKE_EVERY_MS) {
          pokedAt = clock.monotonic();
          look(members.others());
        }
      } else if (host === null) look(members.others());
    }
    shown = state().state;
    if (shown !== before) changed();
  }
  let shown: HallState['state'] = 'none';

  async function listen(): Promise<void> {
    if (listening !== null) return;
    try {
      listening = await lines.serve((line) => {
        arrived(line).catch((error: unknown) => {
          if (!stopped)
            log.info('a line of the hall came to nothing', { kind: error instanceof Error ? error.name : '' });
        });
      });
    } catch (error) {
      throw new ProblemError('SN-09', {}, { cause: error });
    }
  }

  /** Who belongs to the hall has changed: all that are linked must know the newcomer, should the host be lost. */
  function tellMembers(): void {
    links.tellMembers();
    changed();
  }

  const needsHosting = (): void => {
    if (place.hosting === null) throw new ProblemError('SN-08');
  };
  const mayHost = (): void => {
    if (place.role !== 'desk') throw new ProblemError('SN-10');
    const host = hostLink();
    if (host !== null) throw new ProblemError('SN-07', { host: host.name });
  };

  let cancelTick = (): void => undefined;
  const ticking = (): void => {
    try {
      tick();
    } catch (error) {
      log.error('the hall', error);
    }
    const seeks = place.role !== 'desk' && hostLink() === null;
    if (!stopped) cancelTick = clock.after(seeks ? SEEK_EVERY_MS : BEAT_EVERY_MS, ticking);
  };
  if (members.isIn()) {
    await listen().catch((error: unknown) => log.error('the hall does not listen', error));
  }
  ticking();
  return {
    state,
    get role() {
      return place.role;
    },
    members,
    links: links.all,
    get port() {
      return listening?.port ?? null;
    },
    async open() {
      mayHost();
      if (place.hosting !== null) return;
      await listen();
      members.present(place.role, []);
      begin(1);
    },
    takeOver() {
      mayHost();
      if (!members.isIn()) throw new ProblemError('SN-04');
      if (place.hosting === null) begin(1);
    },
    newCode() {
      needsHosting();
      return codes.make();
    },
    async join(address, code) {
      await listen();
      await joinAt({ lines, address, code, links, members, within: DIAL_WITHIN_MS * 3 });
      place.stepDown();
      members.present(place.role, []);
      soughtSince = clock.monotonic();
      await dial(address);
      changed();
    },
    forget(device) {
      needsHosting();
      members.forget(device);
      tellMembers();
    },
    async signOff(to, write) {
      needsHosting();
      if (to === null) await close(write);
      else {
        const next = links.get(to);
        if (next === null || next.role !== 'desk') throw new ProblemError('SN-05');
        await handTo(next, write);
      }
      changed();
    },
    papers: links.papers,
    ask: links.askHost,
    secondDisk: links.secondDisk,
    async stop() {
      stopped = true;
      cancelTick();
      links.closeAll();
      await listening?.close();
    },
  };
}
