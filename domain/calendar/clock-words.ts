import type { Bilingual } from '../text.ts';
import { dateOf, type LocalDateTime, timeOf } from './civil-date.ts';
import type { ClockLimit, ClockMark, PauseReason } from './clock-marks.ts';
import { calendarDays, dayLabel, timeInSentence, workingDays } from './date-words.ts';

function limitWords(limit: ClockLimit | null): Bilingual {
  if (limit === null) return { vi: 'ngày hẹn do cán bộ nhập', en: 'date entered by the officer' };
  switch (limit.unit) {
    case 'WORKING_DAY':
      return workingDays(limit.value);
    case 'DAY':
      return calendarDays(limit.value);
    case 'SAME_DAY':
      return { vi: 'trong ngày', en: 'the same day' };
  }
}

function pauseWords(reason: PauseReason): Bilingual {
  switch (reason) {
    case 'supplement':
      return { vi: 'Tạm dừng, chờ bổ sung hồ sơ', en: 'Paused, waiting for a supplement' };
    case 'financial':
      return { vi: 'Tạm dừng, chờ nghĩa vụ tài chính', en: 'Paused, waiting for a financial obligation' };
    case 'other':
      return { vi: 'Tạm dừng tính hạn', en: 'Paused' };
  }
}

function happened(mark: ClockMark, limit: ClockLimit | null): Bilingual {
  const limited = limitWords(limit);
  switch (mark.kind) {
    case 'start':
      return mark.by === 'receipt'
        ? { vi: `Bắt đầu tính hạn khi tiếp nhận, ${limited.vi}`, en: `Started at receipt, ${limited.en}` }
        : {
            vi: `Bắt đầu tính hạn khi cơ quan có thẩm quyền nhận, ${limited.vi}`,
            en: `Started when the competent agency received it, ${limited.en}`,
          };
    case 'pause':
      return pauseWords(mark.reason);
    case 'resume':
      return { vi: 'Tính tiếp phần còn lại', en: 'Went on with what was left' };
    case 'restart':
      return { vi: `Tính lại từ đầu, ${limited.vi}`, en: `Counted again from zero, ${limited.en}` };
    case 'extend':
      return { vi: 'Gia hạn, hẹn lại', en: 'Extended to a new date' };
    case 'finish':
      return { vi: 'Dừng tính hạn, đã xong', en: 'Stopped, done' };
  }
}

/** "10 giờ 42 T2 23/11: Bắt đầu tính hạn khi tiếp nhận, 3 ngày làm việc, hẹn T6 27/11". */
export function clockWords(
  mark: ClockMark,
  limit: ClockLimit | null,
  dueAt: LocalDateTime | null,
  faults: readonly Bilingual[],
): Bilingual {
  const time = timeInSentence(timeOf(mark.at));
  const day = dayLabel(dateOf(mark.at));
  const what = happened(mark, limit);
  const due = dueAt === null || mark.kind === 'finish' ? null : dayLabel(dateOf(dueAt));
  const tail = {
    vi: [...(due === null ? [] : [`hẹn ${due.vi}`]), ...faults.map((f) => f.vi)],
    en: [...(due === null ? [] : [`due ${due.en}`]), ...faults.map((f) => f.en)],
  };
  return {
    vi: [`${time.vi} ${day.vi}: ${what.vi}`, ...tail.vi].join(', '),
    en: [`${time.en} ${day.en}: ${what.en}`, ...tail.en].join(', '),
  };
}
