import { isDeepStrictEqual } from 'node:util';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { goesBackAbsent } from '../../../domain/ticket/absence.ts';
import { isBookedLater } from '../../../domain/ticket/booking.ts';
import type { Told } from '../../../domain/ticket/events.ts';
import { followed } from '../../../domain/ticket/phone.ts';
import { seriesOf } from '../../../domain/ticket/series.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import type { TicketView } from '../../../domain/ticket/ticket.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import { waitRange } from '../../../domain/voice/wait-words.ts';
import { ownHost } from '../../hall/addresses.ts';
import type { Hall } from '../../hall/hall.ts';
import type { Lan } from '../../hall/lan.ts';
import { phoneKeys, type PhoneKeys } from '../../hall/phones/keys.ts';
import { servePhones, type PhoneServer } from '../../hall/phones/server.ts';
import type { PhoneSide, PhoneTicket } from '../../hall/phones/side.ts';
import { ownOffice, type DeskContext } from '../context.ts';
import { seriesRows } from '../screens/waiting.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { hallToday } from './deciding.ts';
import type { Door } from './door.ts';

/** A port that was taken is asked for again no more often, ms. */
const TRY_EVERY_MS = 5_000;
/** So many live tickets of phones there are at most; whoever comes then takes a number at the kiosk. */
const MOST_LIVE = 80;

export interface Phones {
  /** Where this machine gives phones its pages; null: nowhere. */
  port(): number | null;
  /** The hall, or how this machine stands in it, has changed. */
  changed(): void;
  stop(): Promise<void>;
}

export interface PhonesParts {
  readonly context: DeskContext;
  readonly lan: Lan;
  readonly hall: () => Hall | null;
  readonly door: () => Door | null;
}

/** Tickets on phones: each desk of a hall serves their pages, so that one stands in for another that is gone. */
export function createPhones({ context, lan, hall, door }: PhonesParts): Phones {
  const { clock, log, random } = context;
  let server: PhoneServer | null = null;
  let starting: Promise<void> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  const side = phoneSide(context, hall, door, () => random.bytes(16));

  const start = async (): Promise<void> => {
    try {
      const started = await servePhones({ lan, clock, log }, side);
      if (isStopped) await started.close();
      else server = started;
    } catch (error) {
      // Another program may have the port, for now.
      log.error('no pages for phones', error);
      starting = null;
    }
  };
  const shouldServe = (): boolean => {
    const now = hall();
    return now !== null && now.role === 'desk' && now.state().state !== 'none';
  };

  return {
    port: () => server?.port ?? null,
    changed() {
      if (!isStopped && starting === null && shouldServe() && clock.monotonic() - triedAt >= TRY_EVERY_MS) {
        triedAt = clock.monotonic();
        starting = start();
      }
      server?.changed();
    },
    async stop() {
      isStopped = true;
      await starting;
      await server?.close();
    },
  };
}

/** "http://192.168.1.10:47111"; null: phones find this machine's hall nowhere now. */
export function phonesBase(hall: Hall, lanHost: string | null, ownPort: number | null): string | null {
  const now = hall.state();
  if (now.state === 'linked') return now.host.phones === null ? null : baseOf(now.host.phones);
  const host = lanHost ?? ownHost();
  return now.state === 'hosting' && ownPort !== null && host !== null ? baseOf({ host, port: ownPort }) : null;
}

const baseOf = ({ host, port }: { readonly host: string; readonly port: number }): string => `http://${host}:${port}`;

/** What phones ask of, as the hall stands. */
interface Read {
  readonly view: HallView;
  readonly keys: PhoneKeys;
  readonly rules: HallRules;
  readonly byToken: ReadonlyMap<string, TicketView>;
}

/** A ticket as its phones were last told of it, and what that was made of. */
interface Shown {
  readonly ticket: TicketView;
  readonly told: Told | null;
  readonly counters: HallView['counters'];
  readonly rules: HallRules;
  readonly shown: PhoneTicket;
}

function phoneSide(
  context: DeskContext,
  hall: () => Hall | null,
  door: () => Door | null,
  newId: () => Uint8Array,
): PhoneSide {
  const { store } = context;
  let known: { readonly secret: string; readonly keys: PhoneKeys } | null = null;
  /** Null: this machine has not the hall's secret yet. */
  const keys = (): PhoneKeys | null => {
    const secret = store.meta.get('hallSecret');
    if (secret === null) return null;
    if (known?.secret !== secret) known = { secret, keys: phoneKeys(secret) };
    return known.keys;
  };

  /** Read once a change of the hall, however many phones ask; a ticket's token never changes. */
  let read: Read | null = null;
  let tokens = new Map<string, string>();
  let made = new Map<string, Shown>();
  const readNow = (own: PhoneKeys): Read => {
    const view = hallToday(context);
    if (read?.view === view && read.keys === own) return read;
    if (read?.keys !== own || read.view.date !== view.date) [tokens, made] = [new Map(), new Map()];
    const tokenOf = (id: string): string => {
      const token = tokens.get(id) ?? own.follow(id);
      tokens.set(id, token);
      return token;
    };
    const byToken = new Map(view.tickets.map((ticket) => [tokenOf(ticket.id), ticket]));
    read = { view, keys: own, rules: context.reference.hallRules(view.date), byToken };
    return read;
  };
  const ticketsByToken = (): ReadonlyMap<string, TicketView> => {
    const own = keys();
    return own === null ? new Map() : readNow(own).byToken;
  };

  const open = (): Door => {
    const found = door();
    if (found === null) throw new ProblemError('HC-01');
    return found;
  };
  /** The same object as long as nothing of it has changed. */
  const shown = (token: string, ticket: TicketView): PhoneTicket => {
    const own = keys();
    if (own === null) throw new ProblemError('SN-03');
    const { view, rules } = readNow(own);
    const isWaiting = ticket.state === 'waiting';
    const isLater = isWaiting && isBookedLater(ticket, rules, context.localNow());
    const told = isWaiting && !isLater ? (open().standing(ticket.id) ?? ticket.told) : null;
    const bookedFor = isLater ? ticket.bookedFor : null;
    const before = made.get(token);
    const isSame =
      before?.ticket === ticket &&
      before.counters === view.counters &&
      before.rules === rules &&
      before.shown.bookedFor === bookedFor &&
      isDeepStrictEqual(before.told, told);
    if (isSame) return before.shown;
    const row = seriesOf(rules, ticket.series);
    const fresh: PhoneTicket = {
      ...followed(view, ticket),
      goesBack: goesBackAbsent(ticket, rules.settings),
      field: row === null || row.kind === 'unknown' ? null : row.name,
      ahead: told?.ahead ?? 0,
      wait: told === null ? null : waitRange(told.low, told.high),
      bookedFor,
      token,
      isPhones: ticket.source === 'phone',
    };
    made.set(token, { ticket, told, counters: view.counters, rules, shown: fresh });
    return fresh;
  };
  const isAlive = ({ state }: TicketView): boolean => state === 'waiting' || state === 'called' || state === 'held';
  /** What the host knows a phone by: its number hashed, or of one that came from another desk what its ticket says. */
  const keyOf = (phone: string): string | null => {
    const ticket = ticketsByToken().get(phone);
    if (ticket?.source === 'phone') return ticket.personKey;
    return keys()?.phone(phone, dateOf(context.localNow())) ?? null;
  };
  const liveOf = (phone: string): [string, TicketView][] => {
    const key = keyOf(phone);
    return [...ticketsByToken()].filter(([, ticket]) => key !== null && ticket.personKey === key && isAlive(ticket));
  };

  return {
    get office() {
      return ownOffice(context).name;
    },
    isLive: () => door()?.isLinked() ?? false,
    isOpen: () => (door()?.isLinked() ?? false) && open().view().state === 'open' && keys() !== null,
    asOf: () => door()?.silentSince() ?? context.localNow(),
    series: () => seriesRows(open()).map((row) => row.shown),
    priorities: () =>
      open()
        .rules()
        .priorities.map(({ id, name }) => ({ id, name })),
    calls: () => {
      const own = keys();
      return own === null ? 0 : readNow(own).rules.settings.calls;
    },
    mayOpen: (key, to) => keys()?.isGood(key, context.now(), to) ?? false,
    ticket(token) {
      const found = ticketsByToken().get(token);
      return found === undefined || door() === null ? null : shown(token, found);
    },
    ofPhone: (id) => (id === '' || door() === null ? [] : liveOf(id).map(([token, ticket]) => shown(token, ticket))),
    isFull: () => {
      const phones = [...ticketsByToken().values()].filter((ticket) => ticket.source === 'phone' && isAlive(ticket));
      return phones.length >= MOST_LIVE;
    },
    async take({ series, priority, phone }) {
      const own = keys();
      if (own === null) throw new ProblemError('SN-03');
      const taken = (): string | undefined => liveOf(phone).find(([, ticket]) => ticket.series === series)?.[0];
      const live = taken();
      if (live !== undefined) return live;
      try {
        const { id } = await open().issue({
          ticket: context.random.id(),
          series,
          field: null,
          lane: 'ordinary',
          priority,
          source: 'phone',
          bookedFor: null,
          dossierId: null,
          personKey: keyOf(phone),
          sealedPerson: null,
          secondBecause: null,
          told: open().told({ series, lane: 'ordinary', priority }),
        });
        return own.follow(id);
      } catch (error) {
        // Pressed twice: the other press has taken it.
        const other = taken();
        if (other === undefined) throw error;
        return other;
      }
    },
    newPhone: () => Buffer.from(newId()).toString('base64url'),
    hostsPages() {
      const now = hall()?.state();
      return now?.state === 'linked' && now.host.phones !== null ? baseOf(now.host.phones) : null;
    },
    others() {
      const now = hall();
      if (now === null) return [];
      return now.links().flatMap(({ role, phones }) => (role === 'desk' && phones !== null ? [baseOf(phones)] : []));
    },
  };
}
