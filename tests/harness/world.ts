import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { pino } from 'pino';
import type { CallError, CallInput, CallName, CallOutput, Reply } from '../../contract/desk.ts';
import type { MachineKind } from '../../contract/machine-kind.ts';
import type { PlaceUse } from '../../contract/place-use.ts';
import { importReplySchema } from '../../contract/exchange/packet.ts';
import { sha256 } from '../../contract/signing.ts';
import type { LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { startHost } from '../../main/browser/host.ts';
import { createDesk } from '../../main/desk/desk.ts';
import type { Desk, WaitingRoom } from '../../main/desk/ports.ts';
import type { SlipPrinter } from '../../main/print/printer.ts';
import { systemClock } from '../../main/clock.ts';
import type { Store } from '../../main/store/store.ts';
import { systemRandom } from '../../main/random.ts';
import { codeHash } from '../../server/enrolment-code.ts';
import { portalKeyOf } from '../../server/keys.ts';
import { openPlace } from '../../server/place.ts';
import { usualLimits } from '../../server/ports.ts';
import { runServer } from '../../server/run.ts';
import { insertApiKey } from '../../server/store/api-keys.ts';
import { openPortal } from '../../server/store/portal.ts';
import { insertCounter } from '../../server/store/counters.ts';
import { storeCode } from '../../server/store/enrolment.ts';
import { DEMO_PASSWORD } from './demo-province.ts';
import { officeLan, type OfficeLan } from './office-lan.ts';
import { shiftedClock, type ShiftedClock } from './shifted-clock.ts';
import { silentLog } from './test-desk.ts';

/**
 * A province and its desks in this process, all by one clock that a story sets forward: the real server on a real
 * PostgreSQL, real HTTP between, each desk with its own SQLite and, where somebody looks at it, its own loopback host.
 */
export interface World {
  readonly clock: ShiftedClock;
  /** Address of the province. */
  readonly server: string;
  /** A desk enrolled at this counter, which is made where it is not there. */
  desk(setup: {
    readonly office: string;
    readonly counter: string;
    readonly place: string;
    /** What stands there; a desk where left out. */
    readonly kind?: MachineKind;
    readonly use?: PlaceUse;
    /** How a machine of the waiting room was started. */
    readonly waitingRoom?: WaitingRoom;
  }): Promise<WorldDesk>;
  /** A code with which a machine enrols at this counter, which is made where it is not there. */
  code(setup: {
    readonly office: string;
    readonly counter: string;
    readonly place: string;
    readonly kind?: MachineKind;
    readonly use?: PlaceUse;
  }): Promise<string>;
  /** Hands packets of the portal in, over the import route with a key of its own. @throws Error for one not taken */
  sendIn(packets: readonly unknown[]): Promise<void>;
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface WorldDesk {
  readonly desk: Desk;
  readonly dataDir: string;
  /** What it keeps. */
  readonly store: Store;
  /** Cuts this desk's line, or joins it again. */
  setLine(up: boolean): void;
  /** Takes its cable to the office's own network out, or puts it in again. */
  setCable(isIn: boolean): void;
  /** An address that opens one tab of the page. */
  address(): Promise<string>;
  /** A window of its own, without a page. @throws Error when the reply is one */
  as(login: string): Promise<DeskUser>;
  /** The page with nobody signed in: all there is at a kiosk or display. */
  page(): DeskUser;
  close(): Promise<void>;
}

export interface DeskUser {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  try<N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>>;
  /** When the answer satisfies `wanted`; asked anew at each change the desk tells. */
  until<N extends CallName>(
    name: N,
    input: CallInput<N>,
    wanted: (value: CallOutput<N>) => boolean,
  ): Promise<CallOutput<N>>;
}

export interface WorldOptions {
  readonly start: LocalDateTime;
  readonly printer: () => SlipPrinter;
  /** The built page, where desks are looked at. */
  readonly pageDir?: string;
}

const aDesk: WaitingRoom = { screen: null, ticketPrinters: [], ticketPaper: 80 };

export async function openWorld({ start, printer, pageDir }: WorldOptions): Promise<World> {
  const clock = shiftedClock(start);
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const options = {
    folder,
    databaseUrl: null,
    demo: true,
    catalogue: new URL('../../catalogue/', import.meta.url),
    host: '127.0.0.1',
    port: 0,
    scans: { kind: 'folder' as const, path: join(folder, 'scans') },
    portalFiles: [],
    messages: { kind: 'file' as const, path: join(folder, 'messages.jsonl') },
    metrics: null,
    leaveAfterMs: 0,
    proxies: ['loopback'],
    addressLimit: usualLimits.address,
  };
  const server = await runServer(options, pino({ level: 'silent' }), clock);
  const place = await openPlace(options);
  const desks: WorldDesk[] = [];
  const lans = new Map<string, OfficeLan>();
  const codeFor: World['code'] = async ({ office, counter, place: name, kind = 'desk', use }) => {
    await insertCounter(place.db, { id: counter, office, name, kind, use, disabled: false }).catch(() => undefined);
    const code = `THE-GIOI-${systemRandom.id()}`.slice(0, 40);
    const now = clock.now();
    await storeCode(place.db, { codeHash: codeHash(code), office, counter, expiresAt: now + 600_000 }, now);
    return code;
  };

  return {
    clock,
    server: server.url,
    code: codeFor,
    async desk({ waitingRoom = aDesk, ...setup }) {
      const code = await codeFor(setup);
      const lan = lans.get(setup.office) ?? officeLan();
      lans.set(setup.office, lan);
      const made = await openDesk({
        lan,
        clock,
        server: server.url,
        code,
        printer: printer(),
        pageDir: pageDir ?? null,
        waitingRoom,
      });
      desks.push(made);
      return made;
    },
    async sendIn(packets) {
      const { publicKey } = portalKeyOf(place.key);
      await openPortal(place.db, { publicKey, device: systemRandom.id(), log: systemRandom.id(), now: clock.now() });
      const key = `qmc_${Buffer.from(systemRandom.bytes(32)).toString('base64url')}`;
      const row = { id: systemRandom.id(), name: 'Cổng thử', hash: sha256(key), created_at: clock.now() };
      await insertApiKey(place.db, row);
      const answer = await fetch(new URL('/v1/import/dossiers', server.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ data: packets }),
      });
      const said = await answer.text();
      const taken = importReplySchema.safeParse(answer.ok ? JSON.parse(said) : null).data?.rows ?? [];
      if (taken.length !== packets.length || taken.some(({ end }) => end !== 'taken')) throw new Error(said);
    },
    async rows(sql, values = []) {
      const result = await place.db.executeQuery(CompiledQuery.raw(sql, [...values]));
      return result.rows as Record<string, unknown>[];
    },
    async close() {
      for (const desk of desks) await desk.close();
      await place.close(false);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface DeskParts {
  readonly lan: OfficeLan;
  readonly clock: ShiftedClock;
  readonly server: string;
  readonly code: string;
  readonly printer: SlipPrinter;
  readonly pageDir: string | null;
  readonly waitingRoom: WaitingRoom;
}

async function openDesk({ lan, clock, server, code, printer, pageDir, waitingRoom }: DeskParts): Promise<WorldDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'world-desk-'));
  // Aborted when the line is cut: what is under way must not be answered any more.
  let line: AbortController | null = new AbortController();
  const cable = lan.card();
  let kept: Store | null = null;
  const desk = await createDesk(
    {
      host: 'browser',
      dataDir,
      catalogueDir: join(import.meta.dirname, '..', '..', 'catalogue'),
      clock,
      random: systemRandom,
      keychain: null,
      fetch: (url, init) =>
        line === null
          ? Promise.reject(new TypeError('no line'))
          : fetch(url, { ...init, signal: AbortSignal.any([line.signal, ...(init.signal ? [init.signal] : [])]) }),
      printer,
      log: silentLog,
      demo: { server, code },
      waitingRoom,
      lan: cable,
      checkOutput: true,
    },
    ({ context }) => {
      kept = context.store;
    },
  );
  const addresses: string[] = [];
  const waiting: ((address: string) => void)[] = [];
  const host =
    pageDir === null
      ? null
      : await startHost({
          options: {
            dataDir,
            profileDir: join(dataDir, 'profile'),
            demo: null,
            hall: { host: '127.0.0.1', port: 0 },
            waitingRoom,
            port: 0,
            window: false,
            json: true,
          },
          desk,
          pageDir,
          clock: systemClock,
          random: systemRandom,
          log: silentLog,
          findBrowser: () => null,
          platform: process.platform,
          root: false,
          env: {},
          say: (news) => {
            if (news.kind !== 'address') return;
            const next = waiting.shift();
            if (next === undefined) addresses.push(news.address);
            else next(news.address);
          },
        });
  let users = 0;
  return {
    desk,
    dataDir,
    get store() {
      if (kept === null) throw new Error('the desk is not enrolled');
      return kept;
    },
    setLine(up) {
      if (up === (line !== null)) return;
      line?.abort();
      line = up ? new AbortController() : null;
    },
    setCable: (isIn) => cable.set(isIn),
    address() {
      const ready = addresses.shift();
      return ready === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(ready);
    },
    async as(login) {
      users += 1;
      const user = userOf(desk, `user-${users}`);
      await user.call('session.signIn', { login, password: DEMO_PASSWORD });
      return user;
    },
    page() {
      users += 1;
      return userOf(desk, `page-${users}`);
    },
    async close() {
      await host?.close();
      await desk.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function userOf(desk: Desk, session: string): DeskUser {
  const caller = { session, trusted: true };
  const attempt = <N extends CallName>(name: N, input: CallInput<N>): Promise<Reply<CallOutput<N>>> =>
    // The router parses every answer (checkOutput), so its type is the contract's.
    desk.call(caller, name, input) as Promise<Reply<CallOutput<N>>>;
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await attempt(name, input);
    if (!reply.ok) throw refusal(name, reply.error);
    return reply.value;
  };
  const refusal = (name: CallName, { code, params }: CallError): Error =>
    new Error(`${name}: ${code} ${JSON.stringify(params)}`);
  return {
    call,
    try: attempt,
    async until(name, input, wanted) {
      for (;;) {
        let unsubscribe = (): void => undefined;
        const changed = new Promise<void>((resolve) => {
          unsubscribe = desk.subscribe(() => resolve());
        });
        try {
          const reply = await attempt(name, input);
          // A dossier another desk has begun is not here yet.
          if (!reply.ok && reply.error.code !== 'TN-05') throw refusal(name, reply.error);
          if (reply.ok && wanted(reply.value)) return reply.value;
          await changed;
        } finally {
          unsubscribe();
        }
      }
    },
  };
}
