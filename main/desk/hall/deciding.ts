import { ProblemError } from '../../../contract/problems.ts';
import { dateOf, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { HallCommand, HallWrite } from '../../../domain/ticket/commands.ts';
import { decide } from '../../../domain/ticket/decide.ts';
import { blockOf } from '../../../domain/ticket/numbering.ts';
import { beginsByItself } from '../../../domain/ticket/opening.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import type { NewEvent, Stamp } from '../../store/events.ts';
import { bodyOf } from '../../store/store.ts';
import { ownGrants } from '../../sync/own-log.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { namedId } from '../named-id.ts';

/** The hall of today as this machine knows it, whoever hosts it. */
export function hallToday(context: DeskContext): HallView {
  return hallOn(context, dateOf(context.localNow()));
}

function hallOn(context: DeskContext, date: CivilDate): HallView {
  return context.store.halls.view(enrolmentOf(context).office, date, (id) => context.store.log?.ofAggregate(id) ?? []);
}

/** Whether the day goes on under this machine, in a reign that is not below what the machines of the hall have had. */
function isOurs({ reign }: HallView, device: string, term: number): boolean {
  return reign !== null && reign.host === device && reign.signedOffAt === null && reign.term >= term;
}

function beginsNow(context: DeskContext): boolean {
  return beginsByItself(context.reference.calendar(enrolmentOf(context).office), context.localNow());
}

/**
 * Decides a command at the host and writes what comes of it in its log. The reign is written with the first one where the
 * day goes on under another; a day that has not begun, or was closed, begins within the office's hours
 * (`beginsByItself`), or with the first counter that opens.
 * @returns ids of the events written
 * @throws ProblemError HC-01 … HC-15
 */
export function decideHere(context: DeskContext, { command, actor, request, term }: Asked): string[] {
  // Asked again, the answer having been lost, perhaps with another host: it is done.
  if ((context.store.log?.hashOf(request) ?? null) !== null) return [request];
  const view = hallToday(context);
  const isOpening = command.kind === 'openCounter';
  const goesOn = isOurs(view, enrolmentOf(context).device, term) && !(isOpening && view.state === 'closed');
  if (!goesOn && view.state !== 'open' && !isOpening && !beginsNow(context)) {
    throw new ProblemError(view.state === 'closed' ? 'HC-03' : 'HC-01');
  }
  if (goesOn) return write(context, view, command, { actor, request });
  const opening = { actor, request: context.random.id() };
  const opened = write(context, view, openHall(context, view.reign !== null, term), opening);
  return [...opened, ...write(context, hallToday(context), command, { actor, request })];
}

/** What the clock asks of the host: that the day begins by itself, and that what is over by now expires. */
export function tendToday(context: DeskContext, asked: Omit<Asked, 'command'>): void {
  const view = hallToday(context);
  const isClosed = view.state === 'closed' && isOurs(view, enrolmentOf(context).device, asked.term);
  if (view.state !== 'open' && (isClosed || !beginsNow(context))) return;
  decideHere(context, { ...asked, command: { kind: 'expire' } });
}

/** The host leaves in order: the day's log says so, so that nobody waits for it; nothing where the day is not open. */
export function endHere(context: DeskContext, asked: Asked): void {
  if (hallToday(context).state === 'open') decideHere(context, asked);
}

/** Days looked back for one that stayed open: a holiday at most lies between two. */
const DAYS_BEHIND = 7;

/** Closes days that are over and that this machine hosts to this day, since nobody closed their hall. */
export function closeDaysBehind(context: DeskContext): void {
  const { office, device } = enrolmentOf(context);
  for (const date of context.store.halls.daysBefore(office, dateOf(context.localNow()), DAYS_BEHIND)) {
    const view = hallOn(context, date);
    if (view.state !== 'open' || !isOurs(view, device, 0)) continue;
    write(context, view, { kind: 'closeHall' }, { actor: device, request: context.random.id() });
  }
}

/** What is asked of the host. */
export interface Asked {
  readonly command: HallCommand;
  readonly actor: string;
  /** Id of the first event that comes of it: asked twice, it is done once. */
  readonly request: string;
  /** Of this machine's reign. */
  readonly term: number;
}

function openHall(context: DeskContext, takeover: boolean, term: number): HallCommand {
  // Of the log it writes alone: on a copy it was put back from, the numbers of a log left since may stand on paper.
  const grants = ownGrants(context.store);
  return { kind: 'openHall', block: blockOf(grants, dateOf(context.localNow())), takeover, term };
}

function write(
  context: DeskContext,
  view: HallView,
  command: HallCommand,
  by: Pick<Asked, 'actor' | 'request'>,
): string[] {
  const { store } = context;
  const rules = context.reference.hallRules(view.date);
  const { device } = enrolmentOf(context);
  const decision = decide(view, rules, command, { host: device, now: context.localNow() });
  if (!decision.ok) throw new ProblemError(decision.code, decision.params);
  if (decision.events.length === 0) return [];
  const events = eventsOf(context, decision.events, view.office, view.date, by);
  store.record(() => ({ now: context.clock.now(), events }));
  context.kick();
  context.changed('hall');
  return events.map(({ stamp }) => stamp.id);
}

/** Of one ticket or day, each event comes after the one written with it. */
function eventsOf(
  context: DeskContext,
  writes: readonly HallWrite[],
  office: string,
  date: CivilDate,
  { actor, request }: Pick<Asked, 'actor' | 'request'>,
): { readonly event: NewEvent; readonly stamp: Stamp }[] {
  const last = new Map<string, string>();
  return writes.map((each, nth) => {
    const aggregateId = each.aggregate === 'ticket' ? each.id : namedId(`hall ${office} ${date}`);
    const before = last.get(aggregateId);
    const stamp = { ...context.stamp(), ...(nth === 0 ? { id: request } : {}) };
    last.set(aggregateId, stamp.id);
    return {
      stamp,
      event: {
        aggregate: each.aggregate,
        aggregateId,
        after: before === undefined ? each.after : [before],
        type: each.event.type,
        version: each.event.version,
        body: bodyOf(each.event.body),
        actor,
        approvedBy: null,
      },
    };
  });
}
