import { generateKeyPairSync, sign } from 'node:crypto';
import { sha256 } from '../../contract/signing.ts';

/** The key a machine is known by in the hall, and the certificate TLS wants around it. */
export interface HallKey {
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  /** X.509, PEM. */
  readonly certificate: string;
}

/**
 * A P-256 key in a certificate that signs itself: who it belongs to is settled by pinning its hash, so the names and dates
 * in it say nothing and are never looked at.
 */
export function newHallKey(serial: Uint8Array): HallKey {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(set(sequence(objectId(COMMON_NAME), der(0x0c, Buffer.from('Quay Mot Cua')))));
  const always = sequence(generalizedTime('20000101000000Z'), generalizedTime('99991231235959Z'));
  const algorithm = sequence(objectId(ECDSA_SHA256));
  const body = sequence(
    // Version 3.
    der(0xa0, integer(Uint8Array.of(2))),
    integer(serial),
    algorithm,
    name,
    always,
    name,
    publicKey,
  );
  const signature = sign('sha256', body, pair.privateKey);
  const certificate = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

/** What a certificate is pinned by: SHA-256 of its bytes, hex. */
export function pinOf(certificate: string | Uint8Array): string {
  if (typeof certificate !== 'string') return sha256(certificate);
  return sha256(Buffer.from(certificate.replace(/-----[^-]+-----/g, ''), 'base64'));
}

const COMMON_NAME = [0x55, 0x04, 0x03];
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];

function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, Buffer.concat(parts));
const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, Buffer.concat(parts));
const objectId = (bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const generalizedTime = (text: string): Buffer => der(0x18, Buffer.from(text));

/** Never negative and never empty: a byte stands in front. */
function integer(bytes: Uint8Array): Buffer {
  return der(0x02, bytes.length === 1 ? bytes : Buffer.concat([Buffer.from([0x01]), bytes]));
}
