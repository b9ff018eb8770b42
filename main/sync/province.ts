import type { z } from 'zod';
import { deskReportText, type DeskReport } from '../../contract/desk-report.ts';
import { ProblemError, type ProblemCode, isProblemCode } from '../../contract/problems.ts';
import { sha256, signText, verifyText, type SigningKey } from '../../contract/signing.ts';
import {
  aboutReplySchema,
  answerLine,
  enrolReplySchema,
  errorReplySchema,
  nonceReplySchema,
  requestLine,
  timeReplySchema,
  type About,
  type EnrolReply,
} from '../../contract/sync.ts';
import type { Fetch } from '../desk/ports.ts';
import { noLineCode, type NoLineCode } from './no-line.ts';

/** Nothing was answered: the line is down, as is expected every day; or who is there cannot be told to be the province. */
export class LineDown extends Error {
  override readonly name = 'LineDown';
  /** DT-01 no line; DT-05, DH-03 a certificate that is not accepted, DH-03 for its dates alone. */
  readonly code: NoLineCode;

  constructor(message: string, options?: ErrorOptions, code = noLineCode(options?.cause)) {
    super(message, options);
    this.code = code;
  }
}

/** The province answered, and said no; or somebody on the way did, whose words are not its own. */
export class ProvinceRefused extends Error {
  override readonly name = 'ProvinceRefused';
  readonly status: number;
  readonly code: ProblemCode;
  /** Milliseconds the server asks to wait (Retry-After), or null. */
  readonly retryAfter: number | null;
  /** False: not in the province's words (the page of a Wi-Fi, a proxy); or without any, as every answer to `HEAD`. */
  readonly isItsWord: boolean;

  constructor(status: number, code: ProblemCode, retryAfter: number | null, isItsWord = true) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.isItsWord = isItsWord;
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
  const headers = { 'content-type': 'application/json' };
  return read(await send(fetch, server, 'POST', '/v1/enrol', JSON.stringify(body), headers), enrolReplySchema);
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
  /**
   * As `request`, of a body that is JSON already; and whether the province has signed the whole answer, so that what
   * stands in it needs no proof of its own. @throws as `request`
   */
  witnessed<S extends z.ZodType>(
    method: 'GET' | 'POST',
    target: string,
    json: string | null,
    schema: S,
  ): Promise<Witnessed<z.output<S>>>;
  /** A body and an answer that are bytes and headers, not JSON. @throws LineDown, ProvinceRefused */
  bytes(
    method: 'GET' | 'HEAD' | 'POST' | 'PATCH',
    target: string,
    options: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: Uint8Array;
      /** Given up after so many ms. */
      readonly within?: number;
    },
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Uint8Array }>;
  /** The raw answer, for streams. */
  open(target: string, signal: AbortSignal): Promise<Response>;
}

export interface Witnessed<T> {
  readonly reply: T;
  readonly isSigned: boolean;
}

/** The province as a device is enrolled at it. */
export interface EnrolledAt {
  readonly server: string;
  readonly serverPublicKey: string;
  readonly device: string;
  readonly key: SigningKey;
}

/** @param report what the desk says of itself with each look at its feed */
export function createProvince(
  fetch: Fetch,
  { server, serverPublicKey, device, key }: EnrolledAt,
  report: () => DeskReport,
): Province {
  let nonce: string | null = null;

  const signed = async (
    method: string,
    target: string,
    body: string | Uint8Array | null,
    more: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ) => {
    nonce ??= (await read(await send(fetch, server, 'GET', '/v1/nonce', null, {}), nonceReplySchema)).nonce;
    const used = nonce;
    const line = requestLine(method, target, sha256(body ?? ''), used);
    const headers: Record<string, string> = {
      ...more,
      'x-device': device,
      'x-nonce': used,
      'x-signature': signText(key, line),
    };
    if (target.startsWith('/v1/pull')) headers['x-desk'] = deskReportText(report());
    const response = await send(fetch, server, method, target, body, headers, signal);
    nonce = response.headers.get('x-next-nonce');
    return { response, nonce: used };
  };

  /** A nonce lives ten minutes by the server's clock: one more try with a fresh one tells age from refusal. */
  const fresh = async (ask: () => ReturnType<typeof signed>): ReturnType<typeof signed> => {
    const first = await ask();
    if (first.response.status !== 401) return first;
    await first.response.body?.cancel();
    nonce = null;
    return ask();
  };

  return {
    async request(method, target, body, schema, token) {
      const text = body === null ? null : JSON.stringify(body);
      const more: Record<string, string> = text === null ? {} : { 'content-type': 'application/json' };
      if (token !== undefined) more['x-session'] = token;
      return read((await fresh(() => signed(method, target, text, more))).response, schema);
    },
    async witnessed(method, target, json, schema) {
      const more: Record<string, string> = json === null ? {} : { 'content-type': 'application/json' };
      const { response, nonce: used } = await fresh(() => signed(method, target, json, more));
      const bytes = await bytesOf(response);
      const reply = replyIn(response, bytes, schema);
      const signature = response.headers.get('x-answer');
      // A release before this one signs none: each verdict then proves itself.
      const isSigned =
        signature !== null && verifyText(serverPublicKey, answerLine(method, target, used, sha256(bytes)), signature);
      return { reply, isSigned };
    },
    async bytes(method, target, { headers = {}, body = null, within = ANSWER_WITHIN_MS }) {
      const { response } = await fresh(() => signed(method, target, body, headers, AbortSignal.timeout(within)));
      if (!response.ok) throw refusalOf(response, jsonOf(await bytesOf(response)));
      return { status: response.status, headers: response.headers, body: await bytesOf(response) };
    },
    open: async (target, signal) => (await signed('GET', target, null, {}, signal)).response,
  };
}

async function send(
  fetch: Fetch,
  server: string,
  method: string,
  target: string,
  body: string | Uint8Array | null,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal = AbortSignal.timeout(ANSWER_WITHIN_MS),
): Promise<Response> {
  try {
    return await fetch(new URL(target, server).href, {
      method,
      headers,
      // A copy the platform may keep: its type knows no shared memory.
      body: body === null || typeof body === 'string' ? body : new Uint8Array(body),
      signal,
      redirect: 'error',
      cache: 'no-store',
    });
  } catch (error) {
    throw new LineDown(`${method} ${target}`, { cause: error });
  }
}

async function read<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  return replyIn(response, await bytesOf(response), schema);
}

function replyIn<S extends z.ZodType>(response: Response, bytes: Uint8Array, schema: S): z.output<S> {
  const json = jsonOf(bytes);
  if (!response.ok) throw refusalOf(response, json);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ProblemError('DT-02', {}, { cause: parsed.error });
  return parsed.data;
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new LineDown('the answer broke off', { cause: error });
  }
  if (bytes.length > MAX_ANSWER_BYTES) throw new ProblemError('DT-02');
  return bytes;
}

function refusalOf(response: Response, json: unknown): ProvinceRefused {
  const reply = errorReplySchema.safeParse(json);
  const code = reply.success && isProblemCode(reply.data.code) ? reply.data.code : fallback(response.status);
  return new ProvinceRefused(response.status, code, retryAfterOf(response.headers.get('retry-after')), reply.success);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
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
