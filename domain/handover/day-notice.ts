import type { WorkingCalendar } from '../calendar/calendar.ts';
import { addDays, dateOf, timeOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { dayInSentence, dayLabel } from '../calendar/date-words.ts';
import { kindLabel } from '../calendar/day-kind.ts';
import { handoverRule } from '../calendar/handover.ts';
import type { Bilingual } from '../text.ts';

/**
 * What the 15:00 rule (NĐ 309/2026, Điều 18 khoản 2) means today: "Nhận sau 15:00 thì giao đầu giờ thứ Tư 25/11, vì thứ
 * Ba 24/11 nghỉ lễ". Days off are named where they are no weekend. Null past the calendar.
 */
export function handoverNotice(now: LocalDateTime, calendar: WorkingCalendar): Bilingual | null {
  const today = dateOf(now);
  const rule = handoverRule(`${today}T23:59:59`, calendar);
  if (rule === null) return null;
  const next = dateOf(rule.by);
  const day = dayInSentence(next);
  const because = daysOff(today, next, calendar);
  const cutoff = calendar.sameDayCutoff(today).slice(0, 5);
  const sameDay = handoverRule(`${today}T00:00:00`, calendar)?.kind === 'same-day';
  const rest = because === null ? { vi: '', en: '' } : { vi: `, vì ${because.vi}`, en: `, because ${because.en}` };
  return sameDay
    ? {
        vi: `Nhận sau ${cutoff} thì giao đầu giờ ${day.vi}${rest.vi}`,
        en: `Received after ${cutoff}: goes early on ${day.en}${rest.en}`,
      }
    : {
        vi: `Nhận hôm nay thì giao đầu giờ ${day.vi}${rest.vi}`,
        en: `Received today: goes early on ${day.en}${rest.en}`,
      };
}

/** "thứ Ba 24/11 nghỉ lễ"; null where only weekly days off lie between. */
function daysOff(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): Bilingual | null {
  const named: Bilingual[] = [];
  for (let date = addDays(from, 1); date < to; date = addDays(date, 1)) {
    const { kind } = calendar.dayKind(date);
    if (kind === 'weekend' || kind === 'working') continue;
    const day = dayInSentence(date);
    const label = kindLabel(kind);
    named.push({ vi: `${day.vi} ${label.vi}`, en: `${day.en} is a ${label.en}` });
  }
  if (named.length === 0) return null;
  return { vi: named.map((each) => each.vi).join(', '), en: named.map((each) => each.en).join(', ') };
}

/** "Hôm nay 17:00", "T4 25/11, 7:00": a deadline in a list. */
export function deadlineWords(by: LocalDateTime, now: LocalDateTime): Bilingual {
  const time = `${Number(timeOf(by).slice(0, 2))}:${timeOf(by).slice(3, 5)}`;
  if (dateOf(by) === dateOf(now)) return { vi: `Hôm nay ${time}`, en: `Today ${time}` };
  const day = dayLabel(dateOf(by));
  return { vi: `${day.vi}, ${time}`, en: `${day.en}, ${time}` };
}
