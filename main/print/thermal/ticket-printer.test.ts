import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PNG } from 'pngjs';
import { silentLog } from '../../../tests/harness/test-desk.ts';
import { virtualClock } from '../../../tests/harness/virtual-clock.ts';
import { systemClock } from '../../clock.ts';
import type { Clock } from '../../desk/ports.ts';
import { ticketCases } from '../../../tests/slips/ticket-cases.ts';
import { bitmapOf } from './bitmap.ts';
import { ticketBytes, troubleOf } from './escpos.ts';
import { nameOfPlace, placeOf, type PrinterPlace } from './links.ts';
import { createTicketPrinter, PLACE_MS, type TicketPrinter, type TicketPrinterOptions } from './ticket-printer.ts';

const READY = [0x12, 0x12];
const NO_PAPER = [0x32, 0x72];
const COVER_OPEN = [0x16, 0x12];

/** A thermal printer on the network: keeps what it is sent, answers DLE EOT as it is told, or not at all. */
interface Head {
  readonly place: PrinterPlace;
  readonly taken: () => Buffer;
  answer: (asked: number) => readonly number[] | null;
  close(): Promise<void>;
}

let open: (() => Promise<void>)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heads-'));
});
afterEach(async () => {
  await Promise.all(open.map((close) => close()));
  open = [];
  rmSync(folder, { recursive: true });
});

async function head(answer: Head['answer']): Promise<Head> {
  const question = Buffer.from([0x10, 0x04, 2, 0x10, 0x04, 4]);
  let taken = Buffer.alloc(0);
  let asked = 0;
  const sockets = new Set<Socket>();
  const one: Head = {
    place: { kind: 'tcp', host: '127.0.0.1', port: 0 },
    taken: () => taken,
    answer,
    close: () =>
      new Promise((resolve) => {
        sockets.forEach((socket) => socket.destroy());
        server.close(() => resolve());
      }),
  };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      let rest = Buffer.concat([taken, chunk]);
      for (let at = rest.indexOf(question); at >= 0; at = rest.indexOf(question)) {
        rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + question.length)]);
        const said = one.answer(asked);
        asked += 1;
        if (said !== null) socket.write(Uint8Array.from(said));
      }
      taken = rest;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  open.push(() => one.close());
  return Object.assign(one, { place: { kind: 'tcp', host: '127.0.0.1', port: address.port } as const });
}

function file(name: string): PrinterPlace {
  writeFileSync(join(folder, name), '');
  return { kind: 'device', path: join(folder, name) };
}

/** A device file that is there and takes nothing more: usblp's without paper. Held open at both ends, and full. */
function fullFifo(name: string): PrinterPlace {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  const held = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  open.push(() => Promise.resolve(closeSync(held)));
  const page = Buffer.alloc(4096);
  expect(() => {
    for (;;) writeSync(held, page);
  }).toThrow('EAGAIN');
  return { kind: 'device', path };
}

/** Time that passes only while somebody waits a moment: what it is long waited for comes when its time is there. */
function momentsOnly(): Clock {
  const clock = virtualClock(0);
  return {
    ...clock,
    after(ms, fn) {
      const cancel = clock.after(ms, fn);
      if (ms < 1000) setImmediate(() => clock.advance(ms));
      return cancel;
    },
  };
}

/** Draws a black square instead of the page: what is on it is proven elsewhere. */
function square(): Uint8Array {
  const picture = new PNG({ width: 576, height: 300 });
  picture.data.fill(255);
  for (let y = 10; y < 290; y += 1) picture.data.fill(0, (y * 576 + 8) * 4, (y * 576 + 16) * 4);
  for (let at = 3; at < picture.data.length; at += 4) picture.data[at] = 255;
  return PNG.sync.write(picture, { colorType: 2 });
}

const printerOf = (...places: PrinterPlace[]): TicketPrinter => printerWith({ set: () => ({ places, paper: 80 }) });

function printerWith(parts: Pick<TicketPrinterOptions, 'set'> & Partial<TicketPrinterOptions>): TicketPrinter {
  const draw = { makePicture: () => Promise.resolve(square()) };
  return createTicketPrinter({ draw, log: silentLog, clock: systemClock, ...parts });
}

const [usual] = ticketCases;
if (usual === undefined) throw new Error('no ticket');
const { ticket } = usual;
const whole = Buffer.from(ticketBytes(bitmapOf(square())));

test('the bytes are raster pictures without a gap, then feed and cut', () => {
  expect([...whole.subarray(0, 10)]).toEqual([0x1b, 0x40, 0x1d, 0x76, 0x30, 0, 72, 0, 128, 0]);
  expect([...whole.subarray(-7)]).toEqual([0x1b, 0x64, 4, 0x1d, 0x56, 66, 0]);
  // 290 rows in pieces of 128, 128 and 34: eight bytes before each.
  expect(whole.length).toBe(2 + 3 * 8 + 290 * 72 + 7);
  expect(whole.readUInt8(2 + 8 + 10 * 72 + 1)).toBe(0xff);
});

test('a printer that answers gets the whole ticket, once', async () => {
  const one = await head(() => READY);
  expect(await printerOf(one.place).print(ticket)).toMatchObject({ kind: 'printed', instead: [] });
  expect(one.taken().equals(whole)).toBe(true);
});

test('a printer that answers nothing is printed on all the same', async () => {
  const one = await head(() => null);
  expect(await printerOf(one.place).print(ticket)).toMatchObject({ kind: 'printed' });
  expect(one.taken().equals(whole)).toBe(true);
});

test.each([
  ['paper-out', NO_PAPER],
  ['cover-open', COVER_OPEN],
] as const)('%s: nothing is sent there, the second printer takes over, and it is said', async (trouble, answer) => {
  const first = await head(() => answer);
  const second = file('lp1');
  const outcome = await printerOf(first.place, second).print(ticket);
  expect(outcome).toMatchObject({ kind: 'printed', printer: join(folder, 'lp1'), instead: [{ trouble }] });
  expect(first.taken()).toHaveLength(0);
  expect(readFileSync(join(folder, 'lp1')).equals(whole)).toBe(true);
});

test('paper that runs out in the middle is known afterwards', async () => {
  const one = await head((asked) => (asked === 0 ? READY : NO_PAPER));
  expect(await printerOf(one.place).print(ticket)).toMatchObject({
    kind: 'failed',
    refusals: [{ trouble: 'paper-out' }],
  });
});

test('a printer that answered and then falls silent has not printed for certain', async () => {
  const one = await head((asked) => (asked === 0 ? READY : null));
  expect(await printerOf(one.place).print(ticket)).toMatchObject({
    kind: 'failed',
    refusals: [{ trouble: 'offline' }],
  });
});

test('printers that are not there are told by name, and make no file', async () => {
  const gone = await head(() => READY);
  await gone.close();
  const outcome = await printerOf(gone.place, placeOf(join(folder, 'lp7'))).print(ticket);
  expect(outcome).toMatchObject({
    kind: 'failed',
    refusals: [{ trouble: 'not-reached' }, { printer: join(folder, 'lp7'), trouble: 'not-reached' }],
  });
});

test('tickets asked for together come out one after the other', async () => {
  const place = file('lp0');
  const printer = printerOf(place);
  await Promise.all([printer.print(ticket), printer.print(ticket), printer.print(ticket)]);
  expect(readFileSync(join(folder, 'lp0')).equals(Buffer.concat([whole, whole, whole]))).toBe(true);
});

test('the test page goes to every printer, and each says how it is', async () => {
  const first = await head(() => NO_PAPER);
  const printer = printerOf(first.place, file('lp0'));
  expect(await printer.test('Trung tâm')).toMatchObject([{ kind: 'failed' }, { kind: 'printed' }]);
  expect(await printer.look()).toMatchObject([{ trouble: 'paper-out' }, { trouble: 'unknown' }]);
});

test('a printer that does not say how it is stays in trouble until a ticket comes out of it', async () => {
  const place = placeOf('/dev/full');
  let places = [place];
  const printer = printerWith({
    set: () => ({ places, paper: 80 }),
  });
  expect(await printer.look()).toMatchObject([{ trouble: 'unknown' }]);
  expect(await printer.print(ticket)).toMatchObject({ kind: 'failed', refusals: [{ trouble: 'paper-out' }] });
  expect(await printer.look()).toMatchObject([{ trouble: 'paper-out' }]);
  expect(printer.known()).toMatchObject([{ trouble: 'paper-out' }]);
  // Another printer is chosen: the one that is gone is told of no more.
  places = [file('lp3')];
  await printer.print(ticket);
  expect(printer.known()).toEqual([{ printer: join(folder, 'lp3'), trouble: null }]);
});

test('a device file that stops taking bytes is off line after its time, and the second printer takes over', async () => {
  const places = [fullFifo('lp0'), file('lp1')];
  const printer = printerWith({
    set: () => ({ places, paper: 80 }),
    clock: momentsOnly(),
  });
  expect(await printer.print(ticket)).toMatchObject({ kind: 'printed', instead: [{ trouble: 'offline' }] });
  expect(readFileSync(join(folder, 'lp1')).equals(whole)).toBe(true);
  expect(printer.known()).toMatchObject([{ trouble: 'offline' }, { trouble: null }]);
  // Nobody behind it waits for ever.
  expect(await printer.look()).toMatchObject([{ trouble: 'offline' }, { trouble: 'unknown' }]);
  expect(await printer.print(ticket)).toMatchObject({ kind: 'printed' });
});

test('a device file nobody reads is not reached, at once', async () => {
  const path = join(folder, 'lp0');
  execFileSync('mkfifo', [path]);
  const printer = printerOf({ kind: 'device', path });
  expect(await printer.look()).toMatchObject([{ trouble: 'not-reached' }]);
  expect(await printer.print(ticket)).toMatchObject({ kind: 'failed', refusals: [{ trouble: 'not-reached' }] });
});

test('a printer whose system never answers is given up, and asked again only once it has', async () => {
  const places = [placeOf('/dev/usb/lp0'), placeOf('/dev/usb/lp1')];
  const clock = virtualClock(0);
  const sent: string[] = [];
  const hangs = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const printer = printerWith({
    set: () => ({ places, paper: 80 }),
    clock,
    link: {
      send(place) {
        sent.push(nameOfPlace(place));
        asked.resolve();
        return place === places[0] ? hangs.promise : Promise.resolve();
      },
      ask: () => Promise.resolve(undefined),
    },
  });
  const first = printer.print(ticket);
  await asked.promise;
  clock.advance(PLACE_MS);
  expect(await first).toMatchObject({ kind: 'printed', printer: '/dev/usb/lp1', instead: [{ trouble: 'offline' }] });
  expect(await printer.print(ticket)).toMatchObject({ kind: 'printed', instead: [{ trouble: 'offline' }] });
  expect(sent).toEqual(['/dev/usb/lp0', '/dev/usb/lp1', '/dev/usb/lp1']);
  hangs.resolve();
  await hangs.promise;
  expect(await printer.print(ticket)).toMatchObject({ kind: 'printed', printer: '/dev/usb/lp0', instead: [] });
});

test('a printer whose system never says how it is counts as off line after its time', async () => {
  const places = [placeOf('/dev/usb/lp0'), placeOf('/dev/usb/lp1')];
  const clock = virtualClock(0);
  const asked = Promise.withResolvers<void>();
  const printer = printerWith({
    set: () => ({ places, paper: 80 }),
    clock,
    link: {
      send: () => Promise.resolve(),
      ask(place) {
        if (place === places[1]) return Promise.resolve(null);
        asked.resolve();
        return Promise.withResolvers<null>().promise;
      },
    },
  });
  const looked = printer.look();
  await asked.promise;
  clock.advance(PLACE_MS);
  expect(await looked).toMatchObject([{ trouble: 'offline' }, { trouble: null }]);
});

test.each([
  [[0x12, 0x12], null],
  [[0x12, 0x1e], null],
  [[0x12, 0x72], 'paper-out'],
  [[0x32, 0x12], 'paper-out'],
  [[0x16, 0x12], 'cover-open'],
  [[0x52, 0x12], 'error'],
  [[], undefined],
  [[0x41, 0x42], undefined],
] as const)('%j means %s', (answer, trouble) => {
  expect(troubleOf(Uint8Array.from(answer))).toBe(trouble);
});

test.each([
  ['tcp:10.0.0.9', { kind: 'tcp', host: '10.0.0.9', port: 9100 }],
  ['tcp:may-in:9101', { kind: 'tcp', host: 'may-in', port: 9101 }],
  ['/dev/usb/lp0', { kind: 'device', path: '/dev/usb/lp0' }],
] as const)('%s is a printer', (text, place) => {
  expect(placeOf(text)).toEqual(place);
});

test.each(['', 'tcp:', 'tcp:a b', 'tcp:x:123456'])('%j is none', (text) => {
  expect(() => placeOf(text)).toThrow(RangeError);
});
