import { z } from 'zod';
import { parseCivilDate } from '../domain/calendar/civil-date.ts';

/** UUID in lower case, any version; ids we make are version 7. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** The largest number that an integer column of the province's database takes. */
export const LARGEST_INTEGER = 2_147_483_647;
/** A place in a log. */
export const seqSchema = z.int().min(1).max(LARGEST_INTEGER);

/** Office, user, counter and device names of reference data: short, ASCII, no spaces. */
export const keySchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/);

/**
 * Text a person typed: NFC, no control characters but tab and line breaks, no lone surrogates.
 * It is normalised here, at the edge, so that inside every text compares by bytes.
 */
export const textSchema = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => text.isWellFormed() && !hasControl(text), { message: 'control characters' }),
    );

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const base64urlSchema = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]*$/);

export const civilDateSchema = z.string().refine(isCivilDate, { message: 'not a date YYYY-MM-DD' });
export const localDateTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
  .refine((text) => isCivilDate(text.slice(0, 10)), { message: 'not a local time YYYY-MM-DDTHH:mm:ss' });

/** Milliseconds since 1970-01-01T00:00Z. */
export const epochMsSchema = z.int().min(0).max(8_640_000_000_000_000);

export const bilingualSchema = z.strictObject({ vi: z.string().max(2000), en: z.string().max(2000) });

function isCivilDate(text: string): boolean {
  return parseCivilDate(text) !== null;
}

function hasControl(text: string): boolean {
  // By code unit, several times faster than by character: nothing looked for here is a half of a pair.
  for (let at = 0; at < text.length; at++) {
    const point = text.charCodeAt(at);
    if ((point < 0x20 && point !== 0x09 && point !== 0x0a) || (point >= 0x7f && point <= 0x9f)) return true;
  }
  return false;
}
