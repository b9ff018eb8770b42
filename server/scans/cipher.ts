import { createCipheriv, hkdfSync, type Cipheriv } from 'node:crypto';
import type { SigningKey } from '../../contract/signing.ts';

/** The key of one stored file, drawn from the server key and the file's name in the store: no two files share one. */
export function scanKeyOf(key: SigningKey, id: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key.privateKey, 'base64url'), id, 'scan at rest 1', 32));
}

const BLOCK = 16;

/**
 * AES-256-CTR standing at `offset`: what it makes is as long as what it is given, so that an upload goes on anywhere and
 * the standard's offsets hold for what lies on the disk. It encrypts and decrypts. It proves nothing by itself: what a
 * file holds is proven by its SHA-256, checked on arrival and again by every desk that fetches it.
 */
export function cipherAt(key: Buffer, offset: number): Cipheriv {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / BLOCK)), 8);
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  cipher.update(Buffer.alloc(offset % BLOCK));
  return cipher;
}
