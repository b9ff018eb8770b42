import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';

/** A key on a screen's QR is another one so often, ms. */
export const DOOR_EVERY_MS = 300_000;
/** The page opens with the key of now and the one before; a number is taken with one that is so many older still. */
const OPENS_WITH = 1;
const TAKES_WITH = 3;

/**
 * What a phone is known by, all of the office's hall secret and a moment, so that every desk of the hall gives and reads the
 * same and none has to keep a list: the follow page of a ticket, the key of the QR on the screens, that of the poster.
 */
export interface PhoneKeys {
  /** 96 bits, for the address of a ticket's own page. */
  follow(ticket: string): string;
  /** 60 bits, on the screens' QR now. @param now ms, UTC */
  door(now: number): string;
  /** On the poster: the same as long as the hall has its secret. */
  readonly poster: string;
  /** Whether a page may be opened, or a number taken, with this key. */
  isGood(key: string, now: number, to: 'open' | 'take'): boolean;
  /** Keyed hash of a phone's random id and the day, hex: one live ticket a phone and field. */
  phone(id: string, date: CivilDate): string;
}

export function phoneKeys(secret: string): PhoneKeys {
  const keyOf = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `quay-mot-cua hall ${use}`, 32));
  const [followKey, doorKey, phoneKey] = [keyOf('follow'), keyOf('phone door'), keyOf('phone')];
  const sign = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const doorOf = (nth: number): string => sign(doorKey, `screen ${nth}`).slice(0, 10);
  const poster = sign(doorKey, 'poster').slice(0, 10);
  return {
    follow: (ticket) => sign(followKey, ticket).slice(0, 16),
    door: (now) => doorOf(Math.floor(now / DOOR_EVERY_MS)),
    poster,
    isGood(key, now, to) {
      const nth = Math.floor(now / DOOR_EVERY_MS);
      const back = to === 'open' ? OPENS_WITH : TAKES_WITH;
      const good = [poster, ...Array.from({ length: back + 1 }, (_, ago) => doorOf(nth - ago))];
      return good.some((each) => isSame(each, key));
    },
    phone: (id, date) => createHmac('sha256', phoneKey).update(`${date} ${id}`).digest('hex'),
  };
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
