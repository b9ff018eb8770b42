import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { readFile } from 'node:fs/promises';

/** A web page of somebody else, on this computer but another port: other origin, and by 127.0.0.1 the same site. */
export interface ForeignPage {
  readonly port: number;
  close(): Promise<void>;
}

/** @param folder the built page of tests/e2e/page/foreign */
export async function serveForeignPage(folder: string): Promise<ForeignPage> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    readFile(join(folder, path)).then(
      (bytes) => {
        response.writeHead(200, { 'content-type': extname(path) === '.js' ? 'text/javascript' : 'text/html' });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
