import { BlockList, isIPv4 } from 'node:net';

/** Of one address in one stretch of time. */
export interface Limit {
  readonly times: number;
  readonly withinMs: number;
}

/** Requests of one phone. An access point that hides its phones behind one address has room for a few dozen of them. */
export const REQUESTS: Limit = { times: 300, withinMs: 60_000 };
/**
 * Numbers taken from one address. A phone that forgets its cookie is a new phone, and only its address stays: but where the
 * access point puts all phones behind one, that address is the whole waiting room's. So many an hour is more than the phones
 * of a full morning take together, and a third of what ten minutes' worth each ten minutes would let one of them take.
 */
export const TAKEN: readonly Limit[] = [
  { times: 20, withinMs: 600_000 },
  { times: 40, withinMs: 3_600_000 },
];
/** Connections of one address, and of all. */
export const CONNECTIONS = { each: 60, all: 1000 } as const;
/** Addresses remembered; whoever was heard longest ago is forgotten first. */
const REMEMBERED = 4096;

/** Counts by address; `pass` counts one, and says whether it is within the limit. */
export function countedBy({ times, withinMs }: Limit): { pass(address: string, now: number): boolean } {
  const counts = new Map<string, { count: number; until: number }>();
  return {
    pass(address, now) {
      const known = counts.get(address);
      const own = known === undefined || known.until <= now ? { count: 0, until: now + withinMs } : known;
      own.count += 1;
      counts.delete(address);
      counts.set(address, own);
      const [oldest] = counts.keys();
      if (counts.size > REMEMBERED && oldest !== undefined) counts.delete(oldest);
      return own.count <= times;
    },
  };
}

const near = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
] as const) {
  near.addSubnet(net, bits, 'ipv4');
}

/** "::ffff:192.168.1.9" is 192.168.1.9. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:/, '');

/** Whether an address is of a network of one's own (RFC 1918): the office's Wi-Fi, and nobody on the Internet. */
export function isNear(address: string): boolean {
  return isIPv4(address) && near.check(address, 'ipv4');
}
