import type { ServerResponse } from 'node:http';
import type { Language } from '../../../domain/voice/spoken.ts';
import type { Clock } from '../../desk/ports.ts';
import { goneTexts, ticketTexts, ticketTitle } from './pages.ts';
import type { PhoneSide } from './side.ts';
import { clockInWords, say, words } from './words.ts';

/** Changes within this long are told together, ms. */
const TOGETHER_MS = 20;
/** Every phone hears so often that it is live, ms; the page says it is not after more than two of them. */
const BEAT_MS = 5_000;
/** A phone that does not take what it is told is let go, bytes. */
const MOST_UNTAKEN = 65_536;

/** Phones that watch their ticket, by a stream of events each; what they are told is made once a ticket and language. */
export function createWatch(side: PhoneSide, clock: Clock) {
  const phones = new Map<ServerResponse, { token: string; language: Language; told: string }>();
  let cancelSoon: (() => void) | null = null;
  let cancelBeat = (): void => undefined;

  const tell = (isBeat: boolean): void => {
    // Nothing is known of any ticket while no host is heard.
    const live = side.isLive();
    const at = clockInWords(side.asOf());
    const made = new Map<string, string>();
    for (const [to, phone] of phones) {
      const { token, language } = phone;
      const key = `${language} ${token}`;
      const card = made.get(key) ?? (live ? cardOf(token, language) : phone.told);
      made.set(key, card);
      const hasChanged = card !== phone.told;
      if (!hasChanged && !isBeat) continue;
      phone.told = card;
      const said = hasChanged ? `{"live":${live},"at":"${at}",${card}}` : `{"live":${live},"at":"${at}"}`;
      if (to.writableLength > MOST_UNTAKEN) to.destroy();
      else to.write(`data: ${said}\n\n`);
    }
  };

  function cardOf(token: string, language: Language): string {
    const ticket = side.ticket(token);
    const said =
      ticket === null
        ? // Of another day, or its hall has begun anew.
          { stands: 'gone', title: say(words.gone, language), texts: goneTexts(language) }
        : { stands: ticket.stands, title: ticketTitle(ticket, language), texts: ticketTexts(side, ticket, language) };
    return JSON.stringify(said).slice(1, -1);
  }

  function beat(): void {
    tell(true);
    cancelBeat = clock.after(BEAT_MS, beat);
  }
  beat();

  return {
    add(to: ServerResponse, token: string, language: Language): void {
      phones.set(to, { token, language, told: '' });
      to.on('close', () => phones.delete(to));
      to.write('retry: 1000\n\n');
      this.changed();
    },
    /** Something in the hall has changed. */
    changed(): void {
      if (phones.size === 0) return;
      cancelSoon ??= clock.after(TOGETHER_MS, () => {
        cancelSoon = null;
        tell(false);
      });
    },
    stop(): void {
      cancelSoon?.();
      cancelBeat();
      for (const to of phones.keys()) to.end();
    },
  };
}
