import type { CivilDate } from '../calendar/civil-date.ts';
import type { Mau07Field } from './mau-07-fields.ts';
import { copyText, type CopyMark } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { count, dayOnSlip, shortDay, thousands, unbroken } from './slip-words.ts';

/** One dossier in the year's book. Dates are null until they have come. */
export interface RegisterRow {
  /** Running number of the year, continuous over the volumes; null: not given yet (cấp sau). */
  readonly number: number | null;
  readonly code: string;
  readonly procedure: string;
  readonly sets: number;
  readonly applicant: string;
  readonly address: string;
  readonly phone: string;
  readonly unit: string;
  readonly receivedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  /** Chuyển hồ sơ đến cơ quan giải quyết. */
  readonly sentOn: CivilDate | null;
  /** Nhận kết quả từ cơ quan giải quyết. */
  readonly backOn: CivilDate | null;
  readonly returnedOn: CivilDate | null;
  readonly way: 'counter' | 'post' | 'electronic';
  /** Who signed for the result; empty: to be signed on paper, or not returned yet. */
  readonly signed: string;
  readonly note: string;
}

export interface Mau07Input {
  readonly office: SlipOffice;
  readonly year: number;
  /** "01/2026". */
  readonly volume: string;
  readonly printedOn: CivilDate;
  /** First and last day of the rows. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** What a printed part is limited to (lĩnh vực, quầy); empty: the whole book of these days. */
  readonly scope: string;
  readonly rows: readonly RegisterRow[];
  /** Khóa sổ at the year's end; null while the book is open. */
  readonly closing: { readonly on: CivilDate; readonly lastNumber: number } | null;
  readonly keeper: string;
  /** Người đứng đầu, who closes and signs the book. */
  readonly head: string;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/**
 * Sổ theo dõi hồ sơ: the book of the year (Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu số 07), in the eleven columns other
 * provinces print and the four of Thông tư 01/2018/TT-VPCP. Numbers go from 01 to the year's end, over all volumes;
 * pages are numbered; the head closes and signs it.
 */
export function mau07(input: Mau07Input): SlipValues {
  const { closing, year } = input;
  const texts: Record<Mau07Field, string> = {
    ...headTexts(input.office, input.printedOn),
    year: String(year),
    volume: input.volume,
    period: `từ ${dayOnSlip(input.from)} đến ${dayOnSlip(input.to)}`,
    scope: input.scope,
    total: count(input.rows.length),
    closing:
      closing === null
        ? ''
        : `Khóa sổ ${dayOnSlip(closing.on)}: sổ năm ${year} có ${thousands(closing.lastNumber)} hồ sơ, từ số 01 đến số ${count(closing.lastNumber)}.`,
    keeper: input.keeper,
    head: input.head,
    copy: copyText(input.copy),
  };
  return filled({
    form: '07',
    texts,
    tables: { dossiers: input.rows.map(registerRow) },
    codes: { barcode: '', qr: '' },
    demo: input.demo,
  });
}

function registerRow(row: RegisterRow): readonly string[] {
  const day = (date: CivilDate | null): string => (date === null ? '' : shortDay(date));
  return [
    row.number === null ? 'cấp sau' : count(row.number),
    row.code,
    row.procedure,
    count(row.sets),
    row.applicant === '' ? 'không ghi tên' : row.applicant,
    row.address,
    unbroken(row.phone),
    row.unit,
    day(row.receivedOn),
    row.dueOn === null ? 'trả ngay' : day(row.dueOn),
    day(row.sentOn),
    day(row.backOn),
    day(row.returnedOn),
    wayWords(row.way),
    row.signed,
    row.note,
  ];
}

function wayWords(way: RegisterRow['way']): string {
  switch (way) {
    case 'counter':
      return 'Trực tiếp';
    case 'post':
      return 'Bưu chính';
    case 'electronic':
      return 'Điện tử';
  }
}
