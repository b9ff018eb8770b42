import type { Peer } from '../../main/hall/peer.ts';

/** A machine at the other end of a line that answers as it is told here, and does nothing else. */
export function peerThat(ask: Peer['ask']): Peer {
  return {
    ask,
    tell: () => undefined,
    trust: () => undefined,
    heardAt: 0,
    isOpen: true,
    finish: () => undefined,
    close: () => undefined,
  };
}
