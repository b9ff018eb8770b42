import { callsToGo } from '../../../domain/ticket/absence.ts';
import { decide } from '../../../domain/ticket/decide.ts';
import type { HallCommand, HallWrite } from '../../../domain/ticket/commands.ts';
import { foldHallDay, type CounterView, type HallDay, type KnownHallEvent } from '../../../domain/ticket/hall-day.ts';
import { estimateWait } from '../../../domain/ticket/estimate.ts';
import { lineOf, type InLine } from '../../../domain/ticket/line.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import type { Told } from '../../../domain/ticket/events.ts';
import type { Pace } from '../../../domain/ticket/pace.ts';
import { foldTicket, type KnownTicketEvent, type TicketView } from '../../../domain/ticket/ticket.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import { counters, type Arrival, type Day } from './arrivals.ts';

/** Who a counter calls from its line (the longest in line first); null: our own rule. */
export type Policy = null | ((line: readonly InLine[], counter: string) => InLine | undefined);

export interface Wait {
  readonly arrival: Arrival;
  /** Seconds, to the last call as the figures count it, and since it stood in line last. */
  readonly wait: number;
  readonly sinceQueued: number;
  readonly putBack: boolean;
  readonly told: Told | null;
  /** People ahead × mean service of all today ÷ counters of the series. */
  readonly naive: number | null;
}

const HOST = 'host';
const OFFICE = 'xa-29905';
const OPEN = 7 * 3600;
/** All the calls that nobody answers, in seconds. */
const ABSENT = 90;

/** A day's hall from its first ticket to its last, by the program's own commands and folds. */
export function runDay(
  day: Day,
  rules: HallRules,
  policy: Policy,
  pace: Pace | null,
): { waits: Wait[]; view: HallView } {
  const at = (seconds: number): string => {
    const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
    return `${day.date}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
  const events = new Map<string, KnownTicketEvent[]>();
  const views = new Map<string, TicketView>();
  const hallEvents: KnownHallEvent[] = [];
  let hall: HallDay = foldHallDay(OFFICE, day.date, []);
  let seq = 0;
  const viewNow = (): HallView => ({ ...hall, tickets: [...views.values()] });
  const write = (each: HallWrite, last: Map<string, string>): void => {
    seq += 1;
    const id = `${String(seq).padStart(6, '0')}`;
    const about = each.aggregate === 'ticket' ? each.id : 'hall';
    const before = last.get(about);
    const after = before === undefined ? each.after : [before];
    const envelope = { id, log: HOST, seq, device: HOST, actor: 'ngan', after };
    last.set(about, id);
    if (each.aggregate === 'hall') {
      hallEvents.push({ envelope, event: each.event });
      hall = foldHallDay(OFFICE, day.date, hallEvents);
      return;
    }
    const known = [...(events.get(each.id) ?? []), { envelope, event: each.event }];
    events.set(each.id, known);
    const ticket = foldTicket(each.id, known);
    if (ticket !== null) views.set(each.id, ticket);
  };
  const does = (command: HallCommand, now: number): void => {
    const decision = decide(viewNow(), rules, command, { host: HOST, now: at(now) });
    if (!decision.ok) throw new Error(`${command.kind} at ${at(now)}: ${decision.code}`);
    const last = new Map<string, string>();
    for (const each of decision.events) write(each, last);
  };

  does({ kind: 'openHall', block: 0, takeover: false }, OPEN - 1800);
  for (const { id, series } of counters) does({ kind: 'openCounter', counter: id, name: id, series }, OPEN - 1700);
  const people = new Map(day.arrivals.map((arrival) => [arrival.id, arrival]));
  const naive = new Map<string, number>();
  const free = new Map(counters.map(({ id }) => [id, OPEN]));
  const serving = new Map<string, string>();
  const breaks = new Map(counters.map(({ id }) => [id, day.breaks.filter((each) => each.counter === id)]));
  const away = new Set<string>();
  // Counters that found nobody look again when somebody comes, and each minute while a booked time is awaited.
  const idle = new Set<string>();
  const rest = (id: string, now: number): void => {
    idle.add(id);
    free.set(id, [...views.values()].some(({ state }) => state === 'waiting') ? now + 60 : Number.MAX_SAFE_INTEGER);
  };
  const coming = [...day.arrivals];
  for (;;) {
    const soonest = counters.reduce((a, b) => ((free.get(a.id) ?? 0) <= (free.get(b.id) ?? 0) ? a : b));
    const next = coming[0];
    const now = Math.min(free.get(soonest.id) ?? 0, next?.at ?? Number.MAX_SAFE_INTEGER);
    if (next !== undefined && next.at <= now) {
      coming.shift();
      const told = pace === null ? null : estimateWait(viewNow(), rules, next, pace, at(next.at));
      if (pace !== null) naive.set(next.id, naiveWait(viewNow(), rules, next.series));
      does(issueOf(next, told, at), next.at);
      for (const id of idle) free.set(id, next.at);
      idle.clear();
      continue;
    }
    if (now === Number.MAX_SAFE_INTEGER) break;
    const id = soonest.id;
    idle.delete(id);
    const current = serving.get(id);
    if (current !== undefined) {
      const ticket = views.get(current);
      const isThere = people.get(current)?.there[ticket?.noShows ?? 0] ?? true;
      if (!isThere && callsToGo(ticket?.calls.at(-1), rules.settings) > 0) {
        does({ kind: 'recall', counter: id, ticket: current }, now);
        free.set(id, now + ABSENT / rules.settings.calls);
        continue;
      }
      serving.delete(id);
      if (isThere) does({ kind: 'end', counter: id, ticket: current, by: 'hand', dossierId: null }, now);
      else does({ kind: 'noShow', counter: id, ticket: current }, now);
    }
    if (away.delete(id)) {
      const own = counters.find((each) => each.id === id);
      does({ kind: 'openCounter', counter: id, name: id, series: own?.series ?? [] }, now);
    }
    const pause = breaks.get(id)?.[0];
    if (pause !== undefined && pause.from <= now) {
      breaks.get(id)?.shift();
      does({ kind: 'away', counter: id, reason: 'nghỉ giữa giờ', until: null }, now);
      away.add(id);
      free.set(id, now + pause.length);
      continue;
    }
    const called = callFor(viewNow(), rules, policy, id, at(now));
    if (called === null) {
      rest(id, now);
      continue;
    }
    does(called, now);
    const now_ = [...views.values()].find(({ state, counter }) => state === 'called' && counter === id);
    if (now_ === undefined) {
      rest(id, now);
      continue;
    }
    const person = people.get(now_.id);
    serving.set(id, now_.id);
    free.set(
      id,
      now + (person?.there[now_.noShows] === false ? ABSENT / rules.settings.calls : (person?.service ?? 0)),
    );
  }
  const view = viewNow();
  return { view, waits: [...views.values()].flatMap((ticket) => waitOf(ticket, people, naive)) };
}

function callFor(view: HallView, rules: HallRules, policy: Policy, id: string, now: string): HallCommand | null {
  const counter = view.counters.find((each): each is CounterView => each.id === id);
  if (counter === undefined) return null;
  const line = lineOf(view, rules, counter, now);
  if (line.length === 0) return null;
  if (policy === null) return { kind: 'callNext', counter: id };
  const chosen = policy(line, id);
  return chosen === undefined ? null : { kind: 'call', counter: id, ticket: chosen.ticket.id };
}

function issueOf(arrival: Arrival, told: Told | null, at: (seconds: number) => string): HallCommand {
  return {
    kind: 'issue',
    ticket: arrival.id,
    series: arrival.series,
    field: null,
    lane: arrival.lane,
    priority: arrival.priority,
    source: arrival.lane === 'booked' ? 'booking' : 'kiosk',
    bookedFor: arrival.bookedFor === null ? null : at(arrival.bookedFor),
    dossierId: null,
    personKey: null,
    sealedPerson: null,
    secondBecause: null,
    told,
  };
}

function naiveWait(view: HallView, rules: HallRules, series: string): number {
  const ahead = view.tickets.filter((each) => each.state === 'waiting' && each.series === series).length;
  const serve = view.counters.filter(({ state, series: own }) => state === 'open' && own.includes(series)).length;
  const done = view.tickets.flatMap((each) => {
    const call = each.calls.at(-1);
    if (each.state !== 'ended' || each.endedAt === null || call === undefined || each.series !== series) return [];
    return [(Date.parse(each.endedAt) - Date.parse(call.at)) / 1000];
  });
  const usual = (rules.series.find(({ letter }) => letter === series)?.minutes ?? 0) * 60;
  const mean = done.length === 0 ? usual : done.reduce((a, b) => a + b, 0) / done.length;
  return (ahead * mean) / Math.max(1, serve);
}

function waitOf(ticket: TicketView, people: ReadonlyMap<string, Arrival>, naive: ReadonlyMap<string, number>): Wait[] {
  const arrival = people.get(ticket.id);
  const call = ticket.calls.at(-1);
  const first = ticket.calls[0];
  if (arrival === undefined || call === undefined || first === undefined) return [];
  const since = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;
  const from = ticket.bookedFor !== null && ticket.bookedFor > ticket.issuedAt ? ticket.bookedFor : ticket.issuedAt;
  return [
    {
      arrival,
      wait: Math.max(0, since(from, call.at)),
      sinceQueued: Math.max(0, since(from, first.at)),
      putBack: ticket.putBacks > 0,
      told: ticket.told,
      naive: naive.get(ticket.id) ?? null,
    },
  ];
}
