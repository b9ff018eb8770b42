import type { Duplex } from 'node:stream';
import type { z } from 'zod';
import { frameSchema, MAX_LINE_BYTES, MAX_STRANGER_LINE_BYTES, type Frame } from '../../contract/hall.ts';
import { isProblemCode, ProblemError } from '../../contract/problems.ts';
import type { Clock, Log } from '../desk/ports.ts';

/** The other side is gone, or did not answer in time. */
export class PeerLost extends Error {
  override readonly name = 'PeerLost';
}

/** It is there, and has not answered in time. */
export class PeerLate extends PeerLost {
  constructor() {
    super('no answer');
  }
}

/** The machine at the other end of a line of the hall. */
export interface Peer {
  /** @throws PeerLost; ProblemError where it refused; what the schema says of an answer that cannot be read */
  ask<S extends z.ZodType>(name: string, body: unknown, answer: S, within: number): Promise<z.output<S>>;
  tell(name: string, body: unknown): void;
  /** It is known now: longer lines are read. */
  trust(): void;
  /** When it was last heard, monotonic ms. */
  readonly heardAt: number;
  readonly isOpen: boolean;
  /** What was said goes out, then the line ends. */
  finish(): void;
  close(): void;
}

export interface PeerOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Answers what the other side asks; what it throws is refused. */
  readonly asked: (name: string, body: unknown) => Promise<unknown>;
  readonly told: (name: string, body: unknown) => void;
  readonly closed: () => void;
}

const FINISH_WITHIN_MS = 1_000;
/** Of what it has not been answered it may ask so much at once. */
const MAX_UNDER_WAY = 64;
/** Said and not taken by the network: beyond it the other side is as good as gone. */
const MAX_UNSENT_BYTES = 16 * 1024 * 1024;

/** Speaks with the machine at the other end: one JSON value a line, questions numbered. */
export function createPeer(socket: Duplex, { clock, log, asked, told, closed }: PeerOptions): Peer {
  const waiting = new Map<number, { answered: (body: unknown) => void; lost: (error: Error) => void }>();
  let asking = 0;
  let atWork = 0;
  let longest = MAX_STRANGER_LINE_BYTES;
  let heardAt = clock.monotonic();
  let isOpen = true;
  let parts: Buffer[] = [];
  let length = 0;

  const end = (): void => {
    if (!isOpen) return;
    isOpen = false;
    socket.destroy();
    for (const { lost } of waiting.values()) lost(new PeerLost('closed'));
    waiting.clear();
    closed();
  };
  const send = (frame: Frame): void => {
    if (!isOpen) return;
    socket.write(`${JSON.stringify(frame)}\n`);
    if (socket.writableLength > MAX_UNSENT_BYTES) end();
  };

  const answer = async (ask: number, name: string, body: unknown): Promise<void> => {
    if (atWork >= MAX_UNDER_WAY) return end();
    atWork += 1;
    try {
      send({ answer: ask, body: await asked(name, body) });
    } catch (error) {
      const known = error instanceof ProblemError;
      if (!known)
        log.warn('the hall could not answer', { name, kind: error instanceof Error ? error.name : 'unknown' });
      send({ refuse: ask, code: known ? error.code : 'GN-02', params: known ? { ...error.params } : {} });
    } finally {
      atWork -= 1;
    }
  };

  const take = (frame: Frame): void => {
    if ('tell' in frame) return told(frame.tell, frame.body);
    if ('ask' in frame) return void answer(frame.ask, frame.name, frame.body);
    const number = 'answer' in frame ? frame.answer : frame.refuse;
    const asker = waiting.get(number);
    waiting.delete(number);
    if ('answer' in frame) asker?.answered(frame.body);
    else asker?.lost(new ProblemError(isProblemCode(frame.code) ? frame.code : 'SN-03', frame.params));
  };

  const readLine = (line: Buffer): void => {
    if (!isOpen) return;
    heardAt = clock.monotonic();
    try {
      take(frameSchema.parse(JSON.parse(line.toString('utf8'))));
    } catch (error) {
      log.warn('the hall heard what it cannot read', { kind: error instanceof Error ? error.name : 'unknown' });
      end();
    }
  };

  socket.on('data', (bytes: Buffer) => {
    let from = 0;
    for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, from)) {
      const line = Buffer.concat([...parts, bytes.subarray(from, at)]);
      [parts, length, from] = [[], 0, at + 1];
      if (line.length > longest) return end();
      readLine(line);
    }
    const rest = bytes.subarray(from);
    if (rest.length > 0) parts.push(rest);
    length += rest.length;
    if (length > longest) end();
  });
  socket.on('error', end).on('close', end).on('end', end);

  return {
    ask: async (name, body, schema, within) => {
      const said = await new Promise<unknown>((resolve, reject) => {
        if (!isOpen) return reject(new PeerLost('closed'));
        const number = (asking += 1);
        const cancel = clock.after(within, () => {
          waiting.delete(number);
          reject(new PeerLate());
        });
        waiting.set(number, {
          answered(value) {
            cancel();
            resolve(value);
          },
          lost(error) {
            cancel();
            reject(error);
          },
        });
        send({ ask: number, name, body });
      });
      return schema.parse(said);
    },
    tell: (name, body) => send({ tell: name, body }),
    trust() {
      longest = MAX_LINE_BYTES;
    },
    get heardAt() {
      return heardAt;
    },
    get isOpen() {
      return isOpen;
    },
    finish() {
      socket.end();
      clock.after(FINISH_WITHIN_MS, end);
    },
    close: end,
  };
}
