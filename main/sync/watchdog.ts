import { ProblemError } from '../../contract/problems.ts';
import type { Clock } from '../desk/ports.ts';
import { LineDown, type Province } from './province.ts';

/** Between two looks at a round under way, monotonic ms. */
const LOOK_EVERY_MS = 10_000;
/** So often in a row with nothing moved: a whole minute lies between the first and the last. */
const LOOKS = 7;

/** Watches one round of sending and receiving: what never ends must not keep the next one from coming (S8). */
export interface Watch {
  /** Something went on: an answer was read, a page stored, a verdict kept. */
  moved(): void;
  /** It asks for this now: told where the round stands still. */
  asks(path: string): void;
  asking(): string;
  /** The round was given up: nothing of it may be done any more. */
  isOver(): boolean;
  /** What is waited for, or the end of it when the round is given up or the desk closes. */
  within<T>(promise: Promise<T>): Promise<T>;
  /** The desk closes: what is waited for ends, and the round by itself. */
  close(): void;
  /** Rejects with DT-07 once nothing has moved for a minute; never resolves. */
  readonly struck: Promise<never>;
  /** The round has ended by itself. */
  end(): void;
}

/**
 * Counts looks, not the time between them: a computer that slept for an hour has had no minute to go on in.
 * @param clock `after` goes by a clock that nobody sets
 */
export function watchRound(clock: Pick<Clock, 'after'>): Watch {
  const { promise: struck, reject: strike } = Promise.withResolvers<never>();
  const { promise: ended, reject: giveUp } = Promise.withResolvers<never>();
  // The round may have ended: then nobody listens.
  struck.catch(() => undefined);
  ended.catch(() => undefined);
  let still = 0;
  let isOver = false;
  let hasEnded = false;
  let path = '';
  const look = (): void => {
    still += 1;
    if (still < LOOKS) {
      lookAgain();
      return;
    }
    isOver = true;
    const problem = new ProblemError('DT-07');
    giveUp(problem);
    strike(problem);
  };
  let cancel = clock.after(LOOK_EVERY_MS, look);
  const lookAgain = (): void => {
    // What waits for its turn goes first: it may be what moves.
    void Promise.resolve().then(() => {
      if (!hasEnded) cancel = clock.after(LOOK_EVERY_MS, look);
    });
  };
  return {
    struck,
    isOver: () => isOver,
    within: (promise) => Promise.race([promise, ended]),
    close: () => giveUp(new LineDown('closing')),
    moved() {
      still = 0;
    },
    asks(asked) {
      path = asked;
    },
    asking: () => path,
    end() {
      hasEnded = true;
      cancel();
    },
  };
}

/**
 * The province as a round asks it: nothing of a round that was given up comes back from it, whether it is answered after all
 * or never. Answers to a push move nothing by themselves: only the verdicts in them do.
 * @param now the round under way
 */
export function askedInRounds(province: Province, now: () => Watch | null): Province {
  const within = async <T>(target: string, ask: () => Promise<T>): Promise<T> => {
    const round = now();
    if (round === null) return ask();
    if (round.isOver()) return round.struck;
    const [path = target] = target.split('?');
    round.asks(path);
    const answer = await round.within(ask());
    if (path !== '/v1/push') round.moved();
    return answer;
  };
  return {
    request: (method, target, body, schema, token) =>
      within(target, () => province.request(method, target, body, schema, token)),
    witnessed: (method, target, json, schema) => within(target, () => province.witnessed(method, target, json, schema)),
    bytes: (method, target, options) => within(target, () => province.bytes(method, target, options)),
    open: (target, signal) => within(target, () => province.open(target, signal)),
  };
}
