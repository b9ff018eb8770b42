import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A listener on this machine that counts who comes: what is refused must not even connect. */
export interface Line {
  readonly port: number;
  visits(): number;
  close(): Promise<void>;
}

export async function openLine(): Promise<Line> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.end(
        'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok',
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is always this form.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    visits: () => visits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
