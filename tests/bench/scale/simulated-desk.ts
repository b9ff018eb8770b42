import type { Socket } from 'node:net';
import { sealerOf, sha256 } from '../../../contract/signing.ts';
import { requestLine } from '../../../contract/sync.ts';
import type { DeskRow } from './province.ts';
import { openHints, openWire, type Wire, type WireAnswer } from './wire.ts';

/** Latencies of one kind of request, ms, from the moment it was due. */
export interface Timings {
  readonly push: number[];
  readonly pull: number[];
  readonly reference: number[];
  /** Answers that were neither taken nor a page: 429 and 503 tell a desk to come back. */
  refused: number;
  bytes: number;
}

/** One desk as the server sees it: signed requests on one connection, the stream of hints on another. */
export interface SimulatedDesk {
  connect(): Promise<void>;
  /** Opens the stream of hints; each one heard is followed by a pull. */
  listen(): Promise<void>;
  /** Pushes one batch and then pulls, as a round of the sync does. @param due when it was to happen, ms of performance.now() */
  push(body: Buffer, due: number): Promise<WireAnswer>;
  pull(due: number): Promise<WireAnswer>;
  askReference(due: number): Promise<void>;
  /** Whether the last page said that there is more. */
  readonly hasMore: boolean;
  close(): void;
}

/** Where the desks of one process ask; the nonce of the last answer serves them all (it lives ten minutes). */
export interface AskedPlace {
  readonly port: number;
  readonly localAddress: string;
  nonce: string;
}

export function simulatedDesk(row: DeskRow, place: AskedPlace, timings: Timings): SimulatedDesk {
  const { port, localAddress } = place;
  const sealer = sealerOf(row.key);
  const empty = sha256('');
  let wire: Wire | null = null;
  let hints: Socket | null = null;
  let cursor = '';
  let hasMore = false;
  /** Requests of one desk follow each other. */
  let last: Promise<unknown> = Promise.resolve();
  let pulling = false;

  const headOf = (method: string, target: string, bodyHash: string, more: readonly string[] = []): string => {
    const signature = sealer.sign(sha256(requestLine(method, target, bodyHash, place.nonce)));
    const lines = [
      `${method} ${target} HTTP/1.1`,
      'host: quay',
      `x-forwarded-for: ${row.address}`,
      `x-device: ${row.device}`,
      `x-nonce: ${place.nonce}`,
      `x-signature: ${signature}`,
      ...more,
    ];
    return lines.join('\r\n');
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const ask = async (head: string, body?: Buffer): Promise<WireAnswer> => {
    // As `fetch` does.
    if (wire?.isOpen !== true) wire = await openWire(port, localAddress);
    try {
      const answer = await wire.ask(head, body);
      timings.bytes += answer.body.length;
      if (answer.status !== 200) timings.refused += 1;
      place.nonce = /\r\nx-next-nonce: (\S+)/.exec(answer.head)?.[1] ?? place.nonce;
      return answer;
    } catch (error) {
      wire.close();
      wire = null;
      throw error;
    }
  };
  const pullNow = async (due: number): Promise<WireAnswer> => {
    const target = `/v1/pull?limit=50${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const answer = await ask(headOf('GET', target, empty, ['x-desk: release=0.1.0&unsent=0&waiting=0&clock=0']));
    timings.pull.push(performance.now() - due);
    if (answer.status === 200) {
      // Its members beside the events and verdicts, which may be long, stand at the end.
      const rest = answer.body.subarray(Math.max(0, answer.body.length - 300)).toString('latin1');
      cursor = /"cursor":"([\w-]+)"/.exec(rest)?.[1] ?? cursor;
      hasMore = rest.includes('"more":true');
    }
    return answer;
  };

  return {
    get hasMore() {
      return hasMore;
    },
    async connect() {
      wire ??= await openWire(port, localAddress);
    },
    async listen() {
      hints = await openHints(port, localAddress, headOf('GET', '/v1/hints', empty), () => {
        // Heard while one is on its way: that one may have passed the news by, so one more, and no more than one.
        if (pulling) return;
        pulling = true;
        const due = performance.now();
        inTurn(() => {
          pulling = false;
          return pullNow(due);
        }).catch(() => undefined);
      });
    },
    push: (body, due) =>
      inTurn(async () => {
        const more = ['content-type: application/json', `content-length: ${body.length}`];
        const answer = await ask(headOf('POST', '/v1/push', sha256(body), more), body);
        timings.push.push(performance.now() - due);
        return answer;
      }),
    pull: (due) => inTurn(() => pullNow(due)),
    askReference: (due) =>
      inTurn(async () => {
        await ask(headOf('GET', `/v1/reference?${row.versions}`, empty));
        timings.reference.push(performance.now() - due);
      }),
    close() {
      wire?.close();
      hints?.destroy();
    },
  };
}
