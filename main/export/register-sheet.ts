import type { RegisterFilter } from '../../contract/desk/books.ts';
import { resultWayWords, type RegisterRow } from '../../domain/book/register.ts';
import { plainDate } from '../../domain/calendar/date-words.ts';
import { CLOCK_WRONG } from '../../domain/form/slip-marks.ts';
import { dateOf, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import type { Sheet, SheetColumn } from './workbook.ts';

export interface RegisterHead extends RegisterFilter {
  readonly office: string;
  readonly madeAt: LocalDateTime;
  readonly madeBy: string;
  readonly clockWrong: boolean;
  /** Its dossiers are invented: said in the workbook too. */
  readonly demo: boolean;
}

const OVER = 'Ngày, tháng, năm';

/** The columns of Mẫu 07 in their order and words; signed for (ký nhận) on paper only. */
const columns: readonly SheetColumn[] = [
  { head: 'TT', width: 7, kind: 'number' },
  { head: 'Mã hồ sơ', width: 21, kind: 'text' },
  { head: 'Tên TTHC', width: 34, kind: 'text' },
  { head: 'Số lượng hồ sơ (bộ)', width: 9, kind: 'number' },
  { head: 'Tên cá nhân, tổ chức', width: 26, kind: 'text' },
  { head: 'Địa chỉ, số điện thoại', width: 34, kind: 'text' },
  { head: 'Cơ quan chủ trì giải quyết', width: 24, kind: 'text' },
  { head: 'Nhận hồ sơ', over: OVER, width: 16, kind: 'moment' },
  { head: 'Chuyển hồ sơ đến cơ quan giải quyết', over: OVER, width: 16, kind: 'moment' },
  { head: 'Nhận kết quả từ cơ quan giải quyết', over: OVER, width: 16, kind: 'moment' },
  { head: 'Hẹn trả kết quả', over: OVER, width: 16, kind: 'moment' },
  { head: 'Trả kết quả', over: OVER, width: 16, kind: 'moment' },
  { head: 'Phương thức nhận kết quả', over: OVER, width: 12, kind: 'text' },
  { head: 'Ký nhận', over: OVER, width: 12, kind: 'text' },
  { head: 'Ghi chú', width: 26, kind: 'text' },
];

const timelinessWords: Readonly<Record<RegisterFilter['timeliness'], string>> = {
  all: '',
  onTime: 'đúng hạn',
  late: 'quá hạn',
  open: 'đang giải quyết',
};

/** What a part of the book is limited to, in words; nothing where it is whole. */
export function scopeWords({ from, to, field, timeliness }: RegisterFilter): string[] {
  return [
    from === null ? '' : `từ ngày ${plainDate(from)}`,
    to === null ? '' : `đến ngày ${plainDate(to)}`,
    field ?? '',
    timelinessWords[timeliness],
  ].filter((words) => words !== '');
}

/** The register as one sheet. A line without its running number yet says "cấp sau" in the remarks. */
export function registerSheet(lines: Iterable<RegisterRow>, head: RegisterHead): Sheet {
  return {
    name: `Sổ theo dõi hồ sơ ${head.year}`,
    madeAt: head.madeAt,
    madeBy: head.madeBy,
    title: [
      `SỔ THEO DÕI HỒ SƠ (Mẫu số 07), năm ${head.year}`,
      head.office,
      [...scopeWords(head), `In ngày ${plainDate(dateOf(head.madeAt))}`].join(', '),
      ...(head.clockWrong ? [CLOCK_WRONG] : []),
      ...(head.demo ? ['BẢN THỬ'] : []),
    ],
    columns,
    rows: cellsOf(lines),
  };
}

function* cellsOf(lines: Iterable<RegisterRow>): Generator<Sheet['rows'] extends Iterable<infer R> ? R : never> {
  for (const row of lines) {
    yield [
      row.number,
      row.code,
      row.procedure,
      row.sets,
      row.name,
      [row.address, row.phone].filter((words) => words !== '').join('\n'),
      row.unit,
      row.receivedAt,
      row.handedOverAt,
      row.resultAt,
      row.dueAt,
      row.returnedAt,
      resultWayWords[row.resultWay],
      null,
      [...(row.number === null ? ['Số thứ tự: cấp sau'] : []), ...row.remarks].join('. '),
    ];
  }
}
