import { ProblemError } from '../../contract/problems.ts';
import type { PersonAtDesk, Session } from '../../contract/desk/session.ts';
import type { User } from '../../contract/sync.ts';
import { enrolmentOf, type DeskContext } from './context.ts';
import { hashSecret, NOBODY, secretMatches } from './password.ts';
import type { DeskSession } from './sessions.ts';

/** Sign-in with no network, lock and unlock (decision 12). */
export interface Accounts {
  signIn(session: DeskSession, login: string, password: string): Promise<void>;
  unlock(session: DeskSession, secret: string): Promise<void>;
  setPin(session: DeskSession, password: string, pin: string | null): Promise<void>;
  signOut(session: DeskSession): void;
  lock(session: DeskSession): void;
  active(session: DeskSession): void;
  roster(): PersonAtDesk[];
  administrator(): string | null;
}

/** Days a machine may sign people in without having met the province. */
export const OFFLINE_DAYS = 30;
/** The screen locks after this long without a sign of life, ms. */
export const IDLE_LOCK_MS = 10 * 60_000;
const FREE_TRIES = 5;

/** Pause after the n-th wrong try, ms: 30 s at the fifth, doubled each time, at most one hour. */
export function pauseAfter(wrongTries: number): number {
  return wrongTries < FREE_TRIES ? 0 : Math.min(30_000 * 2 ** (wrongTries - FREE_TRIES), 3_600_000);
}

export interface ProvinceSignIn {
  /** Signs in at the province too. Null: no line. @throws ProblemError DN-01 when the province says no. */
  (login: string, password: string): Promise<DeskSession['online']>;
}

export function createAccounts(context: DeskContext, provinceSignIn: ProvinceSignIn): Accounts {
  const { store, clock } = context;
  // Monotonic: setting the clock forward ends no pause, and a restart begins it again (the count is on disk).
  const startedAt = clock.monotonic();
  const pausedFrom = new Map<string, number>();

  const users = (): User[] => store.reference.get('users') ?? [];

  const assertMayTry = (login: string): void => {
    const tries = store.people.wrongTries(login);
    const left = (pausedFrom.get(login) ?? startedAt) + pauseAfter(tries) - clock.monotonic();
    if (tries >= FREE_TRIES && left > 0) throw new ProblemError('DN-02', { wait: waitText(left) });
  };

  const wrong = (login: string): ProblemError => {
    const tries = store.transact(() => store.people.countWrongTry(login));
    pausedFrom.set(login, clock.monotonic());
    if (tries >= FREE_TRIES) return new ProblemError('DN-02', { wait: waitText(pauseAfter(tries)) });
    return new ProblemError('DN-01', { left: String(FREE_TRIES - tries) });
  };

  /** @throws ProblemError DN-01, DN-02: counted before the answer is known, so that a kill saves nobody a try. */
  const check = async (login: string, secret: string, stored: User['password']): Promise<void> => {
    assertMayTry(login);
    const refused = wrong(login);
    if (!(await secretMatches(secret, stored))) throw refused;
    store.transact(() => store.people.clearWrongTries(login));
    pausedFrom.delete(login);
  };

  return {
    async signIn(session, login, password) {
      const { office } = enrolmentOf(context);
      const lastContact = store.meta.get('lastContact');
      if (lastContact !== null && clock.now() - lastContact > OFFLINE_DAYS * 86_400_000 && !context.isOnline()) {
        throw new ProblemError('DN-07');
      }
      const user = users().find((row) => row.login === login);
      await check(login, password, user?.password ?? NOBODY);
      if (user === undefined) throw new ProblemError('DN-01', { left: '0' });
      if (user.disabled || user.office !== office) throw new ProblemError('DN-06');
      session.user = user;
      session.locked = false;
      session.activeAt = clock.monotonic();
      session.online = await provinceSignIn(login, password);
      context.changed('session');
    },
    async unlock(session, secret) {
      const user = session.user;
      if (user === null) throw new ProblemError('DN-03');
      const current = users().find((row) => row.id === user.id);
      if (current === undefined || current.disabled) {
        session.user = null;
        throw new ProblemError('DN-06');
      }
      const pin = store.people.pin(user.id);
      await check(user.login, secret, /^\d{6,12}$/.test(secret) && pin !== null ? pin : current.password);
      session.user = current;
      session.locked = false;
      session.activeAt = clock.monotonic();
      context.changed('session');
    },
    async setPin(session, password, pin) {
      const user = session.user;
      if (user === null) throw new ProblemError('DN-03');
      if (pin !== null && !/^\d{6,12}$/.test(pin)) throw new ProblemError('DN-09');
      await check(user.login, password, user.password);
      const hash = pin === null ? null : await hashSecret(pin);
      store.transact(() => store.people.setPin(user.id, hash));
      context.changed('session');
    },
    signOut(session) {
      session.user = null;
      session.locked = false;
      session.online = null;
      context.changed('session');
    },
    lock(session) {
      if (session.user === null || session.locked) return;
      session.locked = true;
      context.changed('session');
    },
    active: (session) => {
      if (!session.locked) session.activeAt = clock.monotonic();
    },
    roster() {
      const { office } = enrolmentOf(context);
      return users()
        .filter((user) => user.office === office && !user.disabled)
        .map(personOf);
    },
    administrator: () => users().find((user) => user.role === 'administrator' && !user.disabled)?.name ?? null,
  };
}

export function personOf(user: User): NonNullable<Session['user']> {
  const { id, login, name, role, position, fields, unit } = user;
  return { id, login, name, role, position, fields, unit };
}

function waitText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds}″` : `${Math.ceil(seconds / 60)}′`;
}
