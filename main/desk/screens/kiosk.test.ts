import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { hallOffice, type HallOffice } from '../../../tests/harness/hall-office.ts';

let office: HallOffice | null = null;
afterEach(() => office?.close());

test('the page of a kiosk asks no printer: one that is printing takes no second connection, and would be told of as off line', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  office = hallOffice();
  const kiosk = await office.desk('', 'kiosk', [`tcp:127.0.0.1:${address.port}`]);
  const times = 5;
  for (let n = 0; n < times; n++) expect(await kiosk.user.call('kiosk.view', {})).toMatchObject({ printer: null });
  // The paper watch may look meanwhile, in its turn and every 15 s.
  expect(connections).toBeLessThan(times - 2);
  server.close();
}, 60_000);
