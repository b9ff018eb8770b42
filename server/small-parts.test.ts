import { createHash, createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSigningKey } from '../contract/signing.ts';
import { daysAfter, vietnamDate } from './clock.ts';
import { codeHash, newCode } from './enrolment-code.ts';
import { isNewer } from './import-reference.ts';
import { createNonces } from './nonce.ts';
import { listenOptions } from './options.ts';
import { systemRandom } from './random.ts';
import { newRecoveryKey, printedKey, readPrintedKey } from './recovery-key.ts';
import { createSessionTokens } from './session.ts';

test('the printed half of a recovery key reads back to the private key of the public half', () => {
  const { publicKey, printed } = newRecoveryKey();
  expect(printed).toMatch(/^[0-9A-Z]{6}(-[0-9A-Z]{6}){8}$/);
  const raw = readPrintedKey(printed.toLowerCase().replaceAll('-', ' '));
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw ?? Buffer.alloc(0)]);
  const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  expect(key.export({ format: 'jwk' }).x).toBe(publicKey);
});

test('any key survives print and typing, and a mistyped letter is noticed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      expect(readPrintedKey(printedKey(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
  let missed = 0;
  for (let n = 0; n < 500; n++) {
    const key = createHash('sha256').update(`key ${n}`).digest();
    const printed = printedKey(key).replaceAll('-', '');
    const at = n % printed.length;
    const wrong = printed.charAt(at) === '7' ? '8' : '7';
    if (readPrintedKey(printed.slice(0, at) + wrong + printed.slice(at + 1)) !== null) missed += 1;
  }
  // Ten check bits: one in a thousand slips through.
  expect(missed).toBeLessThan(5);
  expect(readPrintedKey('')).toBeNull();
});

test('an enrolment code has 80 random bits and no letter that is misread', () => {
  const code = newCode({ ...systemRandom, bytes: () => Buffer.from(Array.from({ length: 16 }, (_, n) => n * 17)) });
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(codeHash('abcd-o0i1')).toBe(codeHash('ABCD 0011'));
});

test('a nonce is our own, unchanged, and not older than ten minutes', () => {
  const clock = { at: 1_795_000_000_000, now: () => clock.at };
  const nonces = createNonces(newSigningKey(), clock, systemRandom);
  const nonce = nonces.next();
  expect(nonces.accepts(nonce)).toBe(true);
  expect(createNonces(newSigningKey(), clock, systemRandom).accepts(nonce)).toBe(false);
  fc.assert(fc.property(fc.string(), (text) => !nonces.accepts(text)));
  const bytes = Buffer.from(nonce, 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8((changed.readUInt8(at) ^ 1) & 255, at);
    expect(nonces.accepts(changed.toString('base64url'))).toBe(false);
  }
});

test('a session token says what it was given and fits the longest user id', () => {
  const tokens = createSessionTokens(newSigningKey());
  const facts = { user: 'u'.repeat(64), device: systemRandom.id(), passwordSerial: 7, expiresAt: 1_795_000_000_000 };
  const token = tokens.issue(facts);
  expect(token.length).toBeLessThanOrEqual(200);
  expect(tokens.read(token, 0)).toEqual(facts);
  expect(tokens.read(token, facts.expiresAt)).toBeNull();
  for (const rubbish of ['', 'AAAA', randomBytes(80).toString('base64url')]) expect(tokens.read(rubbish, 0)).toBeNull();
});

test('dates are Vietnam’s', () => {
  expect(vietnamDate(Date.UTC(2026, 10, 24, 16, 59))).toBe('2026-11-24');
  expect(vietnamDate(Date.UTC(2026, 10, 24, 17))).toBe('2026-11-25');
  expect(daysAfter('2026-12-31', 60)).toBe('2027-03-01');
});

test('versions compare by their running number', () => {
  expect(isNewer('2026-11-23.10', '2026-11-23.9')).toBe(true);
  expect(isNewer('2026-11-23.9', '2026-11-23.9')).toBe(false);
  expect(isNewer('2026-11-22.9', '2026-11-23.1')).toBe(false);
});

test('options come from words first, then from the environment', () => {
  const env = { QMC_SERVER_DATA: '/a', QMC_SERVER_PORT: '81', DATABASE_URL: '' };
  expect(listenOptions(['--port', '82'], env)).toMatchObject({
    folder: '/a',
    port: 82,
    host: '127.0.0.1',
    databaseUrl: null,
    demo: false,
  });
  expect(listenOptions(['--demo'], { DATABASE_URL: 'postgres://x' })).toMatchObject({
    demo: true,
    databaseUrl: 'postgres://x',
  });
  expect(listenOptions([], env)).toMatchObject({ metrics: null, leaveAfterMs: 0 });
  expect(listenOptions(['--metrics-port', '9464', '--leave-after', '1.5'], env)).toMatchObject({
    metrics: { host: '127.0.0.1', port: 9464 },
    leaveAfterMs: 1500,
  });
  expect(listenOptions([], env)).toMatchObject({ proxies: ['loopback'], addressLimit: 6000 });
  const balanced = ['--trust-proxy', '10.0.0.4, fd00::/64', '--address-limit', '90000'];
  expect(listenOptions(balanced, env)).toMatchObject({
    proxies: ['loopback', '10.0.0.4', 'fd00::/64'],
    addressLimit: 90_000,
  });
  for (const wrong of ['proxy.local', '10.0.0.0/40', '10.0.0.0/', '10.0.0.0/8/8']) {
    expect(() => listenOptions(['--trust-proxy', wrong], env)).toThrow('proxy');
  }
  expect(() => listenOptions(['--address-limit', '3'], env)).toThrow('address-limit');
  expect(() => listenOptions(['--leave-after', 'soon'], env)).toThrow('leave-after');
  expect(() => listenOptions(['--metrics-port', '70000'], env)).toThrow('port');
  expect(() => listenOptions(['--port', 'x'], env)).toThrow('port');
  expect(() => listenOptions(['--unknown'], env)).toThrow('unknown');
});

test('messages go where it is said, never in the open and never without a secret', () => {
  const secret = 's'.repeat(32);
  const of = (words: readonly string[], env: NodeJS.ProcessEnv = {}) => listenOptions(words, env).messages;
  expect(of([])).toEqual({ kind: 'none' });
  expect(of(['--data', '/a', '--demo'])).toEqual({ kind: 'file', path: '/a/messages.jsonl' });
  expect(of(['--messages-file', '/b.jsonl'])).toEqual({ kind: 'file', path: '/b.jsonl' });
  const url = 'https://sms.example.vn/v1';
  expect(of([], { QMC_MESSAGES_URL: url, QMC_MESSAGES_SECRET: secret })).toEqual({ kind: 'webhook', url, secret });
  expect(of(['--messages-url', 'http://127.0.0.1:9/'], { QMC_MESSAGES_SECRET: secret })).toMatchObject({
    kind: 'webhook',
  });
  expect(() => of(['--messages-url', url], { QMC_MESSAGES_SECRET: 'short' })).toThrow('QMC_MESSAGES_SECRET');
  expect(() => of(['--messages-url', 'http://sms.example.vn/'], { QMC_MESSAGES_SECRET: secret })).toThrow('https');
  expect(() => of(['--messages-url', url, '--messages-file', '/b'], { QMC_MESSAGES_SECRET: secret })).toThrow('both');
});

test('digitised papers go where they are told to: beside the data, a folder of their own, or a bucket', () => {
  const of = (words: readonly string[], env: NodeJS.ProcessEnv = {}) => listenOptions(words, env).scans;
  expect(of(['--data', '/srv/tinh'])).toEqual({ kind: 'folder', path: '/srv/tinh/scans' });
  expect(of([], { QMC_SCANS: '/mnt/giay-to' })).toEqual({ kind: 'folder', path: '/mnt/giay-to' });
  const bucket = { QMC_SCANS_S3_BUCKET: 'giay-to', QMC_SCANS_S3_REGION: 'vn' };
  expect(of([], bucket)).toEqual({ kind: 's3', bucket: 'giay-to', region: 'vn', endpoint: null });
  const own = { ...bucket, QMC_SCANS_S3_ENDPOINT: 'https://kho.example' };
  expect(of([], own)).toMatchObject({ endpoint: 'https://kho.example' });
  expect(() => of(['--scans', '/mnt'], bucket)).toThrow('not in both');
  expect(() => of([], { QMC_SCANS_S3_BUCKET: 'giay-to' })).toThrow('QMC_SCANS_S3_REGION');
  expect(() => of([], { ...bucket, QMC_SCANS_S3_ENDPOINT: 'http://kho.example' })).toThrow('https');
});
