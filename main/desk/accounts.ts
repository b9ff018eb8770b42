import { ProblemError } from '../../contract/problems.ts';
import type { PersonAtDesk, Session } from '../../contract/desk/session.ts';
import type { User } from '../../contract/sync.ts';
import { within } from '../../domain/within.ts';
import { enrolmentOf, type DeskContext } from './context.ts';
import { hashSecret, NOBODY, secretMatches } from './password.ts';
import type { DeskSession } from './sessions.ts';

/** Sign-in with no network, lock and unlock (decision 12). */
export interface Accounts {
  signIn(session: DeskSession, login: string, password: string): Promise<void>;
  unlock(session: DeskSession, secret: string): Promise<void>;
  setPin(session: DeskSession, password: string, pin: string | null): Promise<void>;
  /**
   * Who approves what the rules forbid, by their own password (decision 13).
   * @throws ProblemError DN-01, DN-02, HS-03 where the person is no supervisor of this office
   */
  approver(login: string, password: string): Promise<User>;
  signOut(session: DeskSession): void;
  lock(session: DeskSession): void;
  active(session: DeskSession): void;
  /** The province's list has changed: who may no longer work here is signed out, a new role holds at once. */
  refresh(session: DeskSession): void;
  roster(): PersonAtDesk[];
  administrator(): string | null;
}

/** Days a machine may sign people in without having met the province. */
export const OFFLINE_DAYS = 30;
/** The screen locks after this long without a sign of life, ms. */
export const IDLE_LOCK_MS = 10 * 60_000;
const FREE_TRIES = 5;
/** How long a sign-in waits for the province: it has been decided here already, ms. */
const PROVINCE_WITHIN_MS = 4_000;

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
  const check = async (login: string, secret: string, ...stored: readonly User['password'][]): Promise<void> => {
    assertMayTry(login);
    const refused = wrong(login);
    const matching = await Promise.all(stored.map((hash) => secretMatches(secret, hash)));
    if (!matching.includes(true)) throw refused;
    store.transact(() => store.people.clearWrongTries(login));
    pausedFrom.delete(login);
  };

  const mayWork = (user: User | undefined): user is User =>
    user !== undefined && !user.disabled && user.office === enrolmentOf(context).office;

  const leave = (session: DeskSession): void => {
    session.turn += 1;
    session.user = null;
    session.locked = false;
    session.online = null;
    context.changed('session');
  };

  /** The province's own session, where it comes soon; a later answer is taken in when the same person still sits there. */
  const goOnline = async (session: DeskSession, login: string, password: string): Promise<void> => {
    const { turn } = session;
    const asked = provinceSignIn(login, password).then((online) => {
      if (session.turn !== turn) return;
      session.online = online;
      context.changed('session');
    });
    await within(clock, PROVINCE_WITHIN_MS, asked, undefined);
  };

  /** Since the province last answered: by what is known of its time, so that a clock which is set locks nobody out. */
  const daysAlone = (): number => {
    const contact = store.meta.get('lastContact');
    return contact === null ? 0 : (context.now() - contact - (store.meta.get('clock')?.offset ?? 0)) / 86_400_000;
  };

  return {
    async signIn(session, login, password) {
      if (daysAlone() > OFFLINE_DAYS && !context.isOnline()) throw new ProblemError('DN-07');
      const user = users().find((row) => row.login === login);
      await check(login, password, user?.password ?? NOBODY);
      if (user === undefined) throw new ProblemError('DN-01', { left: '0' });
      if (!mayWork(user)) throw new ProblemError('DN-06');
      session.turn += 1;
      session.user = user;
      session.locked = false;
      session.activeAt = clock.monotonic();
      session.online = null;
      context.changed('session');
      await goOnline(session, login, password);
    },
    async unlock(session, secret) {
      const { user, turn } = session;
      if (user === null) throw new ProblemError('DN-03');
      const pin = store.people.pin(user.id);
      await check(user.login, secret, user.password, ...(pin === null ? [] : [pin]));
      if (session.turn !== turn) throw new ProblemError('DN-03');
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
    async approver(login, password) {
      const user = users().find((row) => row.login === login);
      await check(login, password, user?.password ?? NOBODY);
      if (!mayWork(user) || user.role !== 'supervisor') throw new ProblemError('HS-03', { name: user?.name ?? login });
      return user;
    },
    signOut: leave,
    refresh(session) {
      if (session.user === null) return;
      const { id } = session.user;
      const current = users().find((row) => row.id === id);
      if (mayWork(current)) session.user = current;
      else leave(session);
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
