import { createConnection, type Socket } from 'node:net';
import type { Clock } from '../../desk/ports.ts';
import { openDevice, writeToDevice } from './device-file.ts';
import { STATUS_BYTES, statusQuestion, troubleOf, type PrinterTrouble } from './escpos.ts';

/** Where a ticket printer is: on the network, or a device file (/dev/usb/lp0, //./USB001 shared as a file). */
export type PrinterPlace =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'device'; readonly path: string };

/** A printer that did not print, and why as far as it says. */
export class PrinterError extends Error {
  readonly trouble: PrinterTrouble;

  constructor(trouble: PrinterTrouble, options?: ErrorOptions) {
    super(trouble, options);
    this.name = 'PrinterError';
    this.trouble = trouble;
  }
}

const RAW_PORT = 9100;
const CONNECT_MS = 2000;
/** Some network cards answer nothing at all: then it is printed without being asked. */
const ANSWER_MS = 700;
const WRITE_MS = 8000;

/** 'tcp:192.168.1.50', 'tcp:printer:9100', '/dev/usb/lp0'. @throws RangeError */
export function placeOf(text: string): PrinterPlace {
  const [, host, port] = /^tcp:([\w.-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (host !== undefined) return { kind: 'tcp', host, port: port === undefined ? RAW_PORT : Number(port) };
  if (text === '' || text.startsWith('tcp:')) throw new RangeError(`not a printer: ${text}`);
  return { kind: 'device', path: text };
}

/** The name a person knows it by. */
export function nameOfPlace(place: PrinterPlace): string {
  return place.kind === 'tcp' ? `${place.host}:${place.port}` : place.path;
}

/** Sends one ticket whole. @throws PrinterError */
export function send(place: PrinterPlace, bytes: Uint8Array, clock: Clock): Promise<void> {
  return place.kind === 'tcp' ? sendByTcp(place.host, place.port, bytes) : sendToDevice(place.path, bytes, clock);
}

/** @returns null: ready · undefined: it does not say */
export async function ask(place: PrinterPlace): Promise<PrinterTrouble | null | undefined> {
  if (place.kind === 'device') return asDevice(place.path);
  try {
    return await withSocket(place.host, place.port, asked);
  } catch (error) {
    return error instanceof PrinterError ? error.trouble : 'not-reached';
  }
}

/** Asked before and after: a head that runs out of paper in the middle says so only then. */
function sendByTcp(host: string, port: number, bytes: Uint8Array): Promise<void> {
  return withSocket(host, port, async (socket) => {
    const before = await asked(socket);
    if (before !== null && before !== undefined) throw new PrinterError(before);
    await written(socket, bytes);
    const after = await asked(socket);
    if (after !== null && after !== undefined) throw new PrinterError(after);
    if (before === null && after === undefined) throw new PrinterError('offline');
  });
}

async function withSocket<T>(host: string, port: number, work: (socket: Socket) => Promise<T>): Promise<T> {
  const socket = createConnection({ host, port, noDelay: true });
  socket.on('error', () => undefined);
  try {
    await connected(socket);
    return await work(socket);
  } finally {
    socket.destroy();
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown): void => reject(new PrinterError('not-reached', { cause }));
    socket.setTimeout(CONNECT_MS, () => fail());
    socket.once('connect', () => {
      socket.setTimeout(0);
      resolve();
    });
    socket.once('error', fail);
  });
}

function asked(socket: Socket): Promise<PrinterTrouble | null | undefined> {
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0);
    const done = (): void => {
      clearTimeout(timer);
      socket.off('data', hear);
      resolve(troubleOf(answer));
    };
    const hear = (chunk: Buffer): void => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length >= STATUS_BYTES) done();
    };
    const timer = setTimeout(done, ANSWER_MS);
    socket.on('data', hear);
    socket.write(statusQuestion);
  });
}

/** Printers stop reading when they have no paper: a write that does not end in time is one of those. */
function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PrinterError('offline')), WRITE_MS);
    socket.write(bytes, (error) => {
      clearTimeout(timer);
      if (error === null || error === undefined) resolve();
      else reject(new PrinterError('offline', { cause: error }));
    });
  });
}

async function sendToDevice(path: string, bytes: Uint8Array, clock: Clock): Promise<void> {
  try {
    await writeToDevice(path, bytes, WRITE_MS, clock);
  } catch (error) {
    throw new PrinterError(troubleOfWrite(error), { cause: error });
  }
}

/** What Linux's usblp and Windows' ports answer: no space is no paper; busy, EIO, or full for too long is off line. */
function troubleOfWrite(error: unknown): PrinterTrouble {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return 'paper-out';
  return code === 'EIO' || code === 'EBUSY' || code === 'EAGAIN' ? 'offline' : 'not-reached';
}

async function asDevice(path: string): Promise<PrinterTrouble | undefined> {
  try {
    await openDevice(path);
    return undefined;
  } catch (error) {
    return troubleOfWrite(error);
  }
}
