import { systemClock } from '../../../main/clock.ts';
import type { Network } from './network.ts';
import type { Machine } from './office.ts';

/**
 * killed mid-call · frozen, and back · its whole cable out, so that two reigns go on at once · killed, and whoever takes over
 * killed in the middle of that too · one link cut, of each pair in turn, both ways or one way only · kiosk or display alone
 */
export const lossNames = ['kill', 'freeze', 'cable', 'second', 'pair', 'oneWay', 'kiosk', 'display'] as const;
export type Loss = (typeof lossNames)[number];

/** The office of the proof, and what was measured there, ms. */
export interface HallDay {
  readonly desks: readonly Machine[];
  readonly kiosk: Machine;
  readonly display: Machine;
  readonly network: Network;
  readonly chance: () => number;
  issue(at: Machine): Promise<void>;
  next(at: Machine): Promise<unknown>;
  /** Everybody at once takes numbers, calls, and does what officers do. */
  busy(): Promise<unknown>;
  /** The first number given and the first call after the key, measured and looked for on the display. */
  takeOver(heir: Machine): Promise<void>;
  /** From the loss to the offer, of each desk. */
  readonly offers: number[];
  /** From the link's return to the hall on kiosk or display. */
  readonly backs: number[];
}

/** Loses the hall, or a link of it, in that way, and mends it. `nth`: how often this was done before. @returns the host then */
export async function lose(day: HallDay, loss: Loss, host: Machine, nth: number): Promise<Machine> {
  await day.busy();
  const midCall = day.busy();
  await pause(day.chance() * 120);
  const after = await loseNow(day, loss, host, nth, midCall);
  await midCall;
  await Promise.all(
    allOf(day)
      .filter((one) => one !== after)
      .map(linked),
  );
  return after;
}

function loseNow(day: HallDay, loss: Loss, host: Machine, nth: number, midCall: Promise<unknown>): Promise<Machine> {
  switch (loss) {
    case 'kill':
    case 'freeze':
    case 'cable':
      return loseHost(day, loss, host, midCall);
    case 'second':
      return loseTwo(day, host, midCall);
    case 'pair':
    case 'oneWay':
      return loseLink(day, host, pairOf(allOf(day), nth, loss === 'oneWay'), loss === 'pair');
    case 'kiosk':
    case 'display':
      return loseAlone(day, host, day[loss]);
  }
}

async function loseHost(
  day: HallDay,
  loss: 'kill' | 'freeze' | 'cable',
  lost: Machine,
  midCall: Promise<unknown>,
): Promise<Machine> {
  const others = day.desks.filter((desk) => desk !== lost);
  const lostAt = systemClock.monotonic();
  if (loss === 'kill') await lost.kill();
  else if (loss === 'freeze') lost.freeze(true);
  else await setCable(day, lost, false);
  await Promise.all(others.map((desk) => offered(day, desk, lostAt)));
  if (loss !== 'freeze') await midCall;
  const heir = pick(day, others);
  await day.takeOver(heir);
  await Promise.all([...others, day.kiosk, day.display].filter((one) => one !== heir).map(linked));
  // Two reigns at once: the one that was cut off goes on giving numbers and calling.
  if (loss === 'cable') await Promise.all([day.issue(lost), day.next(lost), day.issue(lost), day.busy()]);
  if (loss === 'kill') await lost.start();
  else if (loss === 'freeze') lost.freeze(false);
  else await setCable(day, lost, true);
  return heir;
}

/** Whoever takes over is killed before it has done so for everybody. */
async function loseTwo(day: HallDay, lost: Machine, midCall: Promise<unknown>): Promise<Machine> {
  const others = day.desks.filter((desk) => desk !== lost);
  const lostAt = systemClock.monotonic();
  await lost.kill();
  await Promise.all(others.map((desk) => offered(day, desk, lostAt)));
  await midCall;
  const first = pick(day, others);
  const begun = day.takeOver(first).catch(() => undefined);
  await pause(day.chance() * 60);
  await first.kill();
  await begun;
  const left = others.filter((desk) => desk !== first);
  const heir = pick(day, left);
  for (;;) {
    await Promise.all(left.map((desk) => desk.until(({ state }) => state === 'lost')));
    try {
      await day.takeOver(heir);
      break;
    } catch (error) {
      // SN-07: it had just found the one that is dead by now.
      if (!(error instanceof Error) || error.message !== 'SN-07') throw error;
      await pause(100);
    }
  }
  await lost.start();
  await first.start();
  // Where the one that was killed had begun its reign, both may have the same term: then the higher device goes on.
  return Promise.race([linked(first).then(() => heir), linked(heir).then(() => first)]);
}

/** One link is cut: a desk without its host takes over, and two reigns go on, each with those it reaches. */
async function loseLink(day: HallDay, host: Machine, [a, b]: Pair, isBothWays: boolean): Promise<Machine> {
  const { network } = day;
  const lostAt = systemClock.monotonic();
  await setLink(network, a, b, true);
  if (isBothWays) await setLink(network, b, a, true);
  const other = a === host ? b : b === host ? a : null;
  let heir = host;
  if (other !== null && other.role === 'desk') {
    await offered(day, other, lostAt);
    await day.takeOver(other);
    heir = other;
  } else if (other !== null) await other.until(({ state }) => state === 'lost');
  await day.busy();
  await setLink(network, a, b, false);
  if (isBothWays) await setLink(network, b, a, false);
  if (other !== null && other !== heir) await backAfter(day, other);
  else if (heir !== host) await linked(host);
  return heir;
}

async function loseAlone(day: HallDay, host: Machine, alone: Machine): Promise<Machine> {
  await setCable(day, alone, false);
  await alone.until(({ state }) => state === 'lost');
  await day.busy();
  await setCable(day, alone, true);
  await backAfter(day, alone);
  return host;
}

type Pair = readonly [Machine, Machine];

/** Each pair of machines in turn; of one-way cuts each pair in both directions. */
function pairOf(all: readonly Machine[], nth: number, isOneWay: boolean): Pair {
  const pairs = all.flatMap((a, at) =>
    all.slice(at + 1).flatMap((b): Pair[] =>
      isOneWay
        ? [
            [a, b],
            [b, a],
          ]
        : [[a, b]],
    ),
  );
  const pair = pairs[nth % pairs.length];
  if (pair === undefined) throw new Error('nobody');
  return pair;
}

async function setLink(network: Network, from: Machine, to: Machine, isCut: boolean): Promise<void> {
  const isDone = isCut ? network.cut(from.n, to.n) : network.heal(from.n, to.n);
  if (isDone) return;
  if (network.isOfNamespaces) throw new Error('the link could not be set');
  await from.do({ do: 'unreached', address: to.address, isCut });
}

async function setCable({ network }: HallDay, one: Machine, isIn: boolean): Promise<void> {
  if (!network.cable(one.n, isIn)) await one.do({ do: 'cable', isIn });
}

async function offered(day: HallDay, desk: Machine, lostAt: number): Promise<void> {
  await desk.until(({ state }) => state === 'lost');
  day.offers.push(systemClock.monotonic() - lostAt);
}

async function backAfter(day: HallDay, one: Machine): Promise<void> {
  const back = systemClock.monotonic();
  await linked(one);
  day.backs.push(systemClock.monotonic() - back);
}

const allOf = ({ desks, kiosk, display }: HallDay): readonly Machine[] => [...desks, kiosk, display];

export const linked = (one: Machine): Promise<void> => one.until(({ state }) => state === 'linked');

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(ms, resolve));
}

function pick(day: HallDay, list: readonly Machine[]): Machine {
  const one = list[Math.floor(day.chance() * list.length)];
  if (one === undefined) throw new Error('nobody');
  return one;
}
