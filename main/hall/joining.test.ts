import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Hello } from '../../contract/hall.ts';
import { peerThat } from '../../tests/harness/peer-stub.ts';
import { seededRandomness } from '../../tests/harness/test-desk.ts';
import { joinAt } from './joining.ts';
import type { Line } from './lan.ts';
import type { Met } from './meeting.ts';
import { PeerLate, PeerLost } from './peer.ts';

const random = seededRandomness('joining');
const hello: Hello = {
  hall: 1,
  server: random.id(),
  office: 'xa-29905',
  device: random.id(),
  store: random.id(),
  name: 'SĐ-Q1',
  counter: 'xa-29905-q1',
  role: 'desk',
  port: 9443,
  proof: '',
  nonce: 'AAAA',
  hosting: null,
  last: null,
  held: null,
  members: [],
};

/** Joins a host that has said hello, and whose answer to the code comes to this. */
async function joins(answer: Error): Promise<void> {
  const peer = peerThat(() => Promise.reject(answer));
  const line: Line = { socket: new PassThrough(), pin: 'ab'.repeat(32), from: '10.0.0.2', welcome: () => undefined };
  const met: Met = { line, peer, hello, ours: hello, handle: () => undefined };
  const members = {
    pin: 'cd'.repeat(32),
    isOfOffice: () => true,
    isKnown: () => false,
    merge: () => false,
    welcome: () => undefined,
    met: () => undefined,
  };
  await joinAt({
    lines: { serve: () => Promise.reject(new Error('serves nobody')), dial: () => Promise.resolve(line) },
    address: { host: '10.0.0.2', port: 9443 },
    code: '0000-0000-0000',
    links: { meet: () => Promise.resolve({ met, isKnown: false }) },
    members,
    within: 1000,
  });
}

test('a host too slow to answer is told as one that does not answer; one that hangs up has no such code open', async () => {
  await expect(joins(new PeerLate())).rejects.toMatchObject({ code: 'SN-01' });
  await expect(joins(new PeerLost('closed'))).rejects.toMatchObject({ code: 'SN-02' });
});
