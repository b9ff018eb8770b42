import type { WorkingCalendar } from '../calendar/calendar.ts';
import { addDays, dateOf, daysBetween, type CivilDate } from '../calendar/civil-date.ts';
import { pausesOf, stood, type Pause } from '../processing/clock-days.ts';
import type { Bilingual } from '../text.ts';
import type { DossierClock, DossierView } from './view.ts';

/** One day of a dossier's line: the day it came in, used, paused, off, still left, over the due day. */
export interface PageDay {
  readonly date: CivilDate;
  readonly kind: 'received' | 'used' | 'paused' | 'off' | 'left' | 'over';
}

/** A name over the line: "Nhận 12/10", "Tạm dừng, chờ nộp thuế", "Hẹn lại 30/11". */
export interface PageMark {
  readonly from: CivilDate;
  /** The last day it is about; null: the one day. */
  readonly to: CivilDate | null;
  readonly words: Bilingual;
  readonly tone: 'plain' | 'soon';
}

/** A line of more days than these tells nothing on a sheet of 710 px. */
const LONGEST = 150;

type Dated = Pick<DossierView, 'clock' | 'received' | 'openedAt'>;

/**
 * The day strip of a dossier (dải ngày): from receipt to the due day, or to today where that is later and the work has
 * not ended; waits are days of their own. Plain weekends are left out. Empty before a day was promised, past the
 * calendar, or where the line would be too long.
 */
export function pageDays({ clock, received, openedAt }: Dated, today: CivilDate, calendar: WorkingCalendar): PageDay[] {
  if (clock.firstDue === null) return [];
  const first = dateOf(received?.receivedAt ?? openedAt);
  const due = clock.dueAt === null ? null : dateOf(clock.dueAt);
  const now = clock.endedAt === null ? today : dateOf(clock.endedAt);
  const last = due !== null && due > now ? due : now;
  if (daysBetween(first, last) > LONGEST || !calendar.covers(first) || !calendar.covers(last)) return [];
  const pauses = pausesOf(clock.marks);
  const days: PageDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const { counts, weekly } = calendar.dayKind(date);
    const kind = kindOf(date, { first, due, now, pauses, counts });
    if (kind !== 'off' || !weekly || date === due) days.push({ date, kind });
  }
  return days;
}

function kindOf(
  date: CivilDate,
  on: {
    readonly first: CivilDate;
    readonly due: CivilDate | null;
    readonly now: CivilDate;
    readonly pauses: readonly Pause[];
    readonly counts: boolean;
  },
): PageDay['kind'] {
  if (date === on.first) return 'received';
  if (!on.counts) return 'off';
  if (stood(on.pauses, date)) return 'paused';
  if (on.due !== null && date > on.due) return 'over';
  return date <= on.now ? 'used' : 'left';
}

/**
 * The names over that line, the most telling first: where there is no room for all, the last ones go. `Hẹn đầu` is the
 * day an apology moved; without one there is only the day that holds.
 */
export function pageMarks({ clock, received, openedAt }: Dated, today: CivilDate): PageMark[] {
  if (clock.firstDue === null) return [];
  const marks: PageMark[] = [];
  const one = (from: CivilDate, vi: string, en: string): void => {
    const short = `${from.slice(8, 10)}/${from.slice(5, 7)}`;
    marks.push({ from, to: null, words: { vi: `${vi} ${short}`, en: `${en} ${short}` }, tone: 'plain' });
  };
  const before = movedByApology(clock);
  if (clock.dueAt !== null && before !== null) one(dateOf(clock.dueAt), 'Hẹn lại', 'New date');
  else if (clock.dueAt !== null) one(dateOf(clock.dueAt), 'Hẹn trả', 'Due');
  one(dateOf(received?.receivedAt ?? openedAt), 'Nhận', 'Received');
  if (before !== null) one(before, 'Hẹn đầu', 'First due');
  for (const pause of pausesOf(clock.marks)) {
    const to = pause.to ?? today;
    const from = addDays(pause.after, 1);
    if (from <= to) marks.push({ from, to, words: pauseWords[pause.reason], tone: 'soon' });
  }
  return marks;
}

const pauseWords: Readonly<Record<Pause['reason'], Bilingual>> = {
  supplement: { vi: 'Tạm dừng, chờ bổ sung', en: 'Paused, waiting for papers' },
  financial: { vi: 'Tạm dừng, chờ nộp', en: 'Paused, waiting for payment' },
  other: { vi: 'Tạm dừng', en: 'Paused' },
};

/** The day that held before the last apology; null where there was none. */
function movedByApology({ marks, extensions }: DossierClock): CivilDate | null {
  if (extensions === 0) return null;
  const at = marks.findLastIndex((mark) => mark.kind === 'extend');
  let due: CivilDate | null = null;
  for (const mark of marks.slice(0, at)) {
    if (mark.kind === 'extend') due = mark.until;
    else if (mark.kind === 'start' || mark.kind === 'resume' || mark.kind === 'restart') due = mark.frozen ?? due;
  }
  return due;
}
