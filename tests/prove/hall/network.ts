import { spawnSync } from 'node:child_process';

/** The office's network between the machines of the proof: what can be cut, and how. */
export interface Network {
  /** One line for who reads the proof. */
  readonly told: string;
  readonly isOfNamespaces: boolean;
  address(n: number): string;
  /** Words before a program so that it runs on machine `n`'s network. */
  before(n: number): readonly string[];
  /** What `from` sends no longer reaches `to`, silently; the machines must be told themselves where this answers false. */
  cut(from: number, to: number): boolean;
  heal(from: number, to: number): boolean;
  /** The cable of machine `n`. @returns false: the machine must take it out itself */
  cable(n: number, isIn: boolean): boolean;
  close(): void;
}

const ip = (...words: string[]): boolean => spawnSync('ip', words, { stdio: 'ignore' }).status === 0;

/** Addresses of 127/8: every machine has one of its own, packets are lost only where the machines say so. */
const loopback: Network = {
  told: 'addresses of 127/8: a cut line is closed and cannot be dialed (network namespaces are not allowed here)',
  isOfNamespaces: false,
  address: (n) => `127.0.0.${10 + n}`,
  before: () => [],
  cut: () => false,
  heal: () => false,
  cable: () => false,
  close: () => undefined,
};

/** A network namespace each, on one bridge: packets that are cut vanish, as in a broken switch. */
function namespaces(machines: number): Network | null {
  const name = `qmc${process.pid}`;
  const made: string[] = [];
  const add = (each: string): boolean => ip('netns', 'add', each) && made.push(each) > 0;
  const close = (): void => made.forEach((each) => void ip('netns', 'del', each));
  const space = (n: number): string => `${name}-${n}`;
  const address = (n: number): string => `10.77.0.${10 + n}`;
  const lan = `${name}-lan`;
  const bridge = (): boolean =>
    add(lan) &&
    ip('-n', lan, 'link', 'add', 'name', 'switch0', 'type', 'bridge') &&
    ip('-n', lan, 'link', 'set', 'switch0', 'up');
  const join = (n: number): boolean =>
    add(space(n)) &&
    ip('-n', space(n), 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', `p${n}`, 'netns', lan) &&
    ip('-n', lan, 'link', 'set', `p${n}`, 'master', 'switch0', 'up') &&
    ip('-n', space(n), 'addr', 'add', `${address(n)}/24`, 'dev', 'eth0') &&
    ip('-n', space(n), 'link', 'set', 'eth0', 'up') &&
    ip('-n', space(n), 'link', 'set', 'lo', 'up');
  let isReady = bridge();
  for (let n = 1; n <= machines && isReady; n += 1) isReady = join(n);
  if (!isReady) {
    close();
    return null;
  }
  return {
    told: 'network namespaces, a bridge between them: what is cut vanishes',
    isOfNamespaces: true,
    address,
    before: (n) => ['ip', 'netns', 'exec', space(n)],
    // Sent to a card nobody has: gone without a word to whoever sent it.
    cut: (from, to) =>
      ip(
        '-n',
        space(from),
        'neigh',
        'replace',
        address(to),
        'lladdr',
        '02:00:00:00:77:77',
        'dev',
        'eth0',
        'nud',
        'permanent',
      ),
    heal: (from, to) => ip('-n', space(from), 'neigh', 'del', address(to), 'dev', 'eth0'),
    cable: (n, isIn) => ip('-n', lan, 'link', 'set', `p${n}`, isIn ? 'up' : 'down'),
    close,
  };
}

/** @param wanted 'loopback': not even tried otherwise */
export function officeNetwork(machines: number, wanted: 'any' | 'loopback'): Network {
  return (wanted === 'any' ? namespaces(machines) : null) ?? loopback;
}
