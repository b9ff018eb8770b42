import { toldOf } from '../../contract/machine-kind.ts';
import type { z } from 'zod';
import {
  beatSchema,
  HALL_VERSION,
  reignOrder,
  membersSchema,
  type Address,
  type Hello,
  type HallRole,
  type Reign,
} from '../../contract/hall.ts';
import type { PaperSaid } from '../../contract/hall-print.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { Clock, Log } from '../desk/ports.ts';
import { PeerLost } from './peer.ts';
import { meet, type Met } from './meeting.ts';
import type { Line } from './lan.ts';
import type { Members } from './members.ts';
import type { Place } from './place.ts';
import { startRelay, type Relay } from './relay.ts';
import { createSecondDisk } from './second-disk.ts';
import type { Store } from '../store/store.ts';

/** A line that stays: from a machine to its host, or from the host to each of its machines. */
export interface Link {
  readonly device: string;
  readonly name: string;
  readonly role: HallRole;
  readonly met: Met;
  readonly relay: Relay;
  /** It has spoken on this line since it was opened: the other side has let it in. */
  isLive: boolean;
  /** What it last said of itself. */
  hosting: Reign | null;
  held: { readonly log: string; readonly seq: number } | null;
  /** Of the host: ms since which nobody else has what it wrote; null: another machine has. */
  aloneFor: number | null;
  /** Where phones get its pages, as this machine reaches it; null: it has none. */
  phones: Address | null;
  /** Ticket printers that cannot print: its own; of the host, all it knows of. */
  papers: readonly PaperSaid[];
}

/** Both sides speak at least so often, ms. */
export const BEAT_EVERY_MS = 500;
/** Who was not heard for so long is gone, ms. */
export const SILENT_AFTER_MS = 2_000;
export const HELLO_WITHIN_MS = 2_000;
const MAX_PAPERS = 60;

export interface LinkOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly members: Members;
  readonly place: Place;
  readonly random: { bytes(count: number): Uint8Array };
  readonly port: () => number;
  /** Where this machine gives phones its pages; null: nowhere. */
  readonly phones: () => number | null;
  /** Ticket printers of this machine that cannot print. */
  readonly papers: () => readonly PaperSaid[];
  readonly asked: (link: Link, name: string, body: unknown) => Promise<unknown>;
  /** Events of another machine have come. */
  readonly fresh: () => void;
  /** Something about a link has changed. */
  readonly heard: (link: Link) => void;
  readonly told: (link: Link, name: string, body: unknown) => void;
  readonly closed: (link: Link) => void;
  /** Something that a screen shows has changed. */
  readonly changed: () => void;
}

export function createLinks(options: LinkOptions) {
  const { store, clock, log, members, place } = options;
  const enrolment = store.meta.get('enrolment');
  const links = new Map<string, Link>();
  const secondDisk = createSecondDisk({
    clock,
    log,
    newest: () => store.hearing.newest(),
    links: () => [...links.values()],
    changed: options.changed,
  });

  /** @param pin whom it is said to: a stranger hears no names and no addresses */
  function hello(pin: string): Hello {
    const known = members.all().some((member) => !member.gone && member.certificate === pin);
    return {
      hall: HALL_VERSION,
      server: enrolment?.server ?? '',
      office: enrolment?.office ?? '',
      device: enrolment?.device ?? '',
      store: place.store,
      name: enrolment?.deviceName ?? '',
      counter: enrolment?.counter ?? '',
      role: place.role,
      port: options.port(),
      proof: members.proof(),
      nonce: Buffer.from(options.random.bytes(24)).toString('base64url'),
      hosting: place.hosting,
      last: place.last,
      held: heldOf(),
      members: known ? [...members.all()] : [],
    };
  }

  /** How far this machine has the last host's log: what would be lost with it is told by this. */
  function heldOf(): { log: string; seq: number } | null {
    if (place.hosting !== null) return ownHead();
    const host = links.get(place.last?.device ?? '');
    const logId = host?.held?.log ?? lastHostLog?.log ?? null;
    return logId === null ? null : { log: logId, seq: store.log?.lastIn(logId).seq ?? 0 };
  }
  /** How far the last host said that its log stood. */
  let lastHostLog: { readonly log: string; readonly seq: number } | null = null;
  /** Of a machine its own; the host tells everybody what each has told it. */
  const papers = (): readonly PaperSaid[] => {
    const own = options.papers();
    const theirs = [...links.values()].flatMap((link) => link.papers);
    return [...own, ...theirs.filter(({ device }) => device !== enrolment?.device)].slice(0, MAX_PAPERS);
  };
  const beatOf = () => ({
    papers: place.hosting === null ? options.papers() : papers(),
    hosting: place.hosting,
    held: heldOf(),
    aloneFor: place.hosting === null ? null : secondDisk.aloneFor(),
    phones: options.phones(),
  });
  function ownHead(): { log: string; seq: number } | null {
    const head = store.log?.head();
    return head === undefined ? null : { log: head.log, seq: head.seq };
  }

  /** Of two that both say they host, each unknown to the other, the higher reign: so it is once they meet. */
  function hostLink(): Link | null {
    if (place.hosting !== null) return null;
    let best: { readonly link: Link; readonly reign: Reign } | null = null;
    for (const link of links.values()) {
      const { hosting: reign } = link;
      if (reign === null || (best !== null && reignOrder(reign, best.reign) < 0)) continue;
      best = { link, reign };
    }
    return best?.link ?? null;
  }

  function tellMembers(): void {
    for (const { met } of links.values()) met.peer.tell('members', { members: members.all() });
  }

  return {
    hello,
    papers,
    hostLink,
    secondDisk,
    heldOf,
    get hostLog() {
      return lastHostLog;
    },
    all: () => [...links.values()],
    get: (device: string) => links.get(device) ?? null,
    /** @throws PeerLost where the other side says nothing, or is not of this province and office */
    async meet(line: Line): Promise<{ met: Met; isKnown: boolean }> {
      const met = await meet(line, { clock, log, ours: hello(line.pin), within: HELLO_WITHIN_MS });
      const { server, office, device } = met.hello;
      if (server !== enrolment?.server || office !== enrolment.office || device === enrolment.device) {
        met.peer.close();
        throw new PeerLost('of another office');
      }
      return { met, isKnown: members.isKnown(device, line.pin) };
    },
    /** A machine of the waiting room hosts nothing, whatever it says of itself: its line ends. */
    mayHost({ hello: { device }, peer }: Met): boolean {
      const isDesk = members.kindOf(device) === 'desk';
      if (!isDesk) peer.close();
      return isDesk;
    },
    /** The line stays; an older one of that machine goes. */
    keep(met: Met, address: Address): Link {
      const { hello: theirs, peer, line } = met;
      const { device, name } = theirs;
      const role = members.kindOf(device);
      line.welcome();
      peer.trust();
      members.met(theirs, address);
      const relay = startRelay({
        store,
        clock,
        log,
        peer,
        device,
        theirStore: theirs.store,
        about: toldOf(role) ?? toldOf(place.role),
        serverPublicKey: enrolment?.serverPublicKey ?? '',
        heard: options.fresh,
      });
      const { hosting, held } = theirs;
      const silent = { isLive: false, aloneFor: null, phones: null, papers: [] };
      const link: Link = { device, name, role, met, relay, hosting, held, ...silent };
      const before = links.get(device);
      links.set(device, link);
      before?.met.peer.close();
      met.handle({
        asked: (ask, body) => {
          if (ask === 'offer') return Promise.resolve(relay.offered(body));
          if (ask === 'begun') return Promise.resolve(relay.begun(body));
          if (ask === 'events') return Promise.resolve(relay.told(body));
          return options.asked(link, ask, body);
        },
        told(tell, body) {
          if (tell === 'beat') {
            const said = beatSchema.parse(body);
            const beat = role === 'desk' ? said : { ...said, hosting: null };
            const isFirst = !link.isLive;
            link.isLive = true;
            const isOther = (link.aloneFor === null) !== (beat.aloneFor === null);
            const told = place.hosting === null ? beat.papers : beat.papers.map((one) => ({ ...one, device }));
            const isPaperNew = JSON.stringify(told) !== JSON.stringify(link.papers);
            link.papers = told;
            const hasChanged =
              isFirst || isOther || isPaperNew || JSON.stringify(link.hosting) !== JSON.stringify(beat.hosting);
            link.aloneFor = beat.aloneFor;
            link.phones = beat.phones === null ? null : { host: address.host, port: beat.phones };
            link.hosting = beat.hosting;
            link.held = beat.held;
            if (beat.hosting !== null && beat.held !== null) lastHostLog = beat.held;
            if (hasChanged) options.heard(link);
          } else if (tell === 'members') {
            if (role !== 'desk' || !members.merge(membersSchema.parse(body).members)) return;
            if (place.hosting !== null) tellMembers();
            options.heard(link);
          } else options.told(link, tell, body);
        },
        closed() {
          relay.stop();
          if (links.get(device) !== link) return;
          links.delete(device);
          options.closed(link);
        },
      });
      peer.tell('beat', beatOf());
      return link;
    },
    /** Speaks up on every link, and lets go of those that have fallen silent or are known no more. */
    beat(): void {
      secondDisk.look();
      if (members.forgetRevoked()) tellMembers();
      const said = beatOf();
      for (const link of links.values()) {
        const { peer, line } = link.met;
        const isSilent = clock.monotonic() - peer.heardAt > SILENT_AFTER_MS;
        if (isSilent || !members.isKnown(link.device, line.pin)) peer.close();
        else peer.tell('beat', said);
      }
    },
    /** @throws ProblemError SN-03 no host answers; what the host refuses */
    askHost: async <S extends z.ZodType>(
      name: string,
      body: unknown,
      answer: S,
      within: number,
    ): Promise<z.output<S>> => {
      const host = hostLink();
      if (host === null) throw new ProblemError('SN-03');
      try {
        return await host.met.peer.ask(name, body, answer, within);
      } catch (error) {
        throw error instanceof ProblemError ? error : new ProblemError('SN-03', {}, { cause: error });
      }
    },
    /** Who belongs to the hall has changed: a host's machines hear it, or this one's host, which tells the others. */
    tellMembers,
    tellAll(name: string, body: unknown): void {
      for (const { met } of links.values()) met.peer.tell(name, body);
    },
    closeAll(): void {
      for (const { met } of links.values()) met.peer.close();
    },
  };
}
export type Links = ReturnType<typeof createLinks>;
