import { createServer, connect, type Socket } from 'node:net';

/** A cut of the line: after so many more bytes in one direction, on whatever connection they go. */
export interface Cut {
  readonly way: 'up' | 'down';
  readonly after: number;
}

/** A line between desk and province that breaks where it is told to, in the middle of whatever is being said. */
export interface CuttingProxy {
  readonly url: string;
  /** The cuts to come, one after the other. */
  cut(cuts: readonly Cut[]): void;
  /** Cuts that have happened. */
  readonly happened: number;
  close(): Promise<void>;
}

export async function cuttingProxy(target: () => number): Promise<CuttingProxy> {
  let ahead: Cut[] = [];
  let passed = 0;
  let happened = 0;
  const sockets = new Set<Socket>();
  const server = createServer((desk) => {
    const far = connect(target(), '127.0.0.1');
    const both = [desk, far];
    const end = (): void => both.forEach((socket) => socket.destroy());
    for (const socket of both) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    const carry = (from: Socket, to: Socket, way: Cut['way']): void => {
      from.on('data', (bytes) => {
        const next = ahead[0];
        if (next === undefined || next.way !== way) {
          to.write(bytes);
          return;
        }
        const left = next.after - passed;
        if (bytes.length < left) {
          passed += bytes.length;
          to.write(bytes);
          return;
        }
        ahead.shift();
        passed = 0;
        happened += 1;
        // What was let through still arrives: a cut line loses the end, not the middle.
        to.write(bytes.subarray(0, Math.max(0, left)), end);
      });
    };
    carry(desk, far, 'up');
    carry(far, desk, 'down');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut(cuts) {
      ahead = [...cuts];
      passed = 0;
    },
    get happened() {
      return happened;
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
