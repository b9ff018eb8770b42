import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { type Drawer, drawerTexts, sumInWords } from './cash-list.ts';
import type { DayCloseField } from './day-close-fields.ts';
import { copyText, type CopyMark } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { count, dayOnSlip, momentOnSlip, sentence, shortMoment, thousands } from './slip-words.ts';

/** What has not reached the province yet. */
export interface UnsentRow {
  readonly code: string;
  readonly applicant: string;
  /** "tiếp nhận", "trả kết quả". */
  readonly what: string;
  readonly since: LocalDateTime;
}

export interface NotHandedOverRow {
  readonly code: string;
  readonly applicant: string;
  readonly unit: string;
  readonly deadline: LocalDateTime | null;
}

export interface NotPrintedRow {
  readonly code: string;
  /** Name of the slip. */
  readonly form: string;
  readonly reason: string;
}

/** Numbers next to each other with the same fate. */
export interface NumberRow {
  /** "H20.57-261123". */
  readonly series: string;
  readonly from: number;
  readonly to: number;
  /** `gap`: passed over and never given again. */
  readonly fate: 'used' | 'gap' | 'unused' | 'temporary' | 'cancelled';
  readonly note: string;
}

/** What one officer took at one counter, đồng, less what was given back. */
export interface Takings {
  readonly counter: string;
  readonly officer: string;
  readonly payments: number;
  readonly cash: number;
  readonly transfer: number;
  readonly online: number;
}

export interface DayCloseInput {
  readonly office: SlipOffice;
  readonly day: CivilDate;
  /** Empty: the whole office. */
  readonly counter: string;
  readonly closedAt: LocalDateTime;
  readonly received: number;
  readonly guided: number;
  readonly refused: number;
  readonly handedOver: number;
  readonly returned: number;
  readonly unsent: readonly UnsentRow[];
  readonly notHandedOver: readonly NotHandedOverRow[];
  readonly notPrinted: readonly NotPrintedRow[];
  readonly numbers: readonly NumberRow[];
  readonly takings: readonly Takings[];
  /** Null where the drawer was not counted. */
  readonly drawer: Drawer | null;
  readonly note: string;
  readonly officer: string;
  readonly head: string;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/** Phiếu chốt ngày: one page that says what is open, which numbers were used, and what money was taken. */
export function dayClose(input: DayCloseInput): SlipValues {
  const { takings, numbers } = input;
  const sum = (of: (row: Takings) => number): number => takings.reduce((total, row) => total + of(row), 0);
  const cash = sum((row) => row.cash);
  const total = sum(totalOf);
  const texts: Record<DayCloseField, string> = {
    ...headTexts(input.office, dateOf(input.closedAt)),
    day: dayOnSlip(input.day),
    counter: input.counter === '' ? 'tất cả các quầy' : input.counter,
    closedAt: momentOnSlip(input.closedAt),
    received: count(input.received),
    guided: count(input.guided),
    refused: count(input.refused),
    handedOver: count(input.handedOver),
    returned: count(input.returned),
    unsentCount: countOrNone(input.unsent.length),
    notHandedOverCount: countOrNone(input.notHandedOver.length),
    notPrintedCount: countOrNone(input.notPrinted.length),
    numberNote: numberNote(numbers),
    payments: count(sum((row) => row.payments)),
    cash: thousands(cash),
    transfer: thousands(sum((row) => row.transfer)),
    online: thousands(sum((row) => row.online)),
    total: thousands(total),
    totalWords: sumInWords(total),
    ...drawerTexts(input.drawer, cash),
    note: input.note === '' ? '' : sentence(input.note),
    officer: input.officer,
    head: input.head,
    copy: copyText(input.copy),
  };
  return filled({
    form: 'day-close',
    texts,
    tables: {
      unsent: input.unsent.map((row, index) => [
        String(index + 1),
        row.code,
        row.applicant,
        row.what,
        shortMoment(row.since),
      ]),
      notHandedOver: input.notHandedOver.map((row, index) => [
        String(index + 1),
        row.code,
        row.applicant,
        row.unit,
        row.deadline === null ? '' : shortMoment(row.deadline),
      ]),
      notPrinted: input.notPrinted.map((row, index) => [String(index + 1), row.code, row.form, row.reason]),
      numbers: numbers.map(numberRow),
      takings: takings.map((row) => [
        row.counter,
        row.officer,
        count(row.payments),
        thousands(row.cash),
        thousands(row.transfer),
        thousands(row.online),
        thousands(totalOf(row)),
      ]),
    },
    codes: { barcode: '', qr: '' },
    demo: input.demo,
  });
}

function countOrNone(n: number): string {
  return n === 0 ? 'không có' : count(n);
}

function totalOf(row: Takings): number {
  return row.cash + row.transfer + row.online;
}

function numberRow({ series, from, to, fate, note }: NumberRow): readonly string[] {
  const words = fateWords(fate);
  return [series, fourDigits(from), fourDigits(to), count(to - from + 1), note === '' ? words : `${words}: ${note}`];
}

function fateWords(fate: NumberRow['fate']): string {
  switch (fate) {
    case 'used':
      return 'Đã dùng';
    case 'gap':
      return 'Bỏ qua, không cấp lại';
    case 'unused':
      return 'Chưa dùng đến';
    case 'temporary':
      return 'Số tạm, chờ mã chính thức';
    case 'cancelled':
      return 'Đã hủy';
  }
}

/** The day's number stands with four digits in a dossier's code. */
function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}

/** "Đã dùng 30, số tạm 01, bỏ qua 02." */
function numberNote(rows: readonly NumberRow[]): string {
  const of = (fate: NumberRow['fate']): number =>
    rows.filter((row) => row.fate === fate).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const parts = [
    ['đã dùng', of('used')],
    ['số tạm', of('temporary')],
    ['đã hủy', of('cancelled')],
    ['bỏ qua', of('gap')],
  ] as const;
  const told = parts.filter(([what, n]) => n > 0 || what === 'đã dùng').map(([what, n]) => `${what} ${count(n)}`);
  return told.join(', ');
}
