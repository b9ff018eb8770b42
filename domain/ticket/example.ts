import { decide } from './decide.ts';
import type { Decision, HallCommand, HallWrite, NewTicket } from './commands.ts';
import type { KnownHallEvent } from './hall-day.ts';
import { hallRules, type HallRules } from './rules.ts';
import type { KnownTicketEvent, TicketView } from './ticket.ts';
import { foldHall, type HallView } from './view.ts';

/** A host's desk and log for tests of the hall: it decides, writes what comes of it, and can take in another's events. */

export const OFFICE = 'xa-29905';
export const DAY = '2026-11-23';

type Written = { readonly envelope: KnownTicketEvent['envelope']; readonly write: HallWrite };

const series = (letter: string, minutes: number, kind: 'field' | 'unknown' = 'field') => ({
  letter,
  kind,
  minutes,
  name: { vi: letter, en: letter },
  hint: { vi: '', en: '' },
  fields: [],
  from: '2025-07-01',
  to: null,
});

export const exampleRules: HallRules = hallRules(
  {
    version: '2026-11-23.1',
    source: '',
    series: [series('A', 6), series('B', 8), series('C', 14), series('H', 5, 'unknown')],
    priorities: [{ id: 'elderly', name: { vi: '', en: '' }, basis: '', sure: true, from: '2025-07-01', to: null }],
    settings: [
      {
        from: '2025-07-01',
        to: null,
        source: '',
        sure: true,
        limitMinutes: 30,
        calls: 3,
        putBacks: 1,
        heldMinutes: 60,
        bookedEarlyMinutes: 5,
        bookedLateMinutes: 15,
        bookedInARow: 9,
        priorityInARow: 9,
        returnInARow: 9,
      },
    ],
    alerts: [{ from: '2025-07-01', to: null, source: '', officePercent: 80, provincePercent: 67, staleSeconds: 180 }],
  },
  DAY,
);

export const plain: Omit<NewTicket, 'ticket'> = {
  series: 'A',
  field: null,
  lane: 'ordinary',
  priority: null,
  source: 'kiosk',
  bookedFor: null,
  dossierId: null,
  personKey: null,
  sealedPerson: null,
  secondBecause: null,
  told: null,
};

export interface Host {
  readonly device: string;
  readonly written: readonly Written[];
  view(): HallView;
  ask(command: HallCommand, time: string, actor?: string): Decision;
  /** @throws Error where it is refused */
  does(command: HallCommand, time: string, actor?: string): readonly HallWrite[];
  ticket(id: string): TicketView;
  /** Another host's events, in any order. */
  hear(others: readonly Written[]): void;
}

/** @param time of `ask`: 'HH:mm' or 'HH:mm:ss' of the day */
export function exampleHost(device: string, rules: HallRules = exampleRules, office = OFFICE): Host {
  const written: Written[] = [];
  let seq = 0;
  const at = (time: string): string => `${DAY}T${time.length === 5 ? `${time}:00` : time}`;
  const ask = (command: HallCommand, time: string): Decision =>
    decide(viewOf(written, office), rules, command, { host: device, now: at(time) });
  const does = (command: HallCommand, time: string, actor = 'ngan'): readonly HallWrite[] => {
    const decision = ask(command, time);
    if (!decision.ok) throw new Error(`${command.kind}: ${decision.code}`);
    const last = new Map<string, string>();
    for (const write of decision.events) {
      seq += 1;
      const about = write.aggregate === 'ticket' ? write.id : 'hall';
      const before = last.get(about);
      const id = `${device}-${seq}`;
      const envelope = {
        id,
        log: `log-${device}`,
        seq,
        device,
        actor,
        after: before === undefined ? write.after : [before],
      };
      last.set(about, id);
      written.push({ envelope, write });
    }
    return decision.events;
  };
  return {
    device,
    written,
    view: () => viewOf(written, office),
    ask,
    does,
    ticket(id) {
      const found = viewOf(written, office).tickets.find((ticket) => ticket.id === id);
      if (found === undefined) throw new Error(`no ticket ${id}`);
      return found;
    },
    hear(others) {
      const known = new Set(written.map(({ envelope }) => envelope.id));
      written.push(...others.filter(({ envelope }) => !known.has(envelope.id)));
    },
  };
}

/** Nobody comes to a counter: called as often as the rules say, then written down, all of it at that time. */
export function nobodyCame(host: Host, counter: string, ticket: string, time: string): void {
  for (let calls = 1; calls < exampleRules.settings.calls; calls++) {
    host.does({ kind: 'recall', counter, ticket }, time);
  }
  host.does({ kind: 'noShow', counter, ticket }, time);
}

export function viewOf(written: readonly Written[], office = OFFICE): HallView {
  const hall: KnownHallEvent[] = [];
  const tickets = new Map<string, KnownTicketEvent[]>();
  for (const { envelope, write } of written) {
    if (write.aggregate === 'hall') hall.push({ envelope, event: write.event });
    else tickets.set(write.id, [...(tickets.get(write.id) ?? []), { envelope, event: write.event }]);
  }
  return foldHall(office, DAY, hall, tickets);
}
