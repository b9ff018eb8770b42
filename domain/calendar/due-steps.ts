import type { Bilingual } from '../text.ts';
import type { Channel } from '../procedure/catalogue.ts';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDate, dateOf, timeOf } from './civil-date.ts';
import { calendarDays, dayLabel, timeInSentence, workingDays } from './date-words.ts';
import { nameInSentence } from './day-kind.ts';
import { daysInside, type DueFacts } from './due-facts.ts';
import { inTime } from './count-days.ts';
import { passedSteps, skipSteps } from './skip-steps.ts';

/** One numbered sentence of the explanation. `emphasis`: the parts to set in bold; `params`: what it was made from. */
export interface DueStep {
  readonly code: 'limit' | 'transfer' | 'start' | 'same-day' | 'next-day' | 'skip' | 'makeup' | 'roll';
  readonly text: Bilingual;
  readonly emphasis: readonly Bilingual[];
  readonly date?: CivilDate;
  readonly params: Readonly<Record<string, string | number | readonly CivilDate[]>>;
}

function channelWords(channel: Channel): Bilingual {
  switch (channel) {
    case 'DIRECT':
      return { vi: 'nộp trực tiếp', en: 'filed in person' };
    case 'ONLINE':
      return { vi: 'nộp trực tuyến', en: 'filed online' };
    case 'POSTAL':
      return { vi: 'nộp qua bưu chính', en: 'filed by post' };
  }
}

/** "Thời hạn 3 ngày làm việc, nộp trực tiếp (1.004873)". */
function limitStep({ request, limit }: DueFacts): DueStep {
  const channel = channelWords(request.channel);
  const code = request.procedure.code;
  const params = { value: limit.value, unit: limit.unit };
  if (limit.unit === 'SAME_DAY') {
    return {
      code: 'limit',
      text: { vi: `Giải quyết trong ngày, ${channel.vi} (${code})`, en: `Done the same day, ${channel.en} (${code})` },
      emphasis: [{ vi: 'trong ngày', en: 'the same day' }],
      params,
    };
  }
  const days = limit.unit === 'DAY' ? calendarDays(limit.value) : workingDays(limit.value);
  return {
    code: 'limit',
    text: { vi: `Thời hạn ${days.vi}, ${channel.vi} (${code})`, en: `Time limit ${days.en}, ${channel.en} (${code})` },
    emphasis: [days],
    params,
  };
}

/** Where the processing clock starts at another agency. */
function transferStep({ request, startAt }: DueFacts): DueStep | null {
  const foreign = request.phiDiaGioi;
  if (foreign === undefined) return null;
  const day = dayLabel(dateOf(startAt));
  const time = timeInSentence(timeOf(startAt));
  const when = { vi: `${time.vi} ${day.vi}`, en: `${time.en} ${day.en}` };
  const text =
    foreign.competentReceivedAt === null
      ? {
          vi: `Phi địa giới: tính hạn từ khi ${foreign.competentOffice} nhận, chậm nhất ${when.vi}`,
          en: `Received for another area: the limit runs once ${foreign.competentOffice} has it, at the latest ${when.en}`,
        }
      : {
          vi: `Phi địa giới: tính hạn từ khi ${foreign.competentOffice} nhận, ${when.vi}`,
          en: `Received for another area: the limit runs since ${foreign.competentOffice} received it, ${when.en}`,
        };
  return { code: 'transfer', text, emphasis: [when], date: dateOf(startAt), params: { startAt } };
}

function startStep({ startAt, request }: DueFacts): DueStep {
  const date = dateOf(startAt);
  const day = dayLabel(date);
  const foreign = request.phiDiaGioi !== undefined;
  const emphasis = { vi: `không tính ${day.vi}`, en: `${day.en} is not counted` };
  const head = foreign
    ? { vi: 'Đếm từ ngày sau ngày cơ quan có thẩm quyền nhận', en: 'Counted from the day after the agency has it' }
    : { vi: 'Đếm từ ngày sau ngày nhận', en: 'Counted from the day after receipt' };
  return {
    code: 'start',
    text: { vi: `${head.vi}: ${emphasis.vi}`, en: `${head.en}: ${emphasis.en}` },
    emphasis: [emphasis],
    date,
    params: { start: date },
  };
}

/** Same-day work: why today, or why the next working day. */
function sameDayStep({ startAt, count }: DueFacts, calendar: WorkingCalendar): DueStep {
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
function rollStep({ limit, count }: DueFacts, calendar: WorkingCalendar): DueStep | null {
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

/** The numbered sentences, in the order a person follows them. */
export function dueSteps(facts: DueFacts, calendar: WorkingCalendar): readonly DueStep[] {
  const { limit, count, startAt } = facts;
  const steps: (DueStep | null)[] = [limitStep(facts), transferStep(facts)];
  if (limit.unit === 'SAME_DAY') {
    steps.push(sameDayStep(facts, calendar), ...passedSteps(daysInside(dateOf(startAt), count.due), calendar));
  } else {
    steps.push(startStep(facts));
    if (limit.unit === 'WORKING_DAY') steps.push(...skipSteps(daysInside(dateOf(startAt), count.end), calendar));
    steps.push(rollStep(facts, calendar));
  }
  return steps.filter((step) => step !== null);
}
