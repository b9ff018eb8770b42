import type { Bilingual } from '../text.ts';
import type { Channel } from '../procedure/catalogue.ts';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDate, dateOf, timeOf } from './civil-date.ts';
import { calendarDays, dayLabel, timeInSentence, workingDays } from './date-words.ts';
import { daysInside, type DueFacts } from './due-facts.ts';
import { rollStep, sameDayStep } from './due-end-steps.ts';
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
