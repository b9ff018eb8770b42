import type { CivilDate, LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { CLOCK_WRONG } from '../../domain/form/slip-marks.ts';
import {
  figuresOf,
  figureWords,
  HISTORY_TITLE,
  limitWords,
  partWords,
  rangeWords,
  type History,
} from './history-words.ts';
import type { Sheet, SheetCell, SheetColumn } from './workbook.ts';

export interface HistoryHead {
  readonly office: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly madeAt: LocalDateTime;
  readonly madeBy: string;
  readonly clockWrong: boolean;
  /** Its figures are invented: said on paper and in the workbook. */
  readonly demo: boolean;
}

const columns: readonly SheetColumn[] = [
  { head: 'Xem theo', width: 17, kind: 'text' },
  { head: 'Mục', width: 44, kind: 'text' },
  ...figureWords.map((head): SheetColumn => ({ head, width: 13, kind: 'number' })),
];

/** The history of waits as one sheet: the whole first, then hour, weekday, field and procedure. */
export function historySheet(history: History, head: HistoryHead): Sheet {
  return {
    name: 'Thời gian chờ',
    madeAt: head.madeAt,
    madeBy: head.madeBy,
    title: [
      HISTORY_TITLE,
      head.office,
      rangeWords(head.from, head.to),
      limitWords(history.limits),
      ...(head.clockWrong ? [CLOCK_WRONG] : []),
      ...(head.demo ? ['BẢN THỬ'] : []),
    ],
    columns,
    rows: linesOf(history),
  };
}

function* linesOf({ whole, parts }: History): Generator<readonly SheetCell[]> {
  yield ['Tất cả', null, ...figuresOf(whole)];
  for (const { by, rows } of parts) for (const row of rows) yield [partWords[by], row.name.vi, ...figuresOf(row)];
}
