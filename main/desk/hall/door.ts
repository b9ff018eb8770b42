import { z } from 'zod';
import {
  kioskSlipAnswerSchema,
  kioskSlipSchema,
  kioskTakenSchema,
  kioskTakeSchema,
  type KioskSlip,
  type KioskTake,
} from '../../../contract/hall-kiosk.ts';
import type { Reign } from '../../../contract/hall.ts';
import { commandAskSchema, commandedSchema } from '../../../contract/hall-command.ts';
import { base64urlSchema } from '../../../contract/primitives.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { HallCommand, NewTicket } from '../../../domain/ticket/commands.ts';
import type { Score, Told } from '../../../domain/ticket/events.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import type { TicketView } from '../../../domain/ticket/ticket.ts';
import { ticketOf, type HallView } from '../../../domain/ticket/view.ts';
import type { Hall } from '../../hall/hall.ts';
import type { Link } from '../../hall/links.ts';
import { phoneKeys } from '../../hall/phones/keys.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { closeDaysBehind, decideHere, endHere, hallToday, tendToday } from './deciding.ts';
import { slipAtHost, takeAtHost } from './kiosk-asks.ts';
import { createPhoneKey } from './phone-key.ts';
import { keepPerson, newHallSecret, openPerson, type KeptPerson } from './persons.ts';
import { createShownLimit } from './shown-limit.ts';
import { createTelling } from './told.ts';

/** The office's hall as one machine reaches it: what counter, kiosk and display stand before. */
export interface Door {
  /** The hall of today; its `state` is `none` where nobody has opened it. */
  view(): HallView;
  rules(): HallRules;
  /** Whether a host answers now, this machine or another; neither that nor silent: the hall was closed by a person. */
  isLinked(): boolean;
  /** Since when no host has answered; null: one does, or there never was one. */
  silentSince(): LocalDateTime | null;
  /** People ahead and the wait of a ticket taken now. */
  told(asked: Pick<NewTicket, 'series' | 'lane' | 'priority'>): Told;
  /** The host decides, writes, and a second disk has it where one is connected. @throws ProblemError HC-…, SN-03, SN-04 */
  ask(command: HallCommand, actor: string): Promise<HallView>;
  /** `actor`: this machine where nobody is named. @throws ProblemError HC-…, SN-03, SN-04 */
  issue(asked: NewTicket, actor?: string): Promise<TicketView>;
  /** What a slip gives, asked of the host at a kiosk; null: it is none. @throws ProblemError SN-03, SN-04 */
  slip(text: string): Promise<KioskSlip>;
  /** A number given at a kiosk. @throws ProblemError HC-…, SN-03, SN-04 */
  take(asked: KioskNumber): Promise<TakenAtKiosk>;
  /** How content the holder of that ticket was; asked at a kiosk alone. @throws ProblemError HC-05, HC-13, SN-03, SN-04 */
  rate(ticket: string, score: Score): Promise<void>;
  /** Keyed hash and sealed reading of a card; nulls where this machine has not the hall's secret yet. */
  person(card: string): KeptPerson;
  /** Opens a sealed reading; null where this machine has not the key. */
  openPerson(sealed: string): string | null;
  /** What a ticket in line is told now; null: it is none. */
  standing(ticket: string): Told | null;
  /** The phone's page of a ticket, at a desk; null: no machine of this hall gives one out. */
  pageOf(ticket: string): string | null;
  /** Where phones find the pages of the hall's host; null as above. */
  phonesAt(): string | null;
  /** On the poster: with a key that stays. */
  posterDoor(): string | null;
  /** Where a phone takes a number, with the key of this moment: the QR of the screens. Null as above. */
  phoneDoor(): string | null;
}

/** What a citizen chose and showed at the kiosk. */
export type KioskNumber = Pick<KioskTake, 'series' | 'priority' | 'card' | 'slip'>;

export interface TakenAtKiosk {
  readonly ticket: TicketView;
  /** The result of the slip shown is ready. */
  readonly isReady: boolean;
  /** The phone's page of it; null: no machine of this hall gives one out. */
  readonly url: string | null;
}

/** What a counter and a supervisor ask of it. */
export type CounterDoor = Omit<Door, 'standing' | 'phoneDoor' | 'rate' | 'slip' | 'take'>;
/** What the screens of the waiting room ask of it: a number at most. */
export type WaitingRoomDoor = Omit<
  Door,
  'ask' | 'issue' | 'person' | 'pageOf' | 'openPerson' | 'standing' | 'phonesAt' | 'posterDoor'
>;

export interface DoorService {
  /** Null: this machine belongs to no hall. */
  door(): Door | null;
  /** Answers another machine of the hall that asks this one, its host. @throws ProblemError HC-…, GN-04 */
  answer(link: Link, name: string, body: unknown): Promise<unknown>;
  /**
   * The host leaves in order: hands the hall to another desk, or closes it (null), which ends whom the counters serve and
   * lets the numbers still in line expire.
   * @throws ProblemError SN-03, SN-05, SN-08, SN-09
   */
  leave(to: string | null, actor: string): Promise<void>;
  /** How this machine stands in the hall has changed: a new host opens the day, a new machine asks for the secret. */
  tend(): void;
  stop(): void;
}

/** What is over by now (held too long, of a day that has ended) is looked for so often, ms. */
const TEND_EVERY_MS = 30_000;
const secretSchema = z.object({ secret: base64urlSchema(64) });

const ASK_WITHIN_MS = 6000;
const ASK_AGAIN_MS = 250;

/** Whom this machine is linked to, and in which term; null: to nobody. */
function reignOf(hall: Hall): string | null {
  const now = hall.state();
  return now.state === 'linked' ? `${now.reign.term} ${now.reign.device}` : null;
}

function termOf(hall: Hall): number {
  const now = hall.state();
  return now.state === 'hosting' ? now.reign.term : 1;
}

export function createDoor(
  context: DeskContext,
  service: () => Hall | null,
  /** Where the host of this machine's hall gives phones its pages; null: nowhere. */
  base: () => string | null,
  /** What those in line are told has changed, though nothing was written. */
  lined: () => void,
): DoorService {
  const { clock, store, log } = context;
  const telling = createTelling(context, lined);
  let silent: LocalDateTime | null = null;

  const linked = (hall: Hall): boolean => {
    const { state } = hall.state();
    const isLinked = state === 'hosting' || state === 'linked';
    if (isLinked) silent = null;
    else if (state === 'seeking' || state === 'lost') silent ??= context.localNow();
    return isLinked;
  };

  /**
   * Asked of one reign alone, again where its answer was lost: its log has the request then. Another host may not know what
   * the first has written, and would write it anew under the same name: the person presses again instead.
   */
  const askHost = async <S extends z.ZodType>(
    hall: Hall,
    name: string,
    asked: object,
    answer: S,
  ): Promise<z.output<S>> => {
    const until = clock.monotonic() + ASK_WITHIN_MS;
    const reign = reignOf(hall);
    for (;;) {
      try {
        return await hall.ask(name, asked, answer, Math.max(1, until - clock.monotonic()));
      } catch (error) {
        const isLost = error instanceof ProblemError && error.code === 'SN-03';
        if (!isLost || reign === null || clock.monotonic() >= until - ASK_AGAIN_MS) throw error;
        await new Promise<void>((resolve) => void clock.after(ASK_AGAIN_MS, resolve));
        const now = reignOf(hall);
        if (now !== null && now !== reign) throw error;
      }
    }
  };

  const needsHall = (hall: Hall): void => {
    const { state } = hall.state();
    if (state === 'none') throw new ProblemError('SN-04');
    if (state === 'closed') throw new ProblemError('HC-01');
  };

  const ask = async (hall: Hall, command: HallCommand, actor: string): Promise<HallView> => {
    needsHall(hall);
    const { state } = hall.state();
    const request = context.random.id();
    if (state === 'hosting') {
      needsStaying();
      decideHere(context, { command, actor, request, term: termOf(hall) });
      // Where another machine is connected, its disk has everything too before anything is shown or printed.
      await hall.secondDisk.confirm(hall.links());
    } else await askHost(hall, 'command', { command, actor, request }, commandedSchema);
    return hallToday(context);
  };

  const doorOf = (hall: Hall): Door => ({
    view: () => hallToday(context),
    rules: () => context.reference.hallRules(hallToday(context).date),
    isLinked: () => linked(hall),
    silentSince: () => (linked(hall) ? null : silent),
    told: (asked) => telling.now(asked),
    ask: (command, actor) => ask(hall, command, actor),
    async issue(asked, actor = enrolmentOf(context).device) {
      const ticket = ticketOf(await ask(hall, { kind: 'issue', ...asked }, actor), asked.ticket);
      // Written at the host, and not here within the time: it is called, but this machine cannot say its number.
      if (ticket === null) throw new ProblemError('SN-03');
      return ticket;
    },
    async slip(text) {
      needsHall(hall);
      return (await askHost(hall, 'kioskSlip', { text }, kioskSlipAnswerSchema)).slip;
    },
    async take(asked) {
      needsHall(hall);
      const id = context.random.id();
      const question = { ...asked, ticket: id, request: context.random.id() };
      const { isReady, follow } = await askHost(hall, 'kioskTake', question, kioskTakenSchema);
      const ticket = ticketOf(hallToday(context), id);
      if (ticket === null) throw new ProblemError('SN-03');
      const at = base();
      return { ticket, isReady, url: at === null ? null : `${at}/t/${follow}` };
    },
    async rate(ticket, score) {
      await ask(hall, { kind: 'rate', ticket, score }, enrolmentOf(context).device);
    },
    person(card) {
      const secret = store.meta.get('hallSecret');
      if (secret === null) return { key: null, sealed: null };
      return keepPerson(secret, card, dateOf(context.localNow()), context.random);
    },
    openPerson(sealed) {
      const secret = store.meta.get('hallSecret');
      return secret === null ? null : openPerson(secret, sealed);
    },
    standing: (ticket) => telling.line().get(ticket) ?? null,
    pageOf(ticket) {
      const secret = store.meta.get('hallSecret');
      const at = base();
      return secret === null || at === null ? null : `${at}/t/${phoneKeys(secret).follow(ticket)}`;
    },
    phonesAt: base,
    posterDoor() {
      const secret = store.meta.get('hallSecret');
      const at = base();
      return secret === null || at === null ? null : `${at}/?k=${phoneKeys(secret).poster}`;
    },
    phoneDoor() {
      const at = base();
      const key = phoneKey.of(hall);
      return at === null || key === null ? null : `${at}/?k=${key}`;
    },
  });

  const ownSecret = (): string => {
    const kept = store.meta.get('hallSecret');
    if (kept !== null) return kept;
    const secret = newHallSecret(context.random);
    store.transact(() => store.meta.set('hallSecret', secret));
    return secret;
  };

  /** Of two halls that met, the secret of the one that goes on holds. */
  const learnSecret = async (hall: Hall): Promise<void> => {
    const { secret } = await hall.ask('secret', {}, secretSchema, ASK_WITHIN_MS);
    if (secret !== store.meta.get('hallSecret')) store.transact(() => store.meta.set('hallSecret', secret));
  };

  const phoneKey = createPhoneKey(context, ownSecret);
  const shownLimit = createShownLimit(clock);
  /** @throws ProblemError SN-12 */
  const noteShown = (link: Link, shown: string): void => {
    try {
      shownLimit.note(link.device, shown);
    } catch (error) {
      log.warn('a kiosk asks about too many slips and cards', { device: link.device });
      throw error;
    }
  };

  /** The day and reign in which days behind were last looked for. */
  let behindOf = '';
  const closeBehind = ({ term }: Reign): void => {
    const now = `${dateOf(context.localNow())} ${term}`;
    if (now === behindOf) return;
    closeDaysBehind(context);
    behindOf = now;
  };

  /** Whom the host answers while it leaves: nobody; what is asked then is asked again of whoever goes on. */
  let leaving: 'HC-02' | 'HC-03' | null = null;
  const needsStaying = (): void => {
    if (leaving !== null) throw new ProblemError(leaving);
  };

  /** Which reign the secret was last asked of. */
  let learntOf = '';
  const tendNow = (): void => {
    const hall = service();
    if (hall === null) return;
    const now = hall.state();
    if (leaving !== null) return;
    if (now.state === 'hosting') {
      ownSecret();
      const actor = enrolmentOf(context).device;
      try {
        closeBehind(now.reign);
        tendToday(context, { actor, request: context.random.id(), term: termOf(hall) });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        log.warn('the hall of today is not open', { code: error.code });
      }
    } else if (now.state === 'linked') {
      if (hall.role !== 'desk') phoneKey.learn(hall);
      // What the waiting room's machines hold, whoever takes them away holds too.
      if (hall.role !== 'desk') return;
      const reign = `${now.reign.term} ${now.reign.device}`;
      if (reign === learntOf) return;
      learntOf = reign;
      learnSecret(hall).catch(() => {
        learntOf = '';
      });
    }
  };
  const tend = (): void => {
    try {
      tendNow();
    } catch (error) {
      log.error('the hall of today', error);
    }
  };
  let isStopped = false;
  let cancelSoon = (): void => undefined;
  let cancelNext = clock.after(TEND_EVERY_MS, every);
  function every(): void {
    tend();
    cancelNext = clock.after(TEND_EVERY_MS, every);
  }

  return {
    door() {
      const hall = service();
      return hall === null || hall.state().state === 'none' ? null : doorOf(hall);
    },
    async answer(link, name, body) {
      if (name === 'phoneKey') return { key: phoneKey.own() };
      if (name === 'secret' && link.role === 'desk') return { secret: ownSecret() };
      const hall = service();
      const term = hall === null ? 1 : termOf(hall);
      if (name === 'kioskSlip' && link.role === 'kiosk') {
        const { text } = kioskSlipSchema.parse(body);
        return { slip: slipAtHost(context, text, (code) => noteShown(link, code)) };
      }
      if (name === 'kioskTake' && link.role === 'kiosk') {
        needsStaying();
        const asked = kioskTakeSchema.parse(body);
        for (const shown of [asked.slip, asked.card]) if (shown !== null) noteShown(link, shown);
        const taken = takeAtHost(context, telling, ownSecret(), { ...asked, term });
        await hall?.secondDisk.confirm([link]);
        return taken;
      }
      if (name !== 'command') throw new ProblemError('GN-04', { name: 'hall' });
      const { command, actor: asker, request } = commandAskSchema.parse(body);
      // A kiosk stands where everybody can reach it: it takes numbers as above, and nothing else. A display asks nothing.
      const isKiosk = link.role === 'kiosk' && command.kind === 'rate';
      // Nobody of the office says how content a citizen was.
      const isDesk = link.role === 'desk' && command.kind !== 'rate';
      if (!isDesk && !isKiosk) throw new ProblemError('GN-04', { name: 'hall' });
      const actor = link.role === 'desk' ? asker : enrolmentOf(context).device;
      needsStaying();
      const wrote = decideHere(context, { command, actor, request, term });
      await hall?.secondDisk.confirm([link]);
      return { wrote };
    },
    async leave(to, actor) {
      const hall = service();
      if (hall === null) throw new ProblemError('SN-09');
      needsStaying();
      const command = { kind: to === null ? ('closeHall' as const) : ('signOff' as const) };
      try {
        await hall.signOff(to, () => {
          leaving = to === null ? 'HC-03' : 'HC-02';
          closeDaysBehind(context);
          endHere(context, { command, actor, request: context.random.id(), term: termOf(hall) });
        });
      } finally {
        leaving = null;
      }
    },
    // Not within what told of the change: it is not done with it yet.
    tend() {
      cancelSoon();
      if (isStopped) return;
      cancelSoon = clock.after(0, tend);
    },
    stop() {
      isStopped = true;
      cancelSoon();
      cancelNext();
      telling.stop();
    },
  };
}
