import type { ServerResponse } from 'node:http';
import type { Language } from '../../../domain/voice/spoken.ts';
import type { Clock } from '../../desk/ports.ts';
import { goneTexts, ticketTexts, ticketTitle } from './pages.ts';
import type { PhoneSide, PhoneTicket } from './side.ts';
import { clockInWords, say, words } from './words.ts';

/** Changes within this long are told together, ms. */
const TOGETHER_MS = 20;
/** Every phone hears so often that it is live, ms; the page says it is not after more than two of them. */
const BEAT_MS = 5_000;
/** A phone that does not take what it is told is let go, bytes. */
const MOST_UNTAKEN = 65_536;
/** Phones are told in pieces no longer than this, ms: an officer at this machine must not feel how many watch. */
const PIECE_MS = 6;

/** Phones that are told the same: of one ticket, in one language. */
interface Group {
  readonly token: string;
  readonly language: Language;
  readonly phones: Set<Phone>;
  /** What its card was made of; undefined: it was not made yet. */
  ticket: PhoneTicket | null | undefined;
  card: string;
  /** The last thing that was said of it, as it goes over the network. */
  said: { readonly text: string; readonly bytes: Buffer };
}

interface Phone {
  readonly to: ServerResponse;
  readonly group: Group;
  /** The card it has. */
  told: string;
}

const nothing: Group['said'] = { text: '', bytes: Buffer.alloc(0) };

/**
 * Phones that watch their ticket, by a stream of events each; what they are told is made once a ticket and language, and
 * only where the ticket's answer is another. Whoever is called hears it before all those whose wait has moved.
 */
export function createWatch(side: PhoneSide, clock: Clock) {
  const groups = new Map<string, Group>();
  /** To be told, in this order. */
  let waiting = new Set<Phone>();
  let wasLive = true;
  let beatSaid = nothing;
  let cancelSoon: (() => void) | null = null;
  let cancelPiece: (() => void) | null = null;
  let cancelBeat = (): void => undefined;

  const tell = (isBeat: boolean): void => {
    // Nothing is known of any ticket while no host is heard.
    const live = side.isLive();
    const all = [...groups.values()];
    const moved = live ? all.filter(cardIsAnother) : [];
    const everybody = isBeat || live !== wasLive ? all : [];
    wasLive = live;
    const inTurn = [...moved.filter(isCalled), ...moved, ...everybody].flatMap(({ phones }) => [...phones]);
    waiting = new Set([...inTurn, ...waiting]);
    if (cancelPiece === null) piece();
  };

  /** Makes its card anew where its ticket is another. @returns whether that says something else */
  function cardIsAnother(group: Group): boolean {
    const ticket = side.ticket(group.token);
    if (ticket === group.ticket) return false;
    const card = cardOf(ticket, group.language);
    const isAnother = card !== group.card;
    [group.ticket, group.card] = [ticket, card];
    return isAnother;
  }

  function cardOf(ticket: PhoneTicket | null, language: Language): string {
    const said =
      ticket === null
        ? // Of another day, or its hall has begun anew.
          { stands: 'gone', title: say(words.gone, language), texts: goneTexts(language) }
        : { stands: ticket.stands, title: ticketTitle(ticket, language), texts: ticketTexts(side, ticket, language) };
    return JSON.stringify(said).slice(1, -1);
  }

  function piece(): void {
    cancelPiece = null;
    const until = clock.monotonic() + PIECE_MS;
    const live = side.isLive();
    const now = `"live":${live},"at":"${clockInWords(side.asOf())}"`;
    for (const phone of waiting) {
      if (clock.monotonic() >= until) {
        cancelPiece = clock.after(0, piece);
        return;
      }
      waiting.delete(phone);
      speak(phone, live, now);
    }
  }

  function speak(phone: Phone, live: boolean, now: string): void {
    const { to, group } = phone;
    if (to.writableLength > MOST_UNTAKEN) return void to.destroy();
    if (live && phone.told !== group.card) {
      phone.told = group.card;
      group.said = framed(`{${now},${group.card}}`, group.said);
      to.write(group.said.bytes);
    } else {
      beatSaid = framed(`{${now}}`, beatSaid);
      to.write(beatSaid.bytes);
    }
  }

  function beat(): void {
    tell(true);
    cancelBeat = clock.after(BEAT_MS, beat);
  }
  beat();

  return {
    add(to: ServerResponse, token: string, language: Language): void {
      const key = `${language} ${token}`;
      const group: Group = groups.get(key) ?? {
        token,
        language,
        phones: new Set(),
        ticket: undefined,
        card: '',
        said: nothing,
      };
      groups.set(key, group);
      const phone = { to, group, told: '' };
      group.phones.add(phone);
      waiting.add(phone);
      to.on('close', () => {
        group.phones.delete(phone);
        waiting.delete(phone);
        if (group.phones.size === 0 && groups.get(key) === group) groups.delete(key);
      });
      to.write('retry: 1000\n\n');
      this.changed();
    },
    /** Something in the hall has changed. */
    changed(): void {
      if (groups.size === 0) return;
      cancelSoon ??= clock.after(TOGETHER_MS, () => {
        cancelSoon = null;
        tell(false);
      });
    },
    stop(): void {
      cancelSoon?.();
      cancelPiece?.();
      cancelBeat();
      for (const { phones } of groups.values()) for (const { to } of phones) to.end();
    },
  };
}

function isCalled({ ticket }: Group): boolean {
  return ticket?.stands === 'called';
}

/** An event of the stream; the one before where it said the same. */
function framed(text: string, before: Group['said']): Group['said'] {
  return text === before.text ? before : { text, bytes: Buffer.from(`data: ${text}\n\n`) };
}
