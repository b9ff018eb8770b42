import { nothingChanged, row } from './row.ts';

/** BG: bảng; the boards and the history of waits. */
export const boardProblems = {
  'BG-01': row(
    [
      'Khoảng đã chọn có {days} ngày, mỗi lần xem tối đa {most} ngày.',
      'The range has {days} days; {most} are shown at once.',
    ],
    nothingChanged,
    ['Chọn khoảng ngày ngắn hơn.', 'Choose fewer days.'],
  ),
} as const;
