import type { WaitingRoomDoor } from '../../main/desk/hall/door.ts';
import { exampleHost, exampleRules, plain, type Host } from '../../domain/ticket/example.ts';

/** A hall of one machine in memory, by the real rules, as the screens of the waiting room see it. */
export interface ExampleHall {
  readonly host: Host;
  readonly door: WaitingRoomDoor;
  /** What the clock says, 'HH:mm'. */
  time: string;
  isLinked: boolean;
}

export function exampleHall(): ExampleHall {
  const host = exampleHost('sanh');
  const hall: ExampleHall = {
    host,
    time: '07:00',
    isLinked: true,
    door: {
      view: () => host.view(),
      rules: () => exampleRules,
      isLinked: () => hall.isLinked,
      silentSince: () => (hall.isLinked ? null : `2026-11-23T${hall.time}:00`),
      told: () => ({ ahead: 2, low: 360, high: 840, likely: 600 }),
      slip: () => Promise.resolve(null),
      take({ series, priority }) {
        const ticket = `t-${host.view().tickets.length + 1}`;
        host.does({ kind: 'issue', ...plain, ticket, series, priority }, hall.time);
        return Promise.resolve({ ticket: host.ticket(ticket), isReady: false, url: null });
      },
      rate(ticket, score) {
        host.does({ kind: 'rate', ticket, score }, hall.time);
        return Promise.resolve();
      },
      phoneDoor: () => null,
    },
  };
  host.does({ kind: 'openHall', block: 0, takeover: false }, hall.time);
  return hall;
}
