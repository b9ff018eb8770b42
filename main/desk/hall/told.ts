import { addDays, dateOf, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { NewTicket } from '../../../domain/ticket/commands.ts';
import { estimateLine, estimateWait } from '../../../domain/ticket/estimate.ts';
import type { Told } from '../../../domain/ticket/events.ts';
import { NO_PACE, paceAfter, type Pace } from '../../../domain/ticket/pace.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { hallToday } from './deciding.ts';

type Asked = Pick<NewTicket, 'series' | 'lane' | 'priority'>;

/** Days looked back for the speed of counters: four weeks, so that each weekday is in it alike. */
const DAYS_BACK = 28;

/** The whole line is played out no more often than this, ms: hundreds of phones ask. */
const LINE_EVERY_MS = 2_000;

/** What a ticket taken now would be told: people ahead, and the wait as a range in seconds. */
export interface Telling {
  now(asked: Asked): Told;
  /** The same for everybody in line, by ticket; a few seconds old at most. */
  line(): ReadonlyMap<string, Told>;
}

/** The answer stands as long as nothing has happened in the hall and the minute is the same: displays ask every second. */
export function createTelling(context: DeskContext): Telling {
  let pace: { readonly date: CivilDate; readonly pace: Pace } | null = null;
  let answers = new Map<string, Told>();
  let answeredAt = '';
  let line: ReadonlyMap<string, Told> = new Map();
  let linedAt = Number.NEGATIVE_INFINITY;

  const paceOf = (date: CivilDate): Pace => {
    if (pace?.date !== date) pace = { date, pace: pastPace(context, date) };
    return pace.pace;
  };

  return {
    now(asked) {
      const local = context.localNow();
      const moment = `${context.store.hearing.newest()} ${local.slice(0, 16)}`;
      if (moment !== answeredAt) [answers, answeredAt] = [new Map(), moment];
      const key = `${asked.series} ${asked.lane} ${asked.priority ?? ''}`;
      const date = dateOf(local);
      const told =
        answers.get(key) ??
        estimateWait(hallToday(context), context.reference.hallRules(date), asked, paceOf(date), local);
      answers.set(key, told);
      return told;
    },
    line() {
      const moment = context.clock.monotonic();
      if (moment - linedAt < LINE_EVERY_MS) return line;
      const local = context.localNow();
      const date = dateOf(local);
      line = estimateLine(hallToday(context), context.reference.hallRules(date), paceOf(date), local);
      linedAt = context.clock.monotonic();
      return line;
    },
  };
}

function pastPace(context: DeskContext, today: CivilDate): Pace {
  const { store, reference } = context;
  const { office } = enrolmentOf(context);
  let pace = NO_PACE;
  for (let back = DAYS_BACK; back >= 1; back -= 1) {
    const date = addDays(today, -back);
    if (store.halls.newest(office, date) === null) continue;
    const view = store.halls.view(office, date, (id) => store.log?.ofAggregate(id) ?? []);
    pace = paceAfter(pace, view, reference.hallRules(date));
  }
  return pace;
}
