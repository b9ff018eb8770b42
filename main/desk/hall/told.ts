import { addDays, dateOf, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { NewTicket } from '../../../domain/ticket/commands.ts';
import { estimateLine, estimateWait, estimatingLine } from '../../../domain/ticket/estimate.ts';
import type { Told } from '../../../domain/ticket/events.ts';
import { NO_PACE, paceAfter, type Pace } from '../../../domain/ticket/pace.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { hallToday } from './deciding.ts';

type Asked = Pick<NewTicket, 'series' | 'lane' | 'priority'>;

/** Days looked back for the speed of counters: four weeks, so that each weekday is in it alike. */
const DAYS_BACK = 28;

/** The whole line is played out no more often than this, ms: hundreds of phones ask. */
const LINE_EVERY_MS = 2_000;
/** Older than this it is played out at once: nobody was watching. Younger, in pieces between other work. */
const LINE_GOOD_MS = 10_000;
/** No piece is longer, ms: an officer at this machine must not feel it. */
const PIECE_MS = 6;

/** What a ticket taken now would be told: people ahead, and the wait as a range in seconds. */
export interface Telling {
  now(asked: Asked): Told;
  /** The same for everybody in line, by ticket; a few seconds old at most while somebody watches. */
  line(): ReadonlyMap<string, Told>;
  stop(): void;
}

/**
 * The answer stands as long as nothing has happened in the hall and the minute is the same: displays ask every second.
 * @param lined the line was played out anew in pieces: `line` has another answer
 */
export function createTelling(context: DeskContext, lined: () => void): Telling {
  const { clock } = context;
  let pace: { readonly date: CivilDate; readonly pace: Pace } | null = null;
  let answers = new Map<string, Told>();
  let answeredOf: HallView | null = null;
  let answeredAt = '';
  let line: ReadonlyMap<string, Told> = new Map();
  let linedAt = Number.NEGATIVE_INFINITY;
  /** Ends the playing out that goes on. */
  let playing: (() => void) | null = null;

  const paceOf = (date: CivilDate): Pace => {
    if (pace?.date !== date) pace = { date, pace: pastPace(context, date) };
    return pace.pace;
  };

  const standing = (): Parameters<typeof estimateLine> => {
    const local = context.localNow();
    const date = dateOf(local);
    return [hallToday(context), context.reference.hallRules(date), paceOf(date), local];
  };
  const take = (made: ReadonlyMap<string, Told>): void => {
    [line, linedAt] = [made, clock.monotonic()];
  };
  const inPieces = (): (() => void) => {
    const steps = estimatingLine(...standing());
    const piece = (): void => {
      const until = clock.monotonic() + PIECE_MS;
      let step = steps.next();
      while (step.done !== true && clock.monotonic() < until) step = steps.next();
      if (step.done !== true) {
        playing = clock.after(0, piece);
        return;
      }
      playing = null;
      take(step.value);
      lined();
    };
    return piece;
  };
  const stop = (): void => {
    playing?.();
    playing = null;
  };

  return {
    now(asked) {
      const local = context.localNow();
      const view = hallToday(context);
      const minute = local.slice(0, 16);
      if (view !== answeredOf || minute !== answeredAt) {
        [answers, answeredOf, answeredAt] = [new Map(), view, minute];
      }
      const key = `${asked.series} ${asked.lane} ${asked.priority ?? ''}`;
      const date = dateOf(local);
      const told =
        answers.get(key) ?? estimateWait(view, context.reference.hallRules(date), asked, paceOf(date), local);
      answers.set(key, told);
      return told;
    },
    line() {
      const age = clock.monotonic() - linedAt;
      if (age >= LINE_GOOD_MS) {
        stop();
        take(estimateLine(...standing()));
      } else if (age >= LINE_EVERY_MS) playing ??= clock.after(0, inPieces());
      return line;
    },
    stop,
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
