import type { Bilingual } from '../text.ts';
import type { CivilDate, LocalDateTime } from './civil-date.ts';

/** A limit that can be counted. */
export interface ClockLimit {
  readonly value: number;
  readonly unit: 'WORKING_DAY' | 'DAY' | 'SAME_DAY';
}

/** Why a clock stands still: waiting for a supplement, for a financial obligation (nghĩa vụ tài chính), or other. */
export type PauseReason = 'supplement' | 'financial' | 'other';

/**
 * What happens to the processing clock (thời gian giải quyết), oldest first. `at` is Vietnam time.
 *
 * - `start`: at receipt, or, received for another area, when the competent agency has it (NĐ 309/2026, Điều 17
 *   khoản 3). `frozen` is the date printed on the slip (decision 2), null to compute it; `limit` null where the
 *   officer entered the date.
 * - `pause`/`resume`: the days between do not count (decision 6: a financial obligation resumes the clock).
 * - `restart`: counted again from zero, after a supplement (NĐ 61/2018 Điều 19 khoản 4). For both, `frozen` is the date
 *   promised then; without one it is computed.
 * - `extend`: a new date, with an apology, at most once (NĐ 61/2018 Điều 19 khoản 9).
 * - `finish`: the result is there, or the work was stopped.
 */
export type ClockMark =
  | {
      readonly kind: 'start';
      readonly at: LocalDateTime;
      readonly limit: ClockLimit | null;
      readonly frozen: CivilDate | null;
      readonly by: 'receipt' | 'competent-agency';
    }
  | { readonly kind: 'pause'; readonly at: LocalDateTime; readonly reason: PauseReason }
  | { readonly kind: 'resume' | 'restart'; readonly at: LocalDateTime; readonly frozen?: CivilDate | null }
  | { readonly kind: 'extend'; readonly at: LocalDateTime; readonly until: CivilDate }
  | { readonly kind: 'finish'; readonly at: LocalDateTime };

/** One line of the clock's story, with the due date that held after it. */
export interface ClockStep {
  readonly kind: ClockMark['kind'];
  readonly at: LocalDateTime;
  readonly text: Bilingual;
  /** Null while the clock stands still, or where the calendar gives none. */
  readonly dueAt: LocalDateTime | null;
}

/** A mark that does not fit. It is kept and shown; a person settles it. */
export interface ClockFault {
  readonly code:
    | 'not-started'
    | 'started-twice'
    | 'already-paused'
    | 'not-paused'
    | 'out-of-order'
    | 'after-finish'
    | 'second-extension'
    | 'late-extension'
    | 'extended-to-day-off'
    | 'no-limit'
    | 'beyond-calendar'
    | 'calendar-changed';
  readonly at: LocalDateTime;
  readonly text: Bilingual;
}

/** The sentence of a fault. */
export function faultText(code: ClockFault['code']): Bilingual {
  switch (code) {
    case 'not-started':
      return { vi: 'Chưa bắt đầu tính hạn', en: 'The clock had not started' };
    case 'started-twice':
      return { vi: 'Đã bắt đầu tính hạn trước đó', en: 'The clock had started before' };
    case 'already-paused':
      return { vi: 'Đang tạm dừng, lại ghi tạm dừng', en: 'Paused again while paused' };
    case 'not-paused':
      return { vi: 'Ghi tính tiếp khi không tạm dừng', en: 'Resumed while not paused' };
    case 'out-of-order':
      return { vi: 'Giờ ghi sớm hơn việc trước đó', en: 'Earlier than the mark before it' };
    case 'after-finish':
      return { vi: 'Ghi sau khi đã xong', en: 'After the end' };
    case 'second-extension':
      return { vi: 'Hẹn lại lần thứ hai, chỉ được một lần', en: 'A second extension; only one is allowed' };
    case 'late-extension':
      return {
        vi: 'Hẹn lại không trước ngày hẹn ít nhất 1 ngày',
        en: 'Extended less than one day before the due date',
      };
    case 'extended-to-day-off':
      return { vi: 'Ngày hẹn lại là ngày không làm việc', en: 'The new date is no working day' };
    case 'no-limit':
      return { vi: 'Không có thời hạn để tính lại', en: 'No limit to count again from zero' };
    case 'beyond-calendar':
      return { vi: 'Quá lịch làm việc hiện có', en: 'Past the working calendar' };
    case 'calendar-changed':
      return {
        vi: 'Lịch hiện nay cho ngày khác với ngày đã in trên phiếu; giữ ngày đã in',
        en: 'The present calendar gives another date than the slip; the printed date holds',
      };
  }
}
