import type { Bilingual } from '../text.ts';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';
import { dayLabel } from './date-words.ts';
import { type DayKind, nameInSentence } from './day-kind.ts';
import type { DueStep } from './due-steps.ts';

/** Days of one name that follow each other: the five days of Tết are one sentence. */
function runs(days: readonly DayKind[]): readonly (readonly DayKind[])[] {
  const found: DayKind[][] = [];
  for (const day of days) {
    const run = found.at(-1);
    const last = run?.at(-1);
    const joins =
      last !== undefined &&
      daysBetween(last.date, day.date) === 1 &&
      last.kind === day.kind &&
      nameInSentence(last).vi === nameInSentence(day).vi;
    if (joins) run?.push(day);
    else found.push([day]);
  }
  return found;
}

const join = (labels: readonly Bilingual[]): Bilingual => ({
  vi: labels.map((l) => l.vi).join(', '),
  en: labels.map((l) => l.en).join(', '),
});

/** "T3 24/11", "T2 16/02 đến T6 20/02". */
function span(dates: readonly CivilDate[]): Bilingual {
  const first = dayLabel(dates[0] ?? '');
  const last = dayLabel(dates.at(-1) ?? '');
  return dates.length === 1 ? first : { vi: `${first.vi} đến ${last.vi}`, en: `${first.en} to ${last.en}` };
}

function weekendStep(weekend: readonly DayKind[]): DueStep {
  const dates = weekend.map((day) => day.date);
  const count = dates.length;
  const which =
    count <= 2
      ? { vi: join(dates.map(dayLabel)).vi + ', cuối tuần', en: join(dates.map(dayLabel)).en + ', weekend' }
      : {
          vi: `${count} ngày cuối tuần, từ ${dayLabel(dates[0] ?? '').vi} đến ${dayLabel(dates.at(-1) ?? '').vi}`,
          en: `${count} weekend days, ${dayLabel(dates[0] ?? '').en} to ${dayLabel(dates.at(-1) ?? '').en}`,
        };
  return skip(dates, which);
}

function skip(dates: readonly CivilDate[], which: Bilingual): DueStep {
  const [date] = dates;
  return {
    code: 'skip',
    text: { vi: `Bỏ qua ${which.vi}`, en: `Skipping ${which.en}` },
    emphasis: [which],
    ...(date === undefined ? {} : { date }),
    params: { days: dates },
  };
}

function holidayStep(run: readonly DayKind[]): DueStep | null {
  const [first] = run;
  if (first === undefined) return null;
  const dates = run.map((day) => day.date);
  const when = span(dates);
  const name = nameInSentence(first);
  return skip(dates, { vi: `${when.vi}, ${name.vi}`, en: `${when.en}, ${name.en}` });
}

/** "Tính T7 26/04 là ngày làm việc, làm bù cho 02/5". */
function makeupStep(day: DayKind): DueStep {
  const label = dayLabel(day.date);
  const name = nameInSentence(day);
  const which = { vi: `${label.vi} là ngày làm việc`, en: `${label.en} as a working day` };
  return {
    code: 'makeup',
    text: { vi: `Tính ${which.vi}, ${name.vi}`, en: `Counting ${which.en}, ${name.en}` },
    emphasis: [which],
    date: day.date,
    params: { day: day.date },
  };
}

function ordered(steps: readonly (DueStep | null)[]): readonly DueStep[] {
  return steps.filter((step) => step !== null).toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}

/** Weekends in one sentence, and one for each run of other days. */
function leftOut(days: readonly DayKind[]): readonly (DueStep | null)[] {
  const weekend = days.filter((day) => day.kind === 'weekend');
  return [
    weekend.length === 0 ? null : weekendStep(weekend),
    ...runs(days.filter((day) => day.kind !== 'weekend')).map(holidayStep),
  ];
}

/** Which of these days were not counted and why, and which make-up Saturdays were: in order. */
export function skipSteps(days: readonly CivilDate[], calendar: WorkingCalendar): readonly DueStep[] {
  const kinds = days.map((date) => calendar.dayKind(date));
  const makeup = kinds.filter((day) => day.kind === 'makeup_workday');
  return ordered([...leftOut(kinds.filter((day) => !day.counts)), ...makeup.map(makeupStep)]);
}

/** Why each of these days was passed over, where the first day certain to be worked was looked for. */
export function passedSteps(days: readonly CivilDate[], calendar: WorkingCalendar): readonly DueStep[] {
  return ordered(leftOut(days.map((date) => calendar.dayKind(date))));
}
