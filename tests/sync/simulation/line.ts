import type { Chance, Draws } from './chance.ts';
import type { Coverage } from './coverage.ts';
import { askingIn } from './scan-points.ts';
import { askedOf, type Answered, type Asked } from './asked.ts';
import type { SimServer } from './server.ts';
import type { Story } from './story.ts';
import type { SimTime } from './time.ts';
import type { Fetch } from '../../../main/desk/ports.ts';

/** What a desk's line is like just now. */
export const moods = ['calm', 'calm', 'calm', 'down', 'down', 'lossy', 'slow', 'hostile'] as const;
export type Mood = (typeof moods)[number];

interface Connected {
  readonly name: string;
  mood(): Mood;
  isAlive(): boolean;
}

/** The network between all desks and the server. Nothing moves but by `next` and `run`. */
export interface Line {
  fetchOf(desk: Connected): Fetch;
  /** When the next packet is due, steady ms; null: none is under way. */
  next(): number | null;
  /** Lets one packet that is due arrive. */
  run(): Promise<void>;
  /** Sends an old push or piece of a digitised paper of this desk again, as it was. @returns false where there is none */
  repeat(desk: string): boolean;
  /** The desk's program ends: what its own limit has given up by the machine's time is over, though none has gone by here. */
  hangUp(desk: string): void;
}

/** A request is given up after this long, ms, as the desk itself does. */
const GIVE_UP_MS = 20_000;
/** A chunk of a digitised paper. */
const GIVE_UP_CHUNK_MS = 60_000;
const KEPT_PUSHES = 12;

/** What can become of a request, and how it is counted. */
const losses = ['request reset', 'request silent', 'reply reset', 'reply silent'] as const;
type Lost = (typeof losses)[number];
const breaks = ['cut off', 'cut short'] as const;

/** Everything that goes wrong between a desk and the province. */
export const lineFaults: readonly string[] = [
  ...losses,
  ...breaks.map((how) => `reply ${how}`),
  'answered by a stranger',
  'delayed',
  'doubled',
  'hint',
  'hint lost',
  'an old push once more',
];

interface Fate {
  readonly wait: number;
  readonly lost: Lost | null;
  /** A stranger on the way answers. */
  readonly stranger: { readonly status: number; readonly body: string; readonly retryAfter: string | null } | null;
  /** The same request arrives once more, so much later. */
  readonly again: number | null;
  readonly replyWait: number;
  readonly broken: (typeof breaks)[number] | null;
}

const good: Fate = { wait: 0, lost: null, stranger: null, again: null, replyWait: 0, broken: null };

interface Waiting {
  readonly desk: string;
  settle(response: Response): void;
  fail(error: Error): void;
}

interface Due {
  readonly at: number;
  /** How often something had moved on the line when it set out. */
  readonly wave: number;
  /** Which of several that do not wait for each other, and its own count. */
  readonly lane: string;
  readonly n: number;
  readonly go: () => Promise<void> | void;
}

export function simLine(options: {
  readonly time: SimTime;
  readonly server: () => SimServer;
  readonly draws: Draws;
  readonly coverage: Coverage;
  readonly story: Story;
}): Line {
  const { time, server, draws, coverage, story } = options;
  let due: Due[] = [];
  let count = 0;
  const pushes = new Map<string, Asked[]>();
  let wave = 0;
  /** Given up by the desk's own limit, which is of real time, on a machine that was slow. */
  const late = new Set<Waiting>();
  const later = (lane: string, ms: number, go: Due['go']): void => {
    count += 1;
    due.push({ at: time.steady() + ms, wave, lane, n: count, go });
  };
  const first = (): Due | null => {
    let found: Due | null = null;
    for (const each of due) if (found === null || isBefore(each, found)) found = each;
    return found;
  };

  const listeners = new Set<{ readonly desk: Connected; readonly out: ReadableStreamDefaultController<Uint8Array> }>();
  /** A stream of hints as the server opens one; it may fall silent without anybody knowing (half open). */
  const listen = (desk: Connected, signal: AbortSignal | null): Response => {
    let own: (typeof listeners extends Set<infer T> ? T : never) | null = null;
    const stop = (): void => {
      if (own !== null) listeners.delete(own);
    };
    const body = new ReadableStream<Uint8Array>({
      start(out) {
        own = { desk, out };
        listeners.add(own);
        signal?.addEventListener('abort', () => {
          stop();
          out.error(new DOMException('aborted', 'AbortError'));
        });
      },
      cancel: stop,
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  /** Something came in: whoever listens is told, or not. */
  const hint = (): void => {
    for (const listener of listeners) {
      const isLost = listener.desk.mood() !== 'calm' || draws(`hint ${listener.desk.name}`).happens(30);
      coverage.note('network', isLost ? 'hint lost' : 'hint');
      if (isLost) continue;
      later(`${listener.desk.name} hint`, 0, () => {
        if (listeners.has(listener)) listener.out.enqueue(new TextEncoder().encode('data: {"topic":"feed"}\n\n'));
      });
    }
  };

  const arrive = async (
    asked: Asked,
    fate: Fate,
    waiting: Waiting | null,
    desk: string,
    lane: string,
  ): Promise<void> => {
    if (fate.lost === 'request silent') return;
    if (fate.lost === 'request reset') {
      waiting?.fail(new TypeError('the connection was reset'));
      return;
    }
    if (fate.stranger !== null) {
      const { status, body, retryAfter } = fate.stranger;
      const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': retryAfter };
      waiting?.settle(new Response(body, { status, headers }));
      return;
    }
    story.tell(`${time.steady()} arrives from ${desk}: ${asked.method} ${asked.target}`);
    server().ask(asked, (answer) => {
      story.tell(`${time.steady()} answer to ${desk}: ${asked.target} ${toldOf(answer)}`);
      if (answer?.status === 200 && asked.target === '/v1/push') hint();
      if (answer === null || fate.lost === 'reply reset') waiting?.fail(new TypeError('the connection was reset'));
      else if (fate.lost === null && waiting !== null) {
        later(lane, fate.replyWait, () => waiting.settle(responseOf(answer, fate.broken)));
      }
    });
    if (fate.again !== null) later(lane, fate.again, () => arrive(asked, good, null, desk, lane));
    await server().quiet();
  };

  return {
    fetchOf: (desk) => (url, init) =>
      new Promise<Response>((resolve, reject) => {
        const asked = askedOf(url, init);
        story.tell(`${time.steady()} ${desk.name} asks ${asked.method} ${asked.target} ${textOf(asked.body)}`);
        const { signal } = init;
        let isOver = false;
        const over = (then: () => void): void => {
          if (isOver) return;
          isOver = true;
          late.delete(waiting);
          then();
        };
        const waiting: Waiting = {
          desk: desk.name,
          settle: (response) => over(() => resolve(response)),
          fail: (error) => over(() => reject(error)),
        };
        const fails = (): void => waiting.fail(new DOMException('aborted', 'AbortError'));
        const aborted = (): void => {
          if (isGivenUp(signal)) fails();
          // A signal is heard once: the end of the desk's program is not, after this.
          else if (!isOver) late.add(waiting);
        };
        if (isGivenUp(signal) || !desk.isAlive()) return fails();
        signal?.addEventListener('abort', aborted, { once: true });
        const mood = desk.mood();
        if (mood === 'down') return waiting.fail(new TypeError('no line'));
        if (asked.target.startsWith('/v1/hints')) return waiting.settle(listen(desk, signal ?? null));
        const asking = askingIn(asked.method, asked.target);
        // A desk reads its papers beside its other work, in files: which of both asks first is the machine's.
        const lane = `${desk.name} ${asking === null ? 'events' : 'papers'}`;
        const fate = fateOf(mood, draws(lane), (what) => {
          coverage.note('network', what);
          if (asking !== null) coverage.note('scans: network', `${asking}: ${what}`);
        });
        if (asked.target === '/v1/push' || asking !== null) {
          pushes.set(desk.name, [...(pushes.get(desk.name) ?? []), asked].slice(-KEPT_PUSHES));
        }
        later(lane, asking === 'chunk' ? GIVE_UP_CHUNK_MS : GIVE_UP_MS, () =>
          waiting.fail(new DOMException('no answer in time', 'TimeoutError')),
        );
        later(lane, fate.wait, () => arrive(asked, fate, waiting, desk.name, lane));
      }),
    next: () => first()?.at ?? null,
    async run() {
      const packet = first();
      if (packet === null || packet.at > time.steady()) return;
      due = due.filter((each) => each !== packet);
      wave += 1;
      await packet.go();
    },
    repeat(desk) {
      const asked = (pushes.get(desk) ?? [])[draws(`${desk} again`).below(KEPT_PUSHES)];
      if (asked === undefined) return false;
      const lane = `${desk} again`;
      later(lane, 0, () => arrive(asked, good, null, desk, lane));
      return true;
    },
    hangUp(desk) {
      for (const waiting of late) if (waiting.desk === desk) waiting.fail(new DOMException('aborted', 'AbortError'));
    },
  };
}

/** The desk's own limit is of real time; the same one runs on the line, on the simulation's. */
function isGivenUp(signal: AbortSignal | null | undefined): boolean {
  const isLate = signal?.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
  return signal?.aborted === true && !isLate;
}

/** Of what set out after the same movement, each lane keeps its own order: which of them was quicker is the machine's. */
function isBefore(a: Due, b: Due): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.wave !== b.wave) return a.wave < b.wave;
  return a.lane === b.lane ? a.n < b.n : a.lane < b.lane;
}

function fateOf(mood: Mood, chance: Chance, met: (what: string) => void): Fate {
  if (mood === 'calm' || mood === 'down') return good;
  const wait = mood === 'lossy' ? 0 : Math.round(chance.fraction() ** 3 * 25_000);
  const replyWait = mood === 'lossy' ? 0 : Math.round(chance.fraction() ** 3 * 25_000);
  if (mood === 'slow') {
    met('delayed');
    return { ...good, wait, replyWait };
  }
  const lost = chance.happens(35)
    ? chance.of(['request reset', 'request silent', 'reply reset', 'reply reset', 'reply silent'] as const)
    : null;
  const again = chance.happens(25) ? Math.round(chance.fraction() ** 2 * 60_000) : null;
  if (lost !== null) met(lost);
  if (again !== null) met('doubled');
  if (mood === 'lossy') return { ...good, lost, again };
  const stranger = lost === null && chance.happens(25) ? strangerOf(chance) : null;
  if (stranger !== null) {
    met('answered by a stranger');
    met(`answered ${stranger.status} by a stranger`);
  }
  const broken = stranger === null && chance.happens(12) ? chance.of(breaks) : null;
  if (broken !== null) met(`reply ${broken}`);
  if (wait > 0) met('delayed');
  return { wait, replyWait, lost, again, stranger, broken };
}

function strangerOf(chance: Chance): NonNullable<Fate['stranger']> {
  const status = chance.of([200, 413, 429, 500, 502, 503, 504]);
  const retryAfter = status === 429 || status === 503 ? chance.of([null, '1', '20']) : null;
  return { status, body: status === 200 ? '<html>Đăng nhập Wi-Fi</html>' : '', retryAfter };
}

/** An answer as the story has it. */
function toldOf(answer: Answered | null): string {
  return answer === null ? 'none' : `${answer.status} ${answer.body}`;
}

function textOf(body: Asked['body']): string {
  return body instanceof Uint8Array ? `${body.length} bytes` : (body ?? '');
}

function responseOf({ status, headers, body }: Answered, broken: Fate['broken']): Response {
  const { 'content-length': _length, ...rest } = headers;
  const options = { status, headers: rest };
  // Has no body that could break off.
  if (status === 204) return new Response(null, options);
  if (broken === null) return new Response(body, options);
  const half = body.slice(0, Math.floor(body.length / 2));
  if (broken === 'cut short') return new Response(half, options);
  const torn = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(half));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(torn, options);
}
