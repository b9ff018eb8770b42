import type { Fetch } from '../desk/ports.ts';
import { LineDown } from './province.ts';

/** An answer that takes longer is no hint any more, ms. */
const WITHIN_MS = 5_000;
/** A clock closer than this to the server's date is not what a certificate fails by, ms. */
const NEAR_MS = 12 * 3_600_000;

/**
 * A certificate out of its dates: what the server's machine says the date is tells whether the clock here is wrong (DH-03)
 * or the certificate has run out (DT-05). The date is asked for in plain text, of nobody proven, and is good for these words
 * alone: nothing is sent, dated or stored by it.
 * @param now device clock, ms
 */
export async function afterDateHint(error: unknown, fetch: Fetch, server: string, now: number): Promise<unknown> {
  if (!(error instanceof LineDown) || error.code !== 'DH-03') return error;
  const date = await dateHint(fetch, server);
  if (date === null || Math.abs(date - now) > NEAR_MS) return error;
  return new LineDown(error.message, { cause: error.cause }, 'DT-05');
}

async function dateHint(fetch: Fetch, server: string): Promise<number | null> {
  const url = new URL('/', server);
  try {
    const plain = `http://${url.hostname}/`;
    const signal = AbortSignal.timeout(WITHIN_MS);
    const answer = await fetch(plain, { method: 'HEAD', redirect: 'manual', cache: 'no-store', signal });
    const date = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(date) ? null : date;
  } catch {
    // A server that answers no plain request says nothing about the date.
    return null;
  }
}
