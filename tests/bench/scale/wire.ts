import { connect, type Socket } from 'node:net';

/** One kept connection, HTTP spoken by hand: thousands of desks have to fit beside the server they ask. */
export interface Wire {
  /** One request at a time. @throws Error when the connection breaks */
  ask(head: string, body?: Buffer): Promise<WireAnswer>;
  /** A server closes what was silent for a minute. */
  readonly isOpen: boolean;
  close(): void;
}

export interface WireAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

const NONE = Buffer.alloc(0);
const END = Buffer.from('\r\n\r\n');

export async function openWire(port: number, localAddress: string): Promise<Wire> {
  const socket = await connected(port, localAddress);
  let waiting: { resolve: (answer: WireAnswer) => void; reject: (error: Error) => void } | null = null;
  let got: Buffer[] = [];
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('error', fail).on('close', () => fail(new Error('the connection was closed')));
  socket.on('data', (bytes) => {
    got.push(bytes);
    const all = got.length === 1 ? bytes : Buffer.concat(got);
    got = [all];
    const end = all.indexOf(END);
    if (end < 0) return;
    const head = all.subarray(0, end).toString('latin1');
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (all.length < end + 4 + length) return;
    got = [];
    const answer = { status: Number(head.slice(9, 12)), head, body: all.subarray(end + 4, end + 4 + length) };
    const asked = waiting;
    waiting = null;
    asked?.resolve(answer);
  });
  return {
    ask: (head, body = NONE) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(new Error('the connection is closed'));
          return;
        }
        waiting = { resolve, reject };
        socket.write(`${head}\r\n\r\n`, 'latin1');
        if (body.length > 0) socket.write(body);
      }),
    get isOpen() {
      return !socket.destroyed;
    },
    close: () => socket.destroy(),
  };
}

/** The stream of hints, told each time it says there is more. */
export async function openHints(port: number, localAddress: string, head: string, heard: () => void): Promise<Socket> {
  const socket = await connected(port, localAddress);
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    if (bytes.includes('"feed"')) heard();
  });
  socket.write(`${head}\r\n\r\n`, 'latin1');
  return socket;
}

function connected(port: number, localAddress: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    socket.setNoDelay(true);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.removeListener('error', reject);
      resolve(socket);
    });
  });
}
