import { expect, test } from 'vitest';
import { newSigningKey, sealerOf, verifierOf } from '../../contract/signing.ts';
import { follows, GENESIS, seal, sealFault, type LogEvent, type Unsealed } from './envelope.ts';

const key = newSigningKey();
const sealer = sealerOf(key);
const verifier = verifierOf(key.publicKey);

const unsealed: Unsealed = {
  id: '019ab000-0000-7000-8000-000000000001',
  device: 'd1',
  log: 'l1',
  seq: 1,
  aggregate: 'dossier',
  aggregateId: '019ab000-0000-7000-8000-0000000000aa',
  after: [],
  type: 'dossier.received',
  version: 1,
  actor: 'u1',
  approvedBy: null,
  at: { device: 1_795_000_000_000, offset: null },
  prev: GENESIS,
};
const first = seal(unsealed, { name: 'Nguyễn Thị Hồng Nhung' }, 'aa', sealer);

test('a sealed event has no fault', () => {
  expect(sealFault(first, verifier)).toBeNull();
});

test('a change of any envelope field, of the body or of the signature is found', () => {
  const change = (patch: Partial<LogEvent['envelope']>): LogEvent => ({
    ...first,
    envelope: { ...first.envelope, ...patch },
  });
  expect(sealFault(change({ actor: 'u2' }), verifier)).toBe('hash');
  expect(sealFault(change({ after: ['x'] }), verifier)).toBe('hash');
  expect(sealFault(change({ at: { device: 1, offset: null } }), verifier)).toBe('hash');
  expect(sealFault({ ...first, body: { name: 'Nguyễn Thị Hồng' } }, verifier)).toBe('body');
  const other = sealerOf(newSigningKey());
  expect(sealFault(change({ signature: other.sign(first.envelope.hash) }), verifier)).toBe('signature');
});

test('an erased body leaves a whole chain', () => {
  expect(sealFault({ envelope: first.envelope, body: null, salt: null }, verifier)).toBeNull();
});

test('only the next place with the right previous hash follows', () => {
  const second = seal(
    { ...unsealed, id: 'e2', seq: 2, prev: first.envelope.hash, after: [unsealed.id] },
    {},
    'bb',
    sealer,
  );
  expect(follows(null, first.envelope)).toBe(true);
  expect(follows(first.envelope, second.envelope)).toBe(true);
  expect(follows(null, second.envelope)).toBe(false);
  expect(follows(first.envelope, { seq: 3, prev: first.envelope.hash })).toBe(false);
  expect(follows(first.envelope, { seq: 2, prev: GENESIS })).toBe(false);
});
