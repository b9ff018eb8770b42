import { createHmac } from 'node:crypto';
import { withoutMarks } from '../../domain/message/texts.ts';
import type { Clock } from '../ports.ts';
import type { QueuedMessage } from '../store/messages.ts';
import type { MessageSender, Outcome } from './sender.ts';

const TIMEOUT_MS = 15_000;
/** A gateway that asks for longer is asked again once a day. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** Answers that say: this message, as it is, will never be taken. */
const poisoned: ReadonlySet<number> = new Set([400, 413, 422]);

export interface WebhookOptions {
  readonly url: string;
  /** Shared with the gateway; signs every request. */
  readonly secret: string;
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

/**
 * Posts each message to the province's gateway (cổng tin nhắn của tỉnh) as JSON, with its key and a signature over time
 * and body. Any 2xx is taken for sent; a refusal of the message itself ends it; everything else is tried again.
 */
export function webhookSender({ url, secret, clock, timeoutMs = TIMEOUT_MS }: WebhookOptions): MessageSender {
  return {
    name: `webhook ${new URL(url).host}`,
    async send(message): Promise<Outcome> {
      const body = JSON.stringify(payloadOf(message));
      const time = Math.floor(clock.now() / 1000);
      const response = await fetch(url, {
        method: 'POST',
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': message.id,
          'x-quay-signature': `t=${time},v1=${signatureOf(secret, time, body)}`,
        },
      });
      await response.body?.cancel();
      if (response.ok) return { kind: 'sent' };
      const reason = `HTTP ${response.status}`;
      if (poisoned.has(response.status)) return { kind: 'poisoned', reason };
      return { kind: 'again', reason, afterMs: retryAfter(response.headers.get('retry-after'), clock.now()) };
    },
  };
}

/** Both spellings: gateways that take plain letters only send the second. */
function payloadOf({ id, about, telephone, text, createdAt }: QueuedMessage): object {
  return {
    id,
    about,
    to: telephone,
    text,
    plainText: withoutMarks(text),
    createdAt: new Date(createdAt).toISOString(),
  };
}

/** HMAC-SHA256 over "TIME.BODY", hexadecimal; TIME in seconds since 1970. */
export function signatureOf(secret: string, time: number, body: string): string {
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), in ms from now; null where it says nothing usable. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : null;
}
