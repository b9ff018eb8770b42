import type { WorkingCalendar } from './calendar.ts';
import { dateOf, timeOf } from './civil-date.ts';
import { inTime } from './count-days.ts';
import { dayLabel, timeInSentence } from './date-words.ts';
import { nameInSentence } from './day-kind.ts';
import { daysInside, type DueFacts } from './due-facts.ts';
import type { DueStep } from './due-steps.ts';

/** Same-day work: why today, or why the next working day. */
export function sameDayStep({ startAt, count }: DueFacts, calendar: WorkingCalendar): DueStep {
  const date = dateOf(startAt);
  const at = timeInSentence(timeOf(startAt));
  const cutoff = calendar.sameDayCutoff(date);
  const limit = timeInSentence(cutoff);
  const due = dayLabel(count.due);
  const params = { start: date, due: count.due };
  if (inTime(date, timeOf(startAt), calendar)) {
    return {
      code: 'same-day',
      text: {
        vi: `Nhận lúc ${at.vi}, chưa quá ${limit.vi}: hẹn trong ngày ${due.vi}`,
        en: `Received at ${at.en}, not later than ${limit.en}: due the same day, ${due.en}`,
      },
      emphasis: [{ vi: `trong ngày ${due.vi}`, en: `the same day, ${due.en}` }],
      date: count.due,
      params,
    };
  }
  const emphasis = { vi: `ngày làm việc kế tiếp, ${due.vi}`, en: `the next working day, ${due.en}` };
  const received = dayLabel(date);
  const kind = calendar.dayKind(date);
  const why = calendar.isReturnDay(date)
    ? timeOf(startAt) > cutoff
      ? { vi: `Nhận sau ${limit.vi}`, en: `Received after ${limit.en}` }
      : { vi: `Nhận sau giờ làm việc ${received.vi}`, en: `Received after hours on ${received.en}` }
    : {
        vi: `Nhận ${received.vi}, ${nameInSentence(kind).vi}`,
        en: `Received on ${received.en}, ${nameInSentence(kind).en}`,
      };
  return {
    code: 'next-day',
    text: { vi: `${why.vi}: hẹn ${emphasis.vi}`, en: `${why.en}: due ${emphasis.en}` },
    emphasis: [emphasis],
    date: count.due,
    params,
  };
}

/** The last day falls where nobody can come: the next day the office works. */
export function rollStep({ limit, count }: DueFacts, calendar: WorkingCalendar): DueStep | null {
  if (count.end === count.due) return null;
  const end = dayLabel(count.end);
  const due = dayLabel(count.due);
  const kind = calendar.dayKind(count.end);
  const name = kind.kind === 'working' ? { vi: 'không có giờ làm việc', en: 'no office hours' } : nameInSentence(kind);
  const emphasis = { vi: `ngày làm việc kế tiếp, ${due.vi}`, en: `the next working day, ${due.en}` };
  return {
    code: 'roll',
    text: {
      vi: `Ngày thứ ${limit.value} rơi vào ${end.vi}, ${name.vi}: hẹn ${emphasis.vi}`,
      en: `Day ${limit.value} falls on ${end.en}, ${name.en}: due ${emphasis.en}`,
    },
    emphasis: [emphasis],
    date: count.due,
    params: { days: [...daysInside(count.end, count.due), count.due] },
  };
}
