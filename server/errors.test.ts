import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { answerBrokenRequest } from './errors.ts';

test('a request that is not whole in time is cut off and answered nothing: a slow line is no malformed request', async () => {
  const slow = { requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 };
  const server = createServer(slow, (request) => void request.resume());
  server.on('clientError', answerBrokenRequest);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
    socket.write('POST /v1/push HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{"log":'),
  );
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // A reset is one way to be cut off.
  socket.on('error', () => undefined);
  await once(socket, 'close');
  expect(said).toBe('');
  server.close();
});
