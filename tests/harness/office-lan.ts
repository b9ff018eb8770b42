import type { Socket } from 'node:net';
import { systemLan, type Lan } from '../../main/hall/lan.ts';

/** The network of one office: real sockets on 127.0.0.1, and cables that can be taken out. */
export interface OfficeLan {
  /** The network card of one machine. */
  card(): Card;
}

export interface Card extends Lan {
  /** Takes the cable out, or puts it in again. */
  set(isIn: boolean): void;
}

/** @param beyond whether machines of other processes stand on it too; theirs are always in */
export function officeLan({ beyond = false }: { readonly beyond?: boolean } = {}): OfficeLan {
  /** By port: the card that listens there. */
  const cards = new Map<number, { isIn: boolean }>();
  return {
    card() {
      const system = systemLan('127.0.0.1', 0);
      const own = { isIn: true };
      const sockets = new Set<Socket>();
      const take = (socket: Socket): Socket => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        return socket;
      };
      return {
        host: system.host,
        async listen(arrived, whose) {
          const listening = await system.listen((socket) => {
            if (own.isIn) arrived(take(socket));
            else socket.destroy();
          }, whose);
          if (whose !== 'phones') cards.set(listening.port, own);
          return listening;
        },
        dial(to) {
          const other = cards.get(to.port);
          // Nobody listens on this port of the machine's own: as good as no cable.
          const reaches = own.isIn && (other?.isIn ?? beyond);
          return take(system.dial(reaches ? to : { host: '127.0.0.1', port: 1 }));
        },
        set(isIn) {
          own.isIn = isIn;
          if (!isIn) sockets.forEach((socket) => socket.destroy());
        },
      };
    },
  };
}
