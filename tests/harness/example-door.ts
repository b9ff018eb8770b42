import type { WaitingRoomDoor } from '../../main/desk/hall/door.ts';
import { exampleHost, exampleRules, type Host } from '../../domain/ticket/example.ts';

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
      person: () => ({ key: null, sealed: null }),
      issue(asked) {
        host.does({ kind: 'issue', ...asked }, hall.time);
        return Promise.resolve(host.ticket(asked.ticket));
      },
      rate(ticket, score) {
        host.does({ kind: 'rate', ticket, score }, hall.time);
        return Promise.resolve();
      },
      pageOf: () => null,
      phoneDoor: () => null,
    },
  };
  host.does({ kind: 'openHall', block: 0, takeover: false }, hall.time);
  return hall;
}
