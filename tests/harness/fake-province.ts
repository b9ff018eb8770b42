import { signText } from '../../contract/signing.ts';
import type { Reference, Verdict } from '../../contract/sync.ts';
import type { Fetch } from '../../main/desk/ports.ts';
import { openSqlite } from '../../main/store/sqlite.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { join } from 'node:path';
import { MONDAY_10_42, type EnrolledFolder } from './enrolled-folder.ts';
import type { TestDesk } from './test-desk.ts';

type Answer = (init: RequestInit, url: URL) => Response | Promise<Response>;

/** A province in this process that answers as a test wishes, right or wrong: for what a real server would never do. */
export interface FakeProvince {
  readonly fetch: Fetch;
  /** Paths asked for, in order. */
  readonly asked: string[];
  /** Answers that replace the well-behaved ones, by path. */
  readonly answers: Map<string, Answer>;
  /** What it hands out; changed by tests. */
  reference: Reference;
  /** Requests are taken and never answered, until they are given up. */
  swallow: boolean;
  /** Ids of the events it holds, in order. */
  readonly held: string[];
  verdictOn(event: LogEvent, end?: Verdict['end'], reason?: string | null): Verdict;
  /** When the path has been asked for once more. */
  next(path: string): Promise<void>;
  /** Lets the desk's timers fire and waits until a round has got as far as `path`. */
  round(desk: TestDesk, path?: string): Promise<void>;
}

/** Turns of the event loop: what is answered already is taken in. */
export async function settle(): Promise<void> {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
}

/** To be made before the desk opens the folder. */
export function fakeProvince(folder: EnrolledFolder): FakeProvince {
  const asked: string[] = [];
  const held: string[] = [];
  const answers = new Map<string, Answer>();
  let waiting: { path: string; resolve: () => void }[] = [];
  const epoch = '019ab000-0000-7000-8000-0000000000e0';

  const verdictOn: FakeProvince['verdictOn'] = ({ envelope }, end = 'applied', reason = null) => {
    const { id, log, seq, hash } = envelope;
    const signed = { eventId: id, log, seq, hash, end, reason, book: null, at: MONDAY_10_42 };
    return { ...signed, signature: signText(folder.serverKey, canonical(signed as Json)) };
  };
  const good: Record<string, Answer> = {
    '/v1/time': () => Response.json({ now: MONDAY_10_42 }),
    '/v1/nonce': () => Response.json({ nonce: 'n' }),
    '/v1/reference': () => Response.json({ epoch, reference: province.reference }),
    '/v1/pull': () => Response.json({ epoch, events: [], verdicts: [], cursor: 'c', more: false }),
    '/v1/heads': (init) => {
      const { places } = JSON.parse(textOf(init)) as { places: { log: string; seq: number }[] };
      const logs = places.map(({ log, seq }) => ({ log, head: seq }));
      return Response.json({ epoch, logs, holds: places.map(() => true) });
    },
    '/v1/push': (init) => {
      const { events } = eventsOf(init);
      held.push(...events.map((event) => event.envelope.id));
      const verdicts = events.map((event) => verdictOn(event));
      return Response.json({ head: events.at(-1)?.envelope.seq ?? 0, expected: null, verdicts });
    },
    '/v1/session': (init) => {
      const { login } = JSON.parse(textOf(init)) as { login: string };
      const user = province.reference.users.find((row) => row.login === login);
      return Response.json({ token: `t-${login}`, user, expiresAt: MONDAY_10_42 + 3_600_000 });
    },
  };

  const province: FakeProvince = {
    asked,
    held,
    answers,
    reference: referenceIn(folder),
    swallow: false,
    verdictOn,
    next: (path) => new Promise((resolve) => waiting.push({ path, resolve })),
    async fetch(url, init) {
      const target = new URL(url);
      asked.push(target.pathname);
      const told = waiting.filter(({ path }) => path === target.pathname);
      waiting = waiting.filter((one) => !told.includes(one));
      told.forEach(({ resolve }) => resolve());
      if (province.swallow) return unanswered(init);
      const answer = answers.get(target.pathname) ?? good[target.pathname];
      return answer === undefined
        ? Response.json({ code: 'SV-02', vi: '', en: '' }, { status: 404 })
        : answer(init, target);
    },
    async round(desk, path = '/v1/pull') {
      let reached = false;
      void province.next(path).then(() => (reached = true));
      // In small steps, so that an answer that comes at once has taken no time.
      for (let n = 0; n < 300 && !reached; n++) {
        desk.clock.advance(1_000);
        await settle();
      }
      await settle();
    },
  };
  return province;
}

/** Never answered, until it is given up. */
export function unanswered(init: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
  });
}

export function eventsOf(init: RequestInit): { log: string; events: LogEvent[] } {
  // Written by the desk under test.
  return JSON.parse(textOf(init)) as { log: string; events: LogEvent[] };
}

export function textOf(init: RequestInit): string {
  return typeof init.body === 'string' ? init.body : '';
}

function referenceIn(folder: EnrolledFolder): Reference {
  const db = openSqlite(join(folder.path, 'desk.db'), folder.databaseKey, { create: false });
  const rows = db.prepare<[], { kind: string; body: string }>('SELECT kind, body FROM reference').all();
  db.close();
  const read = Object.fromEntries(rows.map((row) => [row.kind, JSON.parse(row.body) as unknown]));
  // Written by the harness itself.
  return { ...read, catalogue: null, calendar: null } as Reference;
}
