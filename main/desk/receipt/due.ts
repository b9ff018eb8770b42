import type { Assessment } from '../../../contract/desk/receipt.ts';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { dateOf, timeOf, weekday, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { computeDueDate, type DayCell } from '../../../domain/calendar/due-date.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import type { Procedure } from '../../../domain/procedure/catalogue.ts';
import { limitFor } from '../../../domain/procedure/limit.ts';
import type { DueAtReceipt } from '../../../domain/dossier/events/receipt.ts';
import type { Bilingual } from '../../../domain/text.ts';

/** The due date (hẹn trả) of a dossier received at a moment: for the screen with its explanation, and for the event. */
export interface DueAssessment {
  readonly shown: NonNullable<Assessment['due']>;
  /** Null while the officer must still enter a date. */
  readonly kept: DueAtReceipt | null;
}

export function assessDue(
  procedure: Procedure,
  caseId: string,
  content: ReceiptContent,
  receivedAt: LocalDateTime,
  /** Name of the competent office where it is another one (phi địa giới); null: our own. */
  competentElsewhere: string | null,
  calendar: WorkingCalendar,
): DueAssessment {
  const limit = limitFor(procedure, caseId, content.channel);
  // A date entered for another procedure, or before the data were mended, never stands against one the law gives.
  const ask = (reason: Bilingual): DueAssessment =>
    content.dueEntered === null ? asking(reason) : enteredDue(content.dueEntered, receivedAt, calendar);
  if (limit.kind === 'ask') return ask(limit.reason);
  const result = computeDueDate(
    {
      receivedAt,
      limit: { value: limit.value, unit: limit.unit, basis: limit.source },
      procedure: { code: procedure.code },
      channel: content.channel,
      // The processing clock starts when the competent agency has it (NĐ 309/2026 Điều 17.3).
      ...(competentElsewhere === null
        ? {}
        : { phiDiaGioi: { competentOffice: competentElsewhere, competentReceivedAt: null } }),
    },
    calendar,
  );
  if (result.kind === 'ask') return ask(result.reason);
  return {
    shown: {
      ...shownDate(result.at),
      limit: { value: limit.value, unit: limit.unit },
      steps: result.steps.map((step) => ({ text: step.text, emphasis: [...step.emphasis] })),
      cells: result.days.map(cellOf),
      warnings: [...result.warnings],
      ask: null,
    },
    kept: {
      at: result.at,
      limit: { value: limit.value, unit: limit.unit },
      basis: limit.source,
      calendarVersion: result.calendarVersion,
      steps: result.steps.map((step) => step.text),
      warnings: result.warnings,
      enteredBecause: null,
    },
  };
}

/** The last minute of the day's reception hours (decision 1): the due date ends with the afternoon session. */
function closingTime(calendar: WorkingCalendar, date: string): string | null {
  return calendar.sessionsOf(date).at(-1)?.to ?? null;
}

/** A date the officer gives, with its basis. */
export function enteredDue(
  due: { date: string; reason: string },
  receivedAt: LocalDateTime,
  calendar: WorkingCalendar,
): DueAssessment {
  if (due.reason.trim() === '') {
    return asking({ vi: 'Ghi căn cứ của ngày hẹn.', en: 'State the basis of the date.' });
  }
  const tooEarly: Bilingual = { vi: 'Ngày hẹn phải sau lúc nhận.', en: 'The due date must be after receipt.' };
  if (due.date < dateOf(receivedAt)) return asking(tooEarly);
  const time = closingTime(calendar, due.date) ?? '17:00';
  const at = `${due.date}T${time}:00`;
  if (at <= receivedAt) return asking(tooEarly);
  const isOff = calendar.covers(due.date) && !calendar.isReturnDay(due.date);
  const warnings: Bilingual[] = isOff
    ? [{ vi: 'Ngày này cơ quan không làm việc.', en: 'The office does not work on that day.' }]
    : [];
  const step: Bilingual = {
    vi: `Người tiếp nhận nhập ngày hẹn: ${due.reason.trim()}`,
    en: `Date entered by the officer: ${due.reason.trim()}`,
  };
  if (isOff) return { ...asking(warnings[0] ?? step), kept: null };
  return {
    shown: { ...shownDate(at), limit: null, steps: [{ text: step, emphasis: [] }], cells: [], warnings, ask: null },
    kept: {
      at,
      limit: null,
      basis: due.reason.trim(),
      calendarVersion: calendar.version,
      steps: [step],
      warnings,
      enteredBecause: due.reason.trim(),
    },
  };
}

function asking(reason: Bilingual): DueAssessment {
  return {
    shown: {
      at: null,
      title: { vi: 'Nhập ngày hẹn', en: 'Enter the due date' },
      detail: { vi: '', en: '' },
      limit: null,
      steps: [],
      cells: [],
      warnings: [],
      ask: reason,
    },
    kept: null,
  };
}

function shownDate(at: LocalDateTime): { at: LocalDateTime; title: Bilingual; detail: Bilingual } {
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  const figure = `${day}/${month}/${year}`;
  const [hour = '', minute = ''] = timeOf(at).split(':');
  const n = weekday(at.slice(0, 10)) - 1;
  return {
    at,
    title: { vi: `${WEEKDAYS_VI[n] ?? ''} ${figure}`, en: `${WEEKDAYS_EN[n] ?? ''} ${figure}` },
    detail: {
      vi: `trước ${Number(hour)} giờ ${minute}, tại Quầy trả kết quả`,
      en: `before ${hour}:${minute}, at the result counter`,
    },
  };
}

const WEEKDAYS_VI = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function cellOf({ date, role, n, reason, weekend }: DayCell): NonNullable<Assessment['due']>['cells'][number] {
  return { date, role, n, reason, weekend };
}
