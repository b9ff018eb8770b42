import type { Bilingual } from '../text.ts';
import type { WorkingCalendar } from './calendar.ts';
import { addDays, dateOf } from './civil-date.ts';
import { plainDate } from './date-words.ts';
import type { DueFacts } from './due-facts.ts';

/** What the date rests on that is not certain (decision 4). Empty: it is certain. */
export function dueWarnings({ request, startAt, count }: DueFacts, calendar: WorkingCalendar): readonly Bilingual[] {
  const warnings: Bilingual[] = [];
  const foreign = request.phiDiaGioi;
  if (foreign !== undefined && foreign.competentReceivedAt === null) {
    warnings.push({
      vi: `Ngày hẹn tính với việc chuyển đến ${foreign.competentOffice} đúng hạn; chuyển chậm thì hạn giải quyết tính lại từ lúc nhận thật.`,
      en: `The due date supposes a timely transfer to ${foreign.competentOffice}; if it is late, the limit runs from the real receipt.`,
    });
  }
  const doubtful: string[] = [];
  for (let date = dateOf(startAt); date <= count.due; date = addDays(date, 1)) {
    const { status } = calendar.dayKind(date);
    if (status !== 'confirmed') doubtful.push(date);
  }
  const computed = doubtful.filter((date) => calendar.dayKind(date).status === 'computed');
  const unconfirmed = doubtful.filter((date) => calendar.dayKind(date).status === 'unconfirmed');
  const list = (dates: readonly string[]): string => {
    const first = plainDate(dates[0] ?? '');
    return dates.length === 1 ? first : `${first}, …, ${plainDate(dates.at(-1) ?? '')}`;
  };
  if (unconfirmed.length > 0) {
    warnings.push({
      vi: `Ngày làm bù hoặc nghỉ chưa xác nhận: ${list(unconfirmed)}. Ngày hẹn có thể lệch.`,
      en: `Make-up day or day off not confirmed: ${list(unconfirmed)}. The due date may shift.`,
    });
  }
  if (computed.length > 0) {
    warnings.push({
      vi: `Ngày nghỉ tự tính, chờ thông báo chính thức: ${list(computed)}. Ngày hẹn có thể lệch.`,
      en: `Days off computed, not yet announced: ${list(computed)}. The due date may shift.`,
    });
  }
  if (count.due > calendar.officialUntil) {
    const until = plainDate(calendar.officialUntil);
    warnings.push({
      vi: `Lịch nghỉ chính thức mới có đến ${until}. Ngày nghỉ hoán đổi sau đó chưa biết.`,
      en: `The official holiday calendar ends on ${until}. Swapped days after it are not known yet.`,
    });
  }
  return warnings;
}
