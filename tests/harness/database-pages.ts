import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DatabaseKey } from '../../main/store/sqlite.ts';

const PAGE = 4096;
/** Of each page, at its end: 16 bytes of nonce, 16 of tag. */
const RESERVED = 32;

/**
 * Every page of a database file in the clear, free ones and what lies between cells too: what is looked for here is what
 * no query shows. ChaCha20-Poly1305 as SQLite3 Multiple Ciphers writes it (cipher `chacha20`, raw key).
 */
export function pagesOf(path: string, databaseKey: DatabaseKey): Buffer {
  const file = readFileSync(path);
  const key = Buffer.from(databaseKey, 'hex');
  const pages: Buffer[] = [];
  for (let at = 0; at + PAGE <= file.length; at += PAGE) {
    pages.push(opened(key, file.subarray(at, at + PAGE), at / PAGE + 1));
  }
  const whole = Buffer.concat(pages);
  if (!whole.includes('CREATE TABLE event')) throw new Error(`${path}: the pages could not be read`);
  return whole;
}

function opened(key: Buffer, page: Buffer, number: number): Buffer {
  const end = PAGE - RESERVED;
  const nonce = page.subarray(end, end + 12);
  const counter = (page.readUInt32LE(end + 12) ^ number) >>> 0;
  const oneTime = stream(key, nonce, counter).update(Buffer.alloc(64)).subarray(32);
  // The first page begins with its salt and a header that is in the clear.
  const from = number === 1 ? 24 : 0;
  return stream(oneTime, nonce, (counter + 1) >>> 0).update(page.subarray(from, end));
}

function stream(key: Uint8Array, nonce: Uint8Array, counter: number) {
  const start = Buffer.alloc(4);
  start.writeUInt32LE(counter);
  return createDecipheriv('chacha20', key, Buffer.concat([start, nonce]));
}
