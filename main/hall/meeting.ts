import { helloSchema, type Hello } from '../../contract/hall.ts';
import type { Clock, Log } from '../desk/ports.ts';
import { PeerLost, createPeer, type Peer } from './peer.ts';
import type { Line } from './lan.ts';

/** A machine that has said who it is, on a line whose key is known. */
export interface Met {
  readonly line: Line;
  readonly peer: Peer;
  readonly hello: Hello;
  /** What was said to it. */
  readonly ours: Hello;
  /** From now on these answer it. */
  handle(handlers: MetHandlers): void;
}

export interface MetHandlers {
  readonly asked: (name: string, body: unknown) => Promise<unknown>;
  readonly told: (name: string, body: unknown) => void;
  readonly closed: () => void;
}

/** Says hello and hears the other's. @throws PeerLost where none comes in time */
export function meet(
  line: Line,
  {
    clock,
    log,
    ours,
    within,
  }: { readonly clock: Clock; readonly log: Log; readonly ours: Hello; readonly within: number },
): Promise<Met> {
  return new Promise((resolve, reject) => {
    let handlers: MetHandlers | null = null;
    /** What came before somebody answered for it. */
    const early: { readonly name: string; readonly body: unknown }[] = [];
    const asks: (() => void)[] = [];
    let heard = false;
    const cancel = clock.after(within, () => peer.close());
    const peer = createPeer(line.socket, {
      clock,
      log,
      asked: async (name, body) => {
        if (handlers === null) await new Promise<void>((ready) => asks.push(ready));
        return handlers?.asked(name, body);
      },
      told(name, body) {
        if (name === 'hello' && !heard) {
          const hello = helloSchema.safeParse(body);
          if (!hello.success) return peer.close();
          heard = true;
          cancel();
          return resolve({
            line,
            peer,
            hello: hello.data,
            ours,
            handle(given) {
              handlers = given;
              for (const each of early.splice(0)) given.told(each.name, each.body);
              for (const ready of asks.splice(0)) ready();
              if (!peer.isOpen) given.closed();
            },
          });
        }
        if (!heard) return peer.close();
        if (handlers !== null) handlers.told(name, body);
        else if (early.length < 100) early.push({ name, body });
        return undefined;
      },
      closed() {
        cancel();
        if (!heard) reject(new PeerLost('no hello'));
        handlers?.closed();
      },
    });
    peer.tell('hello', ours);
  });
}
