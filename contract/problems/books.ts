import { nothingChanged, row } from './row.ts';

/** SO: sổ; the register and its prints. */
export const bookProblems = {
  'SO-01': row(
    ['Bản in có {lines} dòng, mỗi lần in tối đa {most} dòng.', 'The print has {lines} lines; one print holds {most}.'],
    nothingChanged,
    ['Chọn khoảng ngày ngắn hơn, hoặc xuất tệp Excel.', 'Choose fewer days, or export a workbook.'],
  ),
} as const;
