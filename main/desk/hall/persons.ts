import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { readCardQr } from '../../../domain/citizen/card-qr.ts';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { Randomness } from '../ports.ts';

/** What is kept of a card that was read when a number was taken. */
export interface KeptPerson {
  /** Keyed hash of the personal ID number and the day, hex: for one live ticket a person and field. */
  readonly key: string | null;
  /** The card as it was read, sealed for the officer who calls the number, base64url. */
  readonly sealed: string | null;
}

const NONCE = 12;
const TAG = 16;

/** 32 random bytes of one office's hall, base64url; the host makes it and its machines have it of the host. */
export const newHallSecret = (random: Randomness): string => Buffer.from(random.bytes(32)).toString('base64url');

export function keepPerson(secret: string, card: string, date: CivilDate, random: Randomness): KeptPerson {
  const reading = readCardQr(card);
  if (reading.kind !== 'read') return { key: null, sealed: null };
  const key = createHmac('sha256', keyOf(secret, 'person'))
    .update(`${date} ${reading.person.personalId}`)
    .digest('hex');
  const nonce = random.bytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, 'seal'), nonce, { authTagLength: TAG });
  const sealed = Buffer.concat([nonce, cipher.update(card, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { key, sealed: sealed.toString('base64url') };
}

/** The card as it was read; null where it was sealed with another secret, or is no seal. */
export function openPerson(secret: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE + TAG) return null;
  const nonce = bytes.subarray(0, NONCE);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, 'seal'), nonce, { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(secret: string, use: 'person' | 'seal'): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `quay-mot-cua hall ${use}`, 32));
}
