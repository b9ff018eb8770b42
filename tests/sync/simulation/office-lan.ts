import { Duplex } from 'node:stream';
import { pinOf } from '../../../main/hall/certificate.ts';
import type { Line, LinesOf } from '../../../main/hall/lan.ts';
import type { Chance, Draws } from './chance.ts';
import type { Coverage } from './coverage.ts';
import type { Story } from './story.ts';
import type { SimTime } from './time.ts';

/** What a machine's cable to its office's network is like just now. */
export const cableMoods = ['in', 'in', 'in', 'in', 'out', 'out', 'slow', 'torn'] as const;
export type CableMood = (typeof cableMoods)[number];

/** Everything that happens on it, as it is counted. */
const happenings = ['connected', 'delayed', 'fell silent', 'cut mid-word'] as const;
export const lanFaults: readonly string[] = happenings.map((what) => `hall: ${what}`);

/** The network card of a desk. */
export interface Card {
  /** Its address, which stays over all its lives. */
  readonly host: string;
  mood(): CableMood;
  isAlive(): boolean;
}

/** The network of an office, on the simulation's time, as the hall finds it below its encryption: who is there, its pin says. */
export interface OfficeLan {
  linesOf(card: Card): LinesOf;
}

/** One way of a connection: what is said arrives whole and in order, or not at all from some moment on. */
interface Way {
  readonly from: Card;
  readonly to: Card;
  readonly arrives: (what: Buffer | 'end' | 'gone') => void;
  /** When the last of it arrives, steady ms. */
  last: number;
}

const NEAR_MS = 1;
const SLOW_MS = 4_000;
const PORT = 47_110;

export function officeLan(options: {
  readonly time: SimTime;
  readonly draws: Draws;
  readonly coverage: Coverage;
  readonly story: Story;
}): OfficeLan {
  const { time, draws, coverage, story } = options;
  const clock = time.clock(() => 0);
  const listening = new Map<string, { readonly card: Card; readonly pin: string; opened(line: Line): void }>();
  const met = (what: (typeof happenings)[number]): void => coverage.note('network', `hall: ${what}`);

  const drawnBy = (a: Card, b: Card): Chance => draws(`${a.host} to ${b.host}`);
  const delayOf = (a: Card, b: Card): number => {
    if (a.mood() !== 'slow' && b.mood() !== 'slow') return NEAR_MS;
    met('delayed');
    return NEAR_MS + Math.round(drawnBy(a, b).fraction() ** 3 * SLOW_MS);
  };
  const isTorn = (way: Way): boolean => way.from.mood() === 'torn' || way.to.mood() === 'torn';
  const isOut = ({ from, to }: Way): boolean => from.mood() === 'out' || to.mood() === 'out';

  /** Two ends of one connection. */
  const connection = (a: Card, b: Card): { readonly near: Duplex; readonly far: Duplex } => {
    // Half open: nothing gets through any more, and nobody is told.
    let isSilent = false;
    const fall = (what: 'fell silent'): void => {
      isSilent = true;
      met(what);
    };
    const say = (way: Way, what: Buffer | 'end' | 'gone', wait: number): void => {
      way.last = Math.max(way.last, time.steady() + wait);
      clock.after(way.last - time.steady(), () => {
        if (isSilent || !way.to.isAlive()) return;
        if (isOut(way)) fall('fell silent');
        else way.arrives(what);
      });
    };
    const send = (way: Way, what: Buffer | 'end' | 'gone', end: () => Duplex): void => {
      const said = typeof what === 'string' ? what : `${what.length} bytes`;
      story.tell(`${time.steady()} ${way.from.host} to ${way.to.host}: ${said}`);
      if (isSilent) return;
      if (isOut(way)) return fall('fell silent');
      if (!way.from.isAlive()) {
        // A dead program says nothing; its machine says so, or is as dead.
        if (what !== 'gone') return;
        if (drawnBy(way.from, way.to).happens(50)) return fall('fell silent');
      }
      if (typeof what !== 'string' && isTorn(way) && drawnBy(way.from, way.to).happens(8)) {
        if (drawnBy(way.from, way.to).happens(40)) return fall('fell silent');
        met('cut mid-word');
        say(way, what.subarray(0, drawnBy(way.from, way.to).below(what.length)), NEAR_MS);
        clock.after(NEAR_MS * 2, () => end().destroy());
        return;
      }
      say(way, what, delayOf(way.from, way.to));
    };
    const endOf = (way: Way): Duplex => {
      const end: Duplex = new Duplex({
        allowHalfOpen: false,
        read: () => undefined,
        write(bytes: Buffer, _encoding, done) {
          send(way, bytes, () => end);
          done();
        },
        final(done) {
          send(way, 'end', () => end);
          done();
        },
        destroy(error, done) {
          send(way, 'gone', () => end);
          done(error);
        },
      });
      return end;
    };
    const into = (end: () => Duplex) => (what: Buffer | 'end' | 'gone') => {
      if (end().destroyed) return;
      if (what === 'gone') end().destroy();
      else end().push(what === 'end' ? null : what);
    };
    const near = endOf({ from: a, to: b, arrives: into(() => far), last: 0 });
    const far = endOf({ from: b, to: a, arrives: into(() => near), last: 0 });
    return { near, far };
  };

  return {
    linesOf: (card) => (key) => ({
      serve(opened) {
        const own = { card, pin: pinOf(key.certificate), opened };
        listening.set(card.host, own);
        return Promise.resolve({
          port: PORT,
          close() {
            if (listening.get(card.host) === own) listening.delete(card.host);
            return Promise.resolve();
          },
        });
      },
      dial: (to, within) =>
        new Promise((resolve, reject) => {
          const fail = (ms: number, why: string): void => void clock.after(ms, () => reject(new Error(why)));
          if (card.mood() === 'out') return fail(NEAR_MS, 'no network');
          const there = listening.get(to.host);
          clock.after(delayOf(card, there?.card ?? card), () => {
            if (there === undefined || !there.card.isAlive())
              return fail(drawnBy(card, there?.card ?? card).happens(50) ? 0 : within, 'nobody');
            if (card.mood() === 'out' || there.card.mood() === 'out') return fail(within, 'no answer');
            const { near, far } = connection(card, there.card);
            const line = (socket: Duplex, pin: string, from: string): Line => {
              // What breaks is told by its end.
              socket.on('error', () => undefined);
              return { socket, pin, from, welcome: () => undefined };
            };
            met('connected');
            there.opened(line(far, pinOf(key.certificate), card.host));
            resolve(line(near, there.pin, to.host));
          });
        }),
    }),
  };
}
