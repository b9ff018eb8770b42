import { text } from 'node:stream/consumers';
import type { LightMyRequestResponse } from 'fastify';
import { sealerOf, sha256, signText } from '../../../contract/signing.ts';
import { CHUNK_TYPE } from '../../../contract/scans.ts';
import { nonceReplySchema, requestLine } from '../../../contract/sync.ts';
import type { Json } from '../../../domain/log/canonical.ts';
import { GENESIS, seal, type LogEvent } from '../../../domain/log/envelope.ts';
import { keptLogs } from '../../kept/kept.ts';
import { routeSamples, type RouteSample } from '../../harness/route-samples.ts';
import { OFFICE, type TestProvince } from '../../harness/test-server.ts';
import { broken, malformedBody, type Draws } from './malformed.ts';
import type { Target } from './run.ts';

const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'PATCH'] as const;
type Method = (typeof METHODS)[number];
const STREAM = '/v1/hints';

/** Dossiers that broken events are about at a time, and how many of each. */
const MOST_DOSSIERS = 40;
const MOST_EVENTS = 60;

/**
 * Every route of the province, each asked by whom it answers (a desk, and an administrator, a supervisor or a viewer at
 * it) for what is there, with one thing or several broken; by strangers; and events broken before they were sealed.
 */
export async function provinceTarget(province: TestProvince): Promise<Target> {
  const app = province.another();
  const routes: { method: Method; url: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of METHODS) if (method === one) routes.push({ method: one, url });
  });
  await app.ready();
  const samples = await routeSamples(province, { name: 'Tên', note: 'Ghi chú', password: 'mat-khau-moi' });
  // What a sign-in costs is kept out of most of the run.
  const usual = routes.filter(({ url }) => !url.startsWith('/v1/session'));
  const dear = routes.filter(({ url }) => url.startsWith('/v1/session'));
  // It lives ten minutes by the province's clock, which stands still here.
  const { nonce } = nonceReplySchema.parse((await app.inject('/v1/nonce')).json());
  const [first, ...rest] = usual;
  if (first === undefined) throw new Error('no routes');
  const sealed = await sealedBodies(province);

  return {
    async throwOne(draws) {
      if (draws.below(6) === 0) return sealed.throwOne(draws);
      const list = draws.below(100) === 0 && dear[0] !== undefined ? dear : [first, ...rest];
      const { method, url } = list[draws.below(list.length)] ?? first;
      const sample = samples[`${method} ${url}`] ?? samples[`GET ${url}`];
      if (sample === undefined) throw new Error(`no sample of ${method} ${url}`);
      const answer = await app.inject({
        ...request(draws, { method, url, sample, nonce }),
        payloadAsStream: url === STREAM,
      });
      const { statusCode } = answer;
      const body = url === STREAM ? await saidIn(answer) : answer.body;
      // A file at a portal that cannot be reached is said so.
      const mayFail = url.startsWith('/v1/submitted/') && statusCode === 502;
      const good = statusCode < 500 || mayFail;
      const isSaid = statusCode < 400 || method === 'HEAD' || body.startsWith('{"code":"');
      const wrong = good && isSaid ? null : `${statusCode} ${body.slice(0, 200)}`;
      return { at: `${method} ${url}`, answer: String(statusCode), wrong };
    },
  };
}

/** What was answered whole. A stream stays open: the next one of the same desk ends it. */
async function saidIn(answer: LightMyRequestResponse): Promise<string> {
  if (answer.statusCode !== 200) return text(answer.stream());
  answer.stream().destroy();
  return '';
}

interface Asking {
  readonly method: Method;
  readonly url: string;
  readonly sample: RouteSample;
  readonly nonce: string;
}

function request(draws: Draws, { method, url, sample, nonce }: Asking) {
  const { desk, token } = sample.seat;
  const target = targetOf(sample.target ?? url, draws);
  const has = method !== 'GET' && method !== 'HEAD';
  const payload = has ? payloadOf(sample.body, draws) : Buffer.alloc(0);
  const own = Object.entries(sample.headers ?? {}).map(([name, value]): [string, string] => [
    name,
    // Half of them as they should be, so that what they name is met.
    draws.below(2) === 0 ? value : headerText(broken(value, draws)),
  ]);
  const signed: Record<string, string> = {
    'x-device': desk.place.device,
    'x-nonce': nonce,
    'x-signature': signText(desk.key, requestLine(method, target, sha256(payload), nonce)),
    'x-session': token,
    'x-desk': headerText(broken('release=0.1.0&unsent=3&waiting=60&clock=-5', draws)),
    ...Object.fromEntries(own),
  };
  if (has) signed['content-type'] = Buffer.isBuffer(sample.body) ? CHUNK_TYPE : 'application/json';
  // One in five comes from somebody who cannot sign, or says something else of the body.
  if (draws.below(5) === 0) {
    const names = Object.keys(signed);
    const name = names[draws.below(names.length)] ?? 'x-nonce';
    signed[name] = headerText(broken(signed[name], draws));
  }
  return { method, url: target, headers: signed, ...(has ? { payload } : {}) };
}

/** One in six as the route takes it; a chunk of a paper as bytes. */
function payloadOf(body: unknown, draws: Draws): Buffer {
  if (Buffer.isBuffer(body))
    return draws.below(2) === 0 ? draws.bytes(draws.below(3000)) : body.subarray(0, draws.below(body.length));
  if (draws.below(6) === 0) return Buffer.from(JSON.stringify(body ?? {}));
  return malformedBody(body ?? { some: ['thing', 1] }, draws);
}

/** The path and query of the sample: as they are, a word of the query or a part of the path broken, or more said. */
function targetOf(target: string, draws: Draws): string {
  const [path = '', query = ''] = target.split('?');
  const words = [...new URLSearchParams(query)];
  const parts = path.split('/');
  const kind = draws.below(4);
  if (kind === 1 && words.length > 0) {
    const at = draws.below(words.length);
    words[at] = [words[at]?.[0] ?? 'x', headerText(broken(words[at]?.[1], draws))];
  }
  if (kind === 2) {
    // What names a thing: an id, a hash, a number.
    const at = parts.findIndex((part) => /\d/.test(part) && part !== 'v1');
    if (at >= 0) parts[at] = encodeURIComponent(headerText(broken(parts[at], draws)));
  }
  if (kind === 3) {
    const names = ['cursor', 'limit', 'office', 'catalogue', 'dossier', 'person', 'from', '__proto__'] as const;
    words.push([draws.of(names), headerText(broken('1', draws))]);
  }
  const said = new URLSearchParams(words).toString();
  const odd = kind === 3 ? draws.of(['', '&', '&limit', '&limit=1&limit=2', '&a[b]=1', '&%']) : '';
  return `${parts.join('/')}${said === '' && odd === '' ? '' : `?${said}${odd}`}`;
}

/**
 * Events of every kind whose body, or what they say of themselves, was broken before they were sealed: the bytes are their
 * writer's, so they are stored, read, judged and, where they can be read, folded.
 */
async function sealedBodies(province: TestProvince): Promise<Target> {
  const desk = await province.enrol(OFFICE);
  const sealer = sealerOf(desk.key);
  const kinds = keptLogs().flatMap(({ events }) => events);
  const dossiers: { readonly id: string; events: number }[] = [];
  let prev = GENESIS;
  let seq = 0;
  const [first] = kinds;
  if (first === undefined) throw new Error('no kinds');
  const sealed = (source: LogEvent, draws: Draws): LogEvent => {
    const { envelope } = source;
    // As it goes out: no -0, nothing that JSON has no word for.
    const body = draws.below(8) === 0 ? source.body : asJson(broken(source.body, draws));
    // Half of them on a dossier that others are about, so that it is folded with what it meets there.
    const known = draws.below(2) === 0 ? dossiers[draws.below(dossiers.length)] : undefined;
    const about = envelope.aggregate === 'dossier' ? known : undefined;
    if (about !== undefined) about.events += 1;
    // A dossier of thousands of events is no dossier.
    if (about !== undefined && about.events > MOST_EVENTS) dossiers.splice(dossiers.indexOf(about), 1);
    return seal(
      {
        ...envelope,
        id: uuid(draws),
        aggregateId: about?.id ?? uuid(draws),
        after: draws.below(3) === 0 ? [uuid(draws)] : [],
        device: desk.place.device,
        log: desk.place.log,
        seq: seq + 1,
        prev,
        at: { device: envelope.at.device + draws.below(1000), offset: 0 },
      },
      body,
      'aabbccdd00112233',
      sealer,
    );
  };
  return {
    async throwOne(draws) {
      const source = kinds[draws.below(kinds.length)] ?? first;
      const at = `sealed ${source.envelope.type}`;
      let event: LogEvent;
      try {
        event = sealed(officeOf(source), draws);
      } catch {
        // No desk can seal that: a fraction, a lone surrogate as a name.
        return { at, answer: 'not to be sealed', wrong: null };
      }
      const answer = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: [event] });
      if (answer.status !== 200) return { at, answer: String(answer.status), wrong: answer.body.slice(0, 200) };
      const reply = JSON.parse(answer.body) as { head: number; verdicts: { end: string; reason: string | null }[] };
      const [verdict] = reply.verdicts;
      const isTaken = reply.head === event.envelope.seq;
      if (isTaken) {
        seq = event.envelope.seq;
        prev = event.envelope.hash;
        if (verdict?.end === 'applied' && event.envelope.aggregate === 'dossier') {
          const id = event.envelope.aggregateId;
          const isNew = dossiers.every((one) => one.id !== id);
          if (isNew)
            dossiers.splice(draws.below(MOST_DOSSIERS), dossiers.length < MOST_DOSSIERS ? 0 : 1, { id, events: 1 });
        }
      }
      // Whatever it says, the log goes on.
      const wrong = isTaken ? null : `not taken: ${verdict?.reason ?? ''} ${JSON.stringify(event.body).slice(0, 200)}`;
      return { at, answer: `${verdict?.end ?? 'none'} ${verdict?.reason ?? ''}`.trim(), wrong };
    },
  };
}

/** The same fact, of an office of this province. */
function officeOf(event: LogEvent): LogEvent {
  return { ...event, body: JSON.parse(JSON.stringify(event.body).replaceAll(/xa-\d{5}/g, OFFICE)) as Json };
}

function asJson(value: unknown): Json {
  // Nothing at all is what is left of a body that was erased: no desk writes that.
  return (JSON.parse(JSON.stringify(value) ?? '[]') as Json) ?? [];
}

function uuid(draws: Draws): string {
  const hex = draws.bytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** As it can stand in a header: what HTTP itself forbids never gets as far as the program. */
function headerText(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .replaceAll(/[^\u0020-\u007e]/g, '?')
    .slice(0, 2000);
}
