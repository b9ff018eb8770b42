import { pushReplySchema, type Verdict } from '../../../contract/sync.ts';
import { createDesk, type OpenedDesk } from '../../../main/desk/desk.ts';
import type { DeskOptions } from '../../../main/desk/ports.ts';
import { createSessions } from '../../../main/desk/sessions.ts';
import { DEMO_PASSWORD } from '../../harness/demo-province.ts';
import { deskOptions } from '../../harness/joined-desk.ts';
import { actOnDossier, receiveDossier } from '../../sync/simulation/officer.ts';
import type { Chance } from '../../sync/simulation/chance.ts';
import type { Seat } from '../../sync/simulation/prepared.ts';
import { thisRelease } from '../../sync/simulation/releases.ts';
import type { DeskLife } from '../../sync/simulation/sim-desk.ts';

/** An officer at a real desk of the demonstration, who receives dossiers and does to them what the law allows. */
export interface OfficerAtWork {
  readonly opened: OpenedDesk;
  /** One thing after another. @returns ids of the events it was told are saved */
  workOnce(chance: Chance): Promise<string[]>;
  /** When `wanted` holds; asked anew at each change the desk tells. */
  until(wanted: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export interface OfficersDesk {
  readonly seat: Seat;
  readonly dataDir: string;
  readonly server: string;
  /** For its first start. */
  readonly code: string;
}

export async function officerAt(place: OfficersDesk, options: Partial<DeskOptions> = {}): Promise<OfficerAtWork> {
  const { seat, dataDir, server, code } = place;
  let known: OpenedDesk | null = null;
  const desk = await createDesk(
    { ...deskOptions(dataDir, { server }, code), checkOutput: false, ...options },
    (told) => {
      known = told;
    },
  );
  const caller = { session: 'one', trusted: true };
  const reply = await desk.call(caller, 'session.signIn', { login: seat.user, password: DEMO_PASSWORD });
  const opened = known as OpenedDesk | null;
  if (!reply.ok || opened === null) {
    await desk.close();
    throw new Error(`${seat.user} could not sign in: ${reply.ok ? 'not opened' : reply.error.code}`);
  }
  const life = lifeOf(desk, opened, seat);
  let read = opened.context.store.log?.head() ?? null;
  return {
    opened,
    async workOnce(chance) {
      if (chance.happens(35)) await receiveDossier({ seat }, life, chance);
      else actOnDossier({ seat, release: thisRelease }, life, chance);
      const now = opened.context.store.log?.head() ?? null;
      // A log left for a new one is read from its beginning; what moved there was told before, and stays told.
      const from = now?.log === read?.log ? (read?.seq ?? 0) : 0;
      read = now;
      return life.ownFrom(from + 1).map(({ envelope }) => envelope.id);
    },
    async until(wanted) {
      for (;;) {
        let unsubscribe = (): void => undefined;
        const changed = new Promise<void>((resolve) => {
          unsubscribe = desk.subscribe(() => resolve());
        });
        const isSo = wanted();
        if (!isSo) await changed;
        unsubscribe();
        if (isSo) return;
      }
    },
    close: () => desk.close(),
  };
}

function lifeOf(desk: DeskLife['desk'], opened: OpenedDesk, seat: Seat): DeskLife {
  const { store } = opened.context;
  const user: DeskLife['user'] = (login) => {
    const found = (store.reference.get('users') ?? []).find((row) => row.id === login);
    if (found === undefined) throw new Error(`nobody is called ${login}`);
    return found;
  };
  const session = createSessions().of('officer');
  session.user = user(seat.user);
  return {
    desk,
    opened,
    session,
    user,
    logId: () => store.log?.head().log ?? '',
    ownFrom(seq) {
      const { log } = store;
      return log === null ? [] : log.eventsFrom(log.head().log, seq, 1_000_000).map(({ event }) => event);
    },
  };
}

/** Every verdict as it was first answered to a desk: from then on it is acknowledged. */
export interface Acknowledged {
  readonly first: ReadonlyMap<string, Verdict>;
  /**
   * Goes through the desk's requests.
   * @param from the address the server is to believe they come from
   * @param route where a request goes instead of where it is sent
   */
  fetchFrom(from: string, route?: (url: string) => string): DeskOptions['fetch'];
}

/** @param contradicted told where a second answer differs from the first; `heard` is told after each answer */
export function acknowledged(contradicted: (eventId: string) => void, heard: () => void): Acknowledged {
  const first = new Map<string, Verdict>();
  return {
    first,
    fetchFrom: (from, route) => async (url, init) => {
      const headers = new Headers(init.headers);
      // The server believes a proxy on its own machine.
      headers.set('x-forwarded-for', from);
      const response = await fetch(route?.(url) ?? url, { ...init, headers });
      if (!url.endsWith('/v1/push') || !response.ok) return response;
      const reply = pushReplySchema.safeParse(
        await response
          .clone()
          .json()
          .catch(() => null),
      );
      for (const verdict of reply.data?.verdicts ?? []) {
        const before = first.get(verdict.eventId);
        if (before === undefined) first.set(verdict.eventId, verdict);
        else if (before.signature !== verdict.signature) contradicted(verdict.eventId);
      }
      heard();
      return response;
    },
  };
}
