import { ProblemError } from '../../../contract/problems.ts';
import { dateOf, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { HallCommand, HallWrite } from '../../../domain/ticket/commands.ts';
import { decide } from '../../../domain/ticket/decide.ts';
import { blockOf } from '../../../domain/ticket/numbering.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import type { NewEvent, Stamp } from '../../store/events.ts';
import { bodyOf } from '../../store/store.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { namedId } from '../named-id.ts';

/** The hall of today as this machine knows it, whoever hosts it. */
export function hallToday(context: DeskContext): HallView {
  const { office } = enrolmentOf(context);
  const date = dateOf(context.localNow());
  return context.store.halls.view(office, date, (id) => context.store.log?.ofAggregate(id) ?? []);
}

/**
 * Decides a command at the host and writes what comes of it in its log. The day's hall is opened with the first one, or
 * taken over from the reign before.
 * @returns ids of the events written
 * @throws ProblemError HC-01 … HC-14
 */
export function decideHere(context: DeskContext, { command, actor, request, term }: Asked): string[] {
  // Asked again, the answer having been lost, perhaps with another host: it is done.
  if ((context.store.log?.hashOf(request) ?? null) !== null) return [request];
  const { device } = enrolmentOf(context);
  const reign = hallToday(context).reign;
  const isOurs = reign !== null && reign.host === device && reign.signedOffAt === null;
  const opening = { actor, request: context.random.id() };
  const opened = isOurs ? [] : write(context, openHall(context, reign !== null, term), opening);
  return [...opened, ...write(context, command, { actor, request })];
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
  const grants = context.store.reference.get('grants') ?? [];
  return { kind: 'openHall', block: blockOf(grants, dateOf(context.localNow())), takeover, term };
}

function write(context: DeskContext, command: HallCommand, by: Pick<Asked, 'actor' | 'request'>): string[] {
  const { store } = context;
  const view = hallToday(context);
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
