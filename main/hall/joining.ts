import { timingSafeEqual } from 'node:crypto';
import { pairedSchema, pairSchema, type Address, type Hello, type Member } from '../../contract/hall.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { Line, Lines } from './lan.ts';
import type { Links } from './links.ts';
import type { Members } from './members.ts';
import type { Met } from './meeting.ts';
import { PeerLate } from './peer.ts';
import { proofOf, type Meeting, type PairingCode } from './pairing.ts';

/** How a machine joins a hall (ghép máy): both show that they know the code on the host's screen. */

/** At the host: a stranger is answered one question, and only while a code is open. */
export function answerJoiner(
  met: Met,
  { members, codes, joined }: { readonly members: Members; readonly codes: PairingCode; readonly joined: () => void },
): void {
  const { peer, line, hello, ours } = met;
  met.handle({
    asked: (name, body) => {
      if (name !== 'pair') throw new ProblemError('GN-02', { where: 'name' });
      const { proof } = pairSchema.parse(body);
      const meeting = { hostPin: members.pin, joinerPin: line.pin, hostNonce: ours.nonce, joinerNonce: hello.nonce };
      const answer = codes.answer(meeting, proof);
      if (!members.isOfOffice(hello.device, line.pin, hello.proof)) throw new ProblemError('SN-06');
      members.welcome(hello, line.pin, [{ host: plainHost(line.from), port: hello.port }]);
      joined();
      return Promise.resolve({ proof: answer, members: [...members.all()] });
    },
    told: () => peer.close(),
    closed: () => undefined,
  });
}

/** How long the host has for its proof: both work at it for a while, and a machine may be old and busy, ms. */
const PROOF_WITHIN_MS = 15_000;

/** At the machine that joins. @throws ProblemError SN-01 nobody there, or it does not answer, SN-02, SN-06 */
export async function joinAt(options: {
  readonly lines: Lines;
  readonly address: Address;
  readonly code: string;
  readonly links: Pick<Links, 'meet'>;
  readonly members: Pick<Members, 'pin' | 'isOfOffice' | 'isKnown' | 'merge' | 'welcome' | 'met'>;
  /** For the line, ms. */
  readonly within: number;
}): Promise<void> {
  const { lines, address, code, links, members, within } = options;
  let met: Met;
  try {
    ({ met } = await links.meet(await lines.dial(address, within)));
  } catch (error) {
    throw new ProblemError('SN-01', {}, { cause: error });
  }
  const { peer, line, hello, ours } = met;
  met.handle({
    asked: () => Promise.reject(new ProblemError('GN-04')),
    told: () => undefined,
    closed: () => undefined,
  });
  try {
    const meeting = { hostPin: line.pin, joinerPin: members.pin, hostNonce: hello.nonce, joinerNonce: ours.nonce };
    const paired = await ask(met, code, meeting);
    const right = Buffer.from(proofOf(code, 'host', meeting), 'hex');
    const given = Buffer.from(paired.proof, 'hex');
    if (right.length !== given.length || !timingSafeEqual(right, given)) throw new ProblemError('SN-02');
    if (!members.isOfOffice(hello.device, line.pin, hello.proof)) throw new ProblemError('SN-06');
    members.merge(paired.members);
    takeIn(members, hello, line, address);
  } finally {
    peer.finish();
  }
}

async function ask(met: Met, code: string, meeting: Meeting): Promise<{ proof: string; members: Member[] }> {
  try {
    return await met.peer.ask('pair', { proof: proofOf(code, 'join', meeting) }, pairedSchema, PROOF_WITHIN_MS);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof PeerLate) throw new ProblemError('SN-01', {}, { cause: error });
    // With no code open a host says nothing and hangs up.
    throw new ProblemError('SN-02', {}, { cause: error });
  }
}

/** The host itself, should its own list not name it with this key. */
function takeIn(
  members: Pick<Members, 'isKnown' | 'welcome' | 'met'>,
  hello: Hello,
  line: Line,
  address: Address,
): void {
  if (!members.isKnown(hello.device, line.pin)) members.welcome(hello, line.pin, [address]);
  members.met(hello, address);
}

/** An IPv4 address as such, also where the system shows it as IPv6. */
export function plainHost(address: string): string {
  return address.replace(/^::ffff:/, '').replace(/%.*$/, '');
}
