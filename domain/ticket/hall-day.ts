import type { CivilDate, LocalDateTime } from '../calendar/civil-date.ts';
import { heads } from '../log/order.ts';
import type { Bilingual } from '../text.ts';
import type { Envelope } from '../log/envelope.ts';
import type { HallEvent } from './events.ts';
import { compareReigns, reignOrder } from './reign-order.ts';

export interface KnownHallEvent {
  readonly envelope: Pick<Envelope, 'id' | 'log' | 'seq' | 'after' | 'device' | 'actor'>;
  readonly event: HallEvent | null;
}

/** One host's time at the head of the hall (nhiệm kỳ sảnh). */
export interface Reign {
  readonly term: number;
  /** Device that hosts. */
  readonly host: string;
  readonly log: string;
  readonly block: number;
  readonly how: 'day' | 'takeover';
  readonly after: { readonly term: number; readonly host: string } | null;
  /** Who pressed the key. */
  readonly actor: string;
  readonly at: LocalDateTime;
  readonly signedOffAt: LocalDateTime | null;
}

/** Quầy: đang mở, tạm nghỉ, đã đóng. */
export interface CounterView {
  readonly id: string;
  readonly name: string;
  readonly state: 'open' | 'away' | 'closed';
  readonly since: LocalDateTime;
  /** The officer who opened it last. */
  readonly user: string;
  readonly series: readonly string[];
  /** While away: why, and until when if that was said. */
  readonly reason: string;
  readonly until: LocalDateTime | null;
  /** Series a supervisor asked it to take too, and that it does not take yet. */
  readonly askedFor: readonly string[];
}

/** What is known of an office's hall on one day, but for its tickets. */
export interface HallDay {
  readonly office: string;
  readonly date: CivilDate;
  readonly state: 'none' | 'open' | 'closed';
  /** The reign that goes on: the highest term (tie: by device); null while nobody opened. */
  readonly reign: Reign | null;
  /** All, the oldest first by term and device. */
  readonly reigns: readonly Reign[];
  readonly closedAt: LocalDateTime | null;
  /** In the order of their ids. */
  readonly counters: readonly CounterView[];
  /** Counters whose officer was asked to come (mời vào quầy) and that have not opened since; the newest last. */
  readonly comeAsked: readonly { readonly counter: string; readonly at: LocalDateTime }[];
  /** What the display says until then (lời nhắn trên màn hình); null: nothing was set, or it was taken away. */
  readonly message: { readonly text: Bilingual; readonly until: LocalDateTime } | null;
  readonly heads: readonly string[];
}

/** Folds the events of an office's hall on one day, whatever order they came in. */
export function foldHallDay(office: string, date: CivilDate, known: readonly KnownHallEvent[]): HallDay {
  const ordered = reignOrder(known);
  let day: HallDay = {
    office,
    date,
    state: 'none',
    reign: null,
    reigns: [],
    closedAt: null,
    counters: [],
    comeAsked: [],
    message: null,
    heads: heads(ordered.map(({ envelope }) => envelope)),
  };
  for (const { envelope, event } of ordered) if (event !== null) day = after(day, event, envelope);
  return { ...day, counters: day.counters.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function after(day: HallDay, event: HallEvent, { device, log, actor }: KnownHallEvent['envelope']): HallDay {
  switch (event.type) {
    case 'hall.opened': {
      const { term, block, how, after: before, at } = event.body;
      const others = day.reigns.filter((each) => each.term !== term || each.host !== device);
      const reign: Reign = { term, host: device, log, block, how, after: before, actor, at, signedOffAt: null };
      const reigns = [...others, reign].sort(compareReigns);
      return { ...day, state: 'open', closedAt: null, reign: reigns.at(-1) ?? null, reigns };
    }
    case 'hall.signedOff': {
      const signedOff = (each: Reign): Reign =>
        each.term === event.body.term && each.host === device ? { ...each, signedOffAt: event.body.at } : each;
      return { ...day, reigns: day.reigns.map(signedOff), reign: day.reign === null ? null : signedOff(day.reign) };
    }
    case 'hall.closed':
      // Of another reign's end the one that goes on takes no notice.
      if (day.reign === null || event.body.term !== day.reign.term || device !== day.reign.host) return day;
      return closed(day, event.body.at);
    case 'hall.counterOpened': {
      const { counter: id, name, series, at } = event.body;
      const open = { state: 'open', since: at, user: actor, reason: '', until: null, askedFor: [] } as const;
      return withCounter(notAsked(day, id), { id, name, series, ...open });
    }
    case 'hall.counterAway': {
      const { counter, reason, until, at } = event.body;
      return changed(day, counter, (each) => ({ ...each, state: 'away', since: at, reason, until }));
    }
    case 'hall.counterClosed': {
      const { counter, at } = event.body;
      return changed(day, counter, (each) => ({ ...each, ...closedSince(at) }));
    }
    case 'hall.counterSeries': {
      const { counter, series } = event.body;
      return changed(day, counter, (each) => ({
        ...each,
        series,
        askedFor: each.askedFor.filter((letter) => !series.includes(letter)),
      }));
    }
    case 'hall.helpAsked': {
      const { counter, series } = event.body;
      return changed(day, counter, (each) =>
        each.series.includes(series) || each.askedFor.includes(series)
          ? each
          : { ...each, askedFor: [...each.askedFor, series] },
      );
    }
    case 'hall.comeAsked': {
      const { counter, at } = event.body;
      if (day.counters.some(({ id, state }) => id === counter && state === 'open')) return day;
      const before = notAsked(day, counter);
      return { ...before, comeAsked: [...before.comeAsked, { counter, at }] };
    }
    case 'hall.messageSet': {
      const { message, until } = event.body;
      return { ...day, message: message === null ? null : { text: message, until } };
    }
  }
}

/** With the hall its counters close too. */
function closed(day: HallDay, at: LocalDateTime): HallDay {
  const counters = day.counters.map((each) => (each.state === 'closed' ? each : { ...each, ...closedSince(at) }));
  return { ...day, state: 'closed', closedAt: at, counters };
}

function closedSince(at: LocalDateTime): Pick<CounterView, 'state' | 'since' | 'reason' | 'until' | 'askedFor'> {
  return { state: 'closed', since: at, reason: '', until: null, askedFor: [] };
}

function notAsked(day: HallDay, id: string): HallDay {
  return { ...day, comeAsked: day.comeAsked.filter(({ counter }) => counter !== id) };
}

function withCounter(day: HallDay, counter: CounterView): HallDay {
  return { ...day, counters: [...day.counters.filter((each) => each.id !== counter.id), counter] };
}

function changed(day: HallDay, id: string, change: (counter: CounterView) => CounterView): HallDay {
  const counter = day.counters.find((each) => each.id === id);
  return counter === undefined ? day : withCounter(day, change(counter));
}
