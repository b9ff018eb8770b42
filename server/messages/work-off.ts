import type { Clock, Randomness } from '../ports.ts';
import {
  claimMessages,
  messageAgain,
  messageDead,
  messageSent,
  nextMessageAt,
  type QueuedMessage,
} from '../store/messages.ts';
import type { Db } from '../store/pool.ts';
import type { MessageSender, Outcome } from './sender.ts';

export interface MessagePorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly sender: MessageSender;
  /** A message was given up: somebody must look. */
  readonly gaveUp: (message: { readonly id: string; readonly reason: string }) => void;
}

/** At once under way; a slow one holds up no more than its own place. */
const AT_ONCE = 8;
/** Longer than any attempt takes: an instance that died on the way gives its messages back after this. */
const LEASE_MS = 120_000;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** About three days. */
const ATTEMPTS = 30;

/**
 * Sends what is due, each message at least once, until nothing is; one that fails holds up no other.
 * @returns when the next is due, ms since 1970; null where none waits
 */
export async function workOff(ports: MessagePorts, going: () => boolean = () => true): Promise<number | null> {
  const { db, clock } = ports;
  while (going()) {
    const due = await claimMessages(db, clock.now(), LEASE_MS, AT_ONCE);
    if (due.length === 0) break;
    const ends = await Promise.allSettled(due.map((message) => sendOne(ports, message)));
    // Writing down what became of one failed: the database. Its lease brings it back.
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
  }
  return nextMessageAt(db);
}

async function sendOne(ports: MessagePorts, message: QueuedMessage): Promise<void> {
  const { db, clock, gaveUp } = ports;
  const outcome = await attempt(ports.sender, message);
  if (outcome.kind === 'sent') return messageSent(db, message.id, clock.now());
  if (outcome.kind === 'poisoned' || message.attempts >= ATTEMPTS) {
    await messageDead(db, message.id, outcome.reason, clock.now());
    gaveUp({ id: message.id, reason: outcome.reason });
    return;
  }
  const wait = Math.max(outcome.afterMs ?? 0, backOff(message.attempts, fractionOf(ports.random)));
  await messageAgain(db, message.id, outcome.reason, clock.now() + wait);
}

async function attempt(sender: MessageSender, message: QueuedMessage): Promise<Outcome> {
  try {
    return await sender.send(message);
  } catch (error) {
    return { kind: 'again', reason: error instanceof Error ? error.name : 'unknown', afterMs: null };
  }
}

/** Full jitter: between 0 and 30 s, 1 min, 2 min … at most six hours. `attempts` made so far, from 1. */
export function backOff(attempts: number, fraction: number): number {
  return Math.round(fraction * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20)));
}

/** From 0 up to 1. */
function fractionOf(random: Randomness): number {
  return random.bytes(4).readUInt32BE() / 2 ** 32;
}
