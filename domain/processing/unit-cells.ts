import type { WorkingCalendar } from '../calendar/calendar.ts';
import { addDays, dateOf, daysBetween, type CivilDate } from '../calendar/civil-date.ts';
import { capital } from '../calendar/date-words.ts';
import type { DayCell } from '../calendar/day-cells.ts';
import { nameInSentence } from '../calendar/day-kind.ts';
import type { DossierClock } from '../dossier/view.ts';
import type { Bilingual } from '../text.ts';
import { pausesOf, stood, type DayTick } from './clock-days.ts';

/** A strip of more days than these is not drawn. */
const LONGEST = 150;

/**
 * The day strip of a clock as it stands: every day from the one it began (again) to the due day, waits left out of the
 * count; while it stands still, to today. Empty before it began, past the calendar, and where it would be too long.
 */
export function unitCells(clock: DossierClock, today: CivilDate, calendar: WorkingCalendar): DayCell[] {
  const from = clock.marks.findLast((mark) => mark.kind === 'start' || mark.kind === 'restart');
  if (from === undefined) return [];
  const first = dateOf(from.at);
  const due = clock.dueAt === null ? null : dateOf(clock.dueAt);
  const last = due ?? today;
  if (!calendar.covers(first) || !calendar.covers(last) || daysBetween(first, last) > LONGEST) return [];
  const pauses = pausesOf(clock.marks);
  const cells: DayCell[] = [];
  let n = 0;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const kind = calendar.dayKind(date);
    const name = kind.kind === 'working' ? null : nameInSentence(kind);
    const own = name === null ? null : { vi: capital(name.vi), en: capital(name.en) };
    const weekend = kind.kind === 'weekend';
    const waits = stood(pauses, date);
    if (date > first && kind.counts && !waits) n += 1;
    if (date === due) cells.push({ date, role: 'due', n: kind.counts ? n : null, reason: own, weekend: false });
    else if (date === first) cells.push({ date, role: 'received', n: null, reason: own, weekend: false });
    else if (kind.counts && !waits) cells.push({ date, role: 'counted', n, reason: own, weekend });
    else if (kind.counts) cells.push({ date, role: 'paused', n: null, reason: paused, weekend });
    else cells.push({ date, role: 'off', n: null, reason: own, weekend });
  }
  return cells;
}

const paused: Bilingual = { vi: 'Tạm dừng', en: 'Paused' };

/** What a row of ticks says: "đã qua 2 ngày, còn 1 ngày". */
export function ticksWords(ticks: readonly DayTick[]): Bilingual {
  const count = (tick: DayTick): number => ticks.filter((each) => each === tick).length;
  const parts: Bilingual[] = [];
  const say = (n: number, vi: string, en: string): void => {
    if (n > 0) parts.push({ vi: `${vi} ${n} ngày`, en: `${n} ${en}` });
  };
  say(count('past'), 'đã qua', 'past');
  say(count('paused'), 'tạm dừng', 'paused');
  say(count('left'), 'còn', 'left');
  say(count('over'), 'quá', 'over');
  return { vi: parts.map((part) => part.vi).join(', '), en: parts.map((part) => part.en).join(', ') };
}
