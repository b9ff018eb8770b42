import type { z } from 'zod';
import { deskReportText, type DeskReport } from '../../contract/desk-report.ts';
import { ProblemError, type ProblemCode, isProblemCode } from '../../contract/problems.ts';
import { sha256, signText, type SigningKey } from '../../contract/signing.ts';
import {
  aboutReplySchema,
  enrolReplySchema,
  errorReplySchema,
  nonceReplySchema,
  requestLine,
  timeReplySchema,
  type About,
  type EnrolReply,
} from '../../contract/sync.ts';
import type { Fetch } from '../desk/ports.ts';

/** The line is down: nothing was answered. Expected every day; never shown as an error. */
export class LineDown extends Error {
  override readonly name = 'LineDown';
}

/** The province answered, and said no. */
export class ProvinceRefused extends Error {
  override readonly name = 'ProvinceRefused';
  readonly status: number;
  readonly code: ProblemCode;
  /** Milliseconds the server asks to wait (Retry-After), or null. */
  readonly retryAfter: number | null;

  constructor(status: number, code: ProblemCode, retryAfter: number | null) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** A request is given up after this long, ms. */
export const ANSWER_WITHIN_MS = 20_000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** GET /v1/about. @throws LineDown, ProvinceRefused, ProblemError DT-02 */
export async function about(fetch: Fetch, server: string): Promise<About> {
  return read(await send(fetch, server, 'GET', '/v1/about', null, {}), aboutReplySchema);
}

/** GET /v1/time: the server's clock, ms since 1970. @throws as `about` */
export async function serverTime(fetch: Fetch, server: string): Promise<number> {
  return (await read(await send(fetch, server, 'GET', '/v1/time', null, {}), timeReplySchema)).now;
}

/** POST /v1/enrol. Repeating it with the same code and key gives the same answer. @throws as `about` */
export async function enrol(
  fetch: Fetch,
  server: string,
  key: SigningKey,
  request: { code: string; deviceName: string; demo: boolean },
): Promise<EnrolReply> {
  const proof = signText(key, `enrol\n${request.code}\n${key.publicKey}`);
  const body = { ...request, devicePublicKey: key.publicKey, proof };
  return read(await send(fetch, server, 'POST', '/v1/enrol', JSON.stringify(body), {}), enrolReplySchema);
}

/** Signed requests of an enrolled device. */
export interface Province {
  /** @throws LineDown, ProvinceRefused, ProblemError DT-02 for an answer that cannot be read */
  request<S extends z.ZodType>(
    method: 'GET' | 'POST' | 'PUT',
    target: string,
    body: unknown,
    schema: S,
    token?: string,
  ): Promise<z.output<S>>;
  /** The raw answer, for streams. */
  open(target: string, signal: AbortSignal): Promise<Response>;
}

/** @param report what the desk says of itself with each look at its feed */
export function createProvince(
  fetch: Fetch,
  server: string,
  device: string,
  key: SigningKey,
  report: () => DeskReport,
): Province {
  let nonce: string | null = null;

  const signed = async (
    method: string,
    target: string,
    text: string | null,
    token: string | undefined,
    signal?: AbortSignal,
  ) => {
    nonce ??= (await read(await send(fetch, server, 'GET', '/v1/nonce', null, {}), nonceReplySchema)).nonce;
    const line = requestLine(method, target, sha256(text ?? ''), nonce);
    const headers: Record<string, string> = {
      'x-device': device,
      'x-nonce': nonce,
      'x-signature': signText(key, line),
    };
    if (token !== undefined) headers['x-session'] = token;
    if (target.startsWith('/v1/pull')) headers['x-desk'] = deskReportText(report());
    const response = await send(fetch, server, method, target, text, headers, signal);
    nonce = response.headers.get('x-next-nonce');
    return response;
  };

  return {
    async request(method, target, body, schema, token) {
      const text = body === null ? null : JSON.stringify(body);
      const first = await signed(method, target, text, token);
      // A nonce lives ten minutes by the server's clock: one more try with a fresh one tells age from refusal.
      if (first.status === 401) {
        await first.body?.cancel();
        nonce = null;
        return read(await signed(method, target, text, token), schema);
      }
      return read(first, schema);
    },
    open: (target, signal) => signed('GET', target, null, undefined, signal),
  };
}

async function send(
  fetch: Fetch,
  server: string,
  method: string,
  target: string,
  text: string | null,
  headers: Record<string, string>,
  signal: AbortSignal = AbortSignal.timeout(ANSWER_WITHIN_MS),
): Promise<Response> {
  try {
    return await fetch(new URL(target, server).href, {
      method,
      headers: text === null ? headers : { ...headers, 'content-type': 'application/json' },
      body: text,
      signal,
      redirect: 'error',
      cache: 'no-store',
    });
  } catch (error) {
    throw new LineDown(`${method} ${target}`, { cause: error });
  }
}

async function read<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw new LineDown('the answer broke off', { cause: error });
  }
  if (text.length > MAX_ANSWER_BYTES) throw new ProblemError('DT-02');
  const json = jsonOf(text);
  if (!response.ok) {
    const reply = errorReplySchema.safeParse(json);
    const code = reply.success && isProblemCode(reply.data.code) ? reply.data.code : fallback(response.status);
    throw new ProvinceRefused(response.status, code, retryAfterOf(response.headers.get('retry-after')));
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ProblemError('DT-02', {}, { cause: parsed.error });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fallback(status: number): ProblemCode {
  if (status === 401 || status === 403) return 'DT-03';
  if (status === 413) return 'SV-06';
  return status === 429 || status === 503 ? 'DT-04' : 'DT-02';
}

function retryAfterOf(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, 300_000) : null;
}
