import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { silentLog } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { createPeer, PeerLate, PeerLost, type PeerOptions } from './peer.ts';

/** Two ends of one line, without a network. */
function line(): [Duplex, Duplex] {
  const ends: Duplex[] = [];
  const end = (other: () => Duplex | undefined): Duplex =>
    new Duplex({
      read: () => undefined,
      write(bytes: Buffer, _encoding, done) {
        other()?.push(bytes);
        done();
      },
      destroy(_error, done) {
        other()?.push(null);
        done(null);
      },
    });
  const a = end(() => ends[1]);
  const b = end(() => ends[0]);
  ends.push(a, b);
  return [a, b];
}

const quiet: PeerOptions = {
  clock: virtualClock(0),
  log: silentLog,
  asked: () => Promise.resolve({}),
  told: () => undefined,
  closed: () => undefined,
};

test('a question is answered by its number, however many are under way', async () => {
  const [a, b] = line();
  createPeer(b, { ...quiet, asked: (_name, body) => Promise.resolve(body) });
  const peer = createPeer(a, quiet);
  const answers = await Promise.all([1, 2, 3].map((n) => peer.ask('echo', { n }, z.object({ n: z.int() }), 1000)));
  expect(answers.map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('a question nobody answers is given up, and one on a line that ends', async () => {
  const [a, b] = line();
  const clock = virtualClock(0);
  createPeer(b, { ...quiet, asked: () => new Promise(() => undefined) });
  const peer = createPeer(a, { ...quiet, clock });
  const late = peer.ask('never', {}, z.object({}), 1000);
  clock.advance(1001);
  await expect(late).rejects.toBeInstanceOf(PeerLate);
  const cut = peer.ask('never', {}, z.object({}), 1000);
  b.destroy();
  await expect(cut).rejects.toBeInstanceOf(PeerLost);
  await expect(cut).rejects.not.toBeInstanceOf(PeerLate);
});

test('a stranger’s line that does not end is cut off', async () => {
  const [a, b] = line();
  const closed = new Promise<string>((resolve) => void createPeer(b, { ...quiet, closed: () => resolve('closed') }));
  a.write('x'.repeat(60_000));
  a.write('x'.repeat(6_000));
  expect(await closed).toBe('closed');
});

test('what is no message ends the line', async () => {
  const [a, b] = line();
  const closed = new Promise<string>((resolve) => void createPeer(b, { ...quiet, closed: () => resolve('closed') }));
  a.write('{"ask":-1}\n');
  expect(await closed).toBe('closed');
});
