import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { hallOffice, type HallOffice } from '../../../tests/harness/hall-office.ts';

/** A counter's ticket printers, chosen at its own screen: a socket stands for a network printer. */

let office: HallOffice | null = null;
afterEach(() => office?.close());

test('the printer chosen at the counter prints its tickets and the test page from then on, after a restart too', async () => {
  const heard: number[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => heard.push(bytes.length));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const place = `tcp:127.0.0.1:${address.port}`;
  office = hallOffice();
  const counter = await office.desk('ngan');
  await counter.user.call('hall.open', {});
  expect(await counter.user.call('hall.ticketPrinters', {})).toEqual({ printers: [], paper: 80 });
  expect(await counter.user.call('kiosk.testPrint', {})).toEqual([]);
  const chosen = { printers: [place], paper: 58 } as const;
  const asked = { printers: [...chosen.printers], paper: chosen.paper };
  expect(await counter.user.call('hall.chooseTicketPrinters', asked)).toEqual(chosen);
  expect(await counter.user.call('kiosk.testPrint', {})).toEqual([{ printer: place.slice(4), trouble: null }]);
  expect(heard.reduce((a, b) => a + b, 0)).toBeGreaterThan(1000);
  await counter.stop();
  await counter.start();
  expect(await counter.user.call('hall.ticketPrinters', {})).toEqual(chosen);
  expect(await counter.user.call('hall.chooseTicketPrinters', { printers: [], paper: 80 })).toEqual({
    printers: [],
    paper: 80,
  });
  expect(await counter.user.call('kiosk.testPrint', {})).toEqual([]);
  server.close();
}, 60_000);

test.each(['/etc/passwd', '/dev/sda', 'desk.db', '/dev/usb/../sda', 'tcp:', 'tcp:a b', '//./PhysicalDrive0'])(
  'a ticket is written over no file that is not a printer’s: %s is refused',
  async (place) => {
    office = hallOffice();
    const counter = await office.desk('ngan');
    const reply = await counter.user.try('hall.chooseTicketPrinters', { printers: [place], paper: 80 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'GN-02' } });
  },
);
