import type { Bilingual } from '../text.ts';
import type { WorkingCalendar } from './calendar.ts';
import { plainDate } from './date-words.ts';

/** Why the officer has to enter the date, and what to do (decisions 4 and 5). */
export function askWords(
  code: 'no-limit' | 'uncertain-limit' | 'beyond-calendar',
  procedure: string,
  calendar: WorkingCalendar,
): Bilingual {
  switch (code) {
    case 'no-limit':
      return {
        vi: `Thủ tục ${procedure} không có thời hạn dùng được trong danh mục. Nhập ngày hẹn và căn cứ.`,
        en: `Procedure ${procedure} has no usable time limit in the catalogue. Enter the due date and its basis.`,
      };
    case 'uncertain-limit':
      return {
        vi: `Thời hạn công bố của thủ tục ${procedure} chưa chắc đúng. Nhập ngày hẹn và căn cứ.`,
        en: `The published time limit of procedure ${procedure} is doubtful. Enter the due date and its basis.`,
      };
    case 'beyond-calendar':
      return {
        vi: `Lịch làm việc chỉ có từ ${plainDate(calendar.horizon.from)} đến ${plainDate(calendar.horizon.to)}, chưa tính được ngày hẹn. Nhập ngày hẹn và lý do.`,
        en: `The working calendar only covers ${plainDate(calendar.horizon.from)} to ${plainDate(calendar.horizon.to)}, so the due date cannot be computed. Enter the due date and the reason.`,
      };
  }
}
