import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { base64urlSchema } from '../contract/primitives.ts';
import { newSigningKey, signingKeyOf, type SigningKey } from '../contract/signing.ts';

const keyFileSchema = z.strictObject({ publicKey: base64urlSchema(64), privateKey: base64urlSchema(64) });

/**
 * The server key from its file, made on first use, readable by its owner only. It lies beside the database, not in it:
 * who has a copy of the database cannot sign verdicts.
 * @throws Error where the file is not a key
 */
export function serverKeyIn(file: string): SigningKey {
  if (existsSync(file)) return keyFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const key = newSigningKey();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(key)}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

/**
 * The key of the portal's own log (cổng dịch vụ công), drawn from the server key: every instance signs alike, and nobody
 * who has a copy of the database can write into it.
 */
export function portalKeyOf(key: SigningKey): SigningKey {
  const seed = hkdfSync('sha256', Buffer.from(key.privateKey, 'base64url'), '', 'portal device', 32);
  return signingKeyOf(Buffer.from(seed).toString('base64url'));
}

/** An HMAC-SHA256 under a secret of its own for each purpose, drawn from the server key (HKDF). */
export function macOf(key: SigningKey, purpose: string): (data: Uint8Array) => Buffer {
  const drawn = Buffer.from(hkdfSync('sha256', Buffer.from(key.privateKey, 'base64url'), '', purpose, 32));
  // Read once: as bytes it would be read anew each time, which takes six times as long as the MAC itself.
  const secret = createSecretKey(drawn);
  return (data) => createHmac('sha256', secret).update(data).digest();
}
