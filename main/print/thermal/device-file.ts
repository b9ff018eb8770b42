import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Clock } from '../../desk/ports.ts';

/**
 * Never waits in the system: a write that blocks (usblp without paper, a pipe that is full) holds a thread that no limit
 * frees. Windows knows no such flag. No O_CREAT: a wrong name must not become a file that takes every ticket.
 */
const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK;
/** Between two tries while the device takes nothing. */
const TRY_EVERY_MS = 20;

/** The whole ticket within so many ms. @throws the system's error; EAGAIN: it took no more until then */
export async function writeToDevice(path: string, bytes: Uint8Array, withinMs: number, clock: Clock): Promise<void> {
  const device = await open(path, FLAGS);
  try {
    await writeAll(device, bytes, withinMs, clock);
  } finally {
    await device.close();
  }
}

/** Whether it can be opened is all a device file says. @throws the system's error */
export async function openDevice(path: string): Promise<void> {
  const device = await open(path, FLAGS);
  await device.close();
}

async function writeAll(device: FileHandle, bytes: Uint8Array, withinMs: number, clock: Clock): Promise<void> {
  const until = clock.monotonic() + withinMs;
  let at = 0;
  for (;;) {
    // The last write is of nothing: usblp takes it once its last piece is in the printer, and closed before it drops that.
    const left = bytes.length - at;
    try {
      at += (await device.write(bytes, at, left)).bytesWritten;
      if (left === 0) return;
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
      if (!isFull || clock.monotonic() >= until) throw error;
      await new Promise<void>((resolve) => void clock.after(TRY_EVERY_MS, resolve));
    }
  }
}
