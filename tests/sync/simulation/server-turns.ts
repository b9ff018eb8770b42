import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Which of the requests at the server goes on: one at a time, until it is answered or waits for a lock, and then the one that
 * came first. PostgreSQL alone would let whoever waited for one commit go on together, in whatever order the machine has.
 */
interface ServerTurns {
  /** A request comes in; what is done within `work` is its own. */
  as<T>(target: string, work: () => Promise<T>): Promise<T>;
  /** What is asked by the request at work here; null: by none. */
  target(): string | null;
  /** A statement begins once its request has the turn. */
  begins(): Promise<void>;
  /** It has been answered; its request goes on once it has the turn again. */
  ended(): Promise<void>;
  /** It came to nothing, or its server is no more: its request waits for no turn. */
  failed(): void;
  /** Nobody has the turn: who had it stands still, or waits for a lock. */
  giveUp(): void;
  /** Whoever waits for the turn goes on at once, to find that the server is no more. */
  free(): void;
  /** The turn goes to the one that came first of those that wait for it. @returns false: nobody does */
  next(): boolean;
  /** When one more waits for the turn. */
  joined(): Promise<void>;
  /** Statements that PostgreSQL has not answered. */
  asked(): number;
  /**
   * Who has the turn: whether PostgreSQL has yet to answer it, whether nobody else waits for it, and whether it was answered
   * before, as a server does that answers before its commit; null: nobody has.
   */
  taken(): { readonly isAsking: boolean; readonly isAlone: boolean; readonly isOver: boolean } | null;
}

interface Request {
  readonly n: number;
  readonly target: string;
  asked: number;
  isOver: boolean;
}

export function serverTurns(): ServerTurns {
  const requests = new AsyncLocalStorage<Request>();
  let count = 0;
  let asked = 0;
  let turn: Request | null = null;
  let waiting: { readonly of: Request; readonly go: () => void }[] = [];
  let joined: (() => void) | null = null;
  const own = async (): Promise<void> => {
    const of = requests.getStore();
    if (of === undefined || turn === of) return;
    await new Promise<void>((go) => {
      waiting.push({ of, go });
      joined?.();
    });
  };
  const counted = (by: 1 | -1): void => {
    const of = requests.getStore();
    asked += by;
    if (of !== undefined) of.asked += by;
  };
  return {
    as(target, work) {
      count += 1;
      const of: Request = { n: count, target, asked: 0, isOver: false };
      turn ??= of;
      return requests.run(of, async () => {
        try {
          return await work();
        } finally {
          of.isOver = true;
          if (turn === of) turn = null;
        }
      });
    },
    target: () => requests.getStore()?.target ?? null,
    async begins() {
      await own();
      counted(1);
    },
    async ended() {
      counted(-1);
      await own();
    },
    failed: () => counted(-1),
    giveUp() {
      turn = null;
    },
    free() {
      turn = null;
      for (const { go } of waiting.splice(0)) go();
    },
    next() {
      const first = waiting.toSorted((a, b) => a.of.n - b.of.n)[0];
      if (first === undefined) return false;
      turn = first.of;
      const goOn = waiting.filter(({ of }) => of === turn);
      waiting = waiting.filter(({ of }) => of !== turn);
      for (const { go } of goOn) go();
      return true;
    },
    joined: () =>
      new Promise((tell) => {
        joined = tell;
      }),
    asked: () => asked,
    taken: () =>
      turn === null ? null : { isAsking: turn.asked > 0, isAlone: waiting.length === 0, isOver: turn.isOver },
  };
}

/** What is at work at a server. */
interface AtWork {
  /** Requests, with the one that stands before its commit. */
  readonly atWork: () => number;
  readonly isHeld: () => boolean;
  readonly isDead: () => boolean;
  /** How many statements wait for a lock of PostgreSQL. */
  readonly locked: () => Promise<number>;
  /** When something has been answered, or stands. */
  readonly changed: () => Promise<void>;
}

/** Lets each request go on in its turn, until all are answered or wait for what is held. */
export async function allInTurn(turns: ServerTurns, server: AtWork): Promise<void> {
  const { atWork, isHeld, isDead, locked, changed } = server;
  while (atWork() > (isHeld() ? 1 : 0)) {
    const taken = turns.taken();
    if (isDead()) await pause();
    else if (taken?.isOver === true && !taken.isAsking) turns.giveUp();
    // Alone it waits for nobody: PostgreSQL need not be asked, unless one that was answered before its commit comes for it.
    else if (taken?.isAlone === true && atWork() === 1) await Promise.race([changed(), turns.joined()]);
    else if (taken !== null) {
      const all = await locked();
      if (turns.taken()?.isAsking === true && all >= turns.asked()) turns.giveUp();
      else await pause();
    }
    // One of those that waited for a lock is about to be answered.
    else if (turns.asked() > 0 && (await locked()) < turns.asked()) await pause();
    else if (!turns.next()) {
      if (isHeld()) return;
      await pause();
    }
  }
}

/** Asking again and again would take PostgreSQL its processor. */
function pause(): Promise<void> {
  return new Promise((soon) => setTimeout(soon, 2));
}
