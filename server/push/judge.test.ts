import { expect, test } from 'vitest';
import { newSigningKey, sealerOf } from '../../contract/signing.ts';
import { GENESIS, seal } from '../../domain/log/envelope.ts';
import { judge } from './judge.ts';

/** JSON that a checker asks for its length, and that has none a number can be made of. */
const odd = { length: { toString: 1, valueOf: null } };
const id = '019ab000-0000-7000-8000-00000000abcd';

test('what a checker itself stumbles over is judged like anything else', () => {
  const key = newSigningKey();
  const place = { id, device: id, log: id, seq: 1, aggregateId: id, after: [], actor: 'u-1', approvedBy: null };
  const rest = { version: 1, at: { device: 1, offset: null }, prev: GENESIS };
  const unsealed = { ...place, ...rest, aggregate: 'dossier', type: 'dossier.received' } as const;
  const event = seal(unsealed, { note: odd, code: odd, counter: odd }, 'aabbccdd', sealerOf(key));
  const kinds = [
    event,
    { ...event, salt: odd },
    { ...event, envelope: { ...event.envelope, type: odd } },
    { ...event, envelope: { ...event.envelope, hash: odd } },
  ].map((raw) => judge(raw, id));
  expect(kinds.map(({ kind }) => kind)).toEqual(['whole', 'broken', 'broken', 'nowhere']);
  expect(kinds[0]).toMatchObject({ whole: { read: null, apart: 'XV-03' } });
});
