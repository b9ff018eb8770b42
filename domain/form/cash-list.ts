import { amountInWords } from '../money/amount-in-words.ts';
import { cashDifference, type CashList, type MoneyFact, type WayPaid } from '../money/cash-list.ts';
import type { CashListField } from './cash-list-fields.ts';
import { copyText, type CopyMark } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { count, dayOnSlip, moneyOnSlip, thousands } from './slip-words.ts';

/** The drawer as it was counted (kiểm quỹ), đồng. */
export interface Drawer {
  readonly opening: number;
  readonly counted: number;
  /** Why it differs; empty where it does not. */
  readonly note: string;
}

export interface CashListInput {
  readonly office: SlipOffice;
  readonly list: CashList;
  /** Who took the money; empty for a list of all counters. */
  readonly officer: string;
  /** Null where the drawer was not counted. */
  readonly drawer: Drawer | null;
  /** Who takes the money over, and who is in charge; empty where they are written in by hand. */
  readonly treasurer: string;
  readonly head: string;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/** Danh sách thu phí, lệ phí of a counter's day. The receipts themselves (biên lai) are the finance sector's. */
export function cashListSlip(input: CashListInput): SlipValues {
  const { list, drawer } = input;
  const { taken, givenBack } = list;
  const back = givenBack.cash + givenBack.transfer + givenBack.online;
  const texts: Record<CashListField, string> = {
    ...headTexts(input.office, list.day),
    day: dayOnSlip(list.day),
    counter: list.counter ?? 'tất cả các quầy',
    officer: input.officer,
    count: list.rows.length === 0 ? '' : count(list.rows.length),
    total: thousands(list.total),
    totalWords: sumInWords(list.total),
    cash: moneyOnSlip(taken.cash),
    transfer: moneyOnSlip(taken.transfer),
    online: moneyOnSlip(taken.online),
    givenBack: back === 0 ? '' : moneyOnSlip(back),
    withoutReceipt: list.withoutReceipt === 0 ? '' : count(list.withoutReceipt),
    ...drawerTexts(drawer, list.cash),
    treasurer: input.treasurer,
    head: input.head,
    copy: copyText(input.copy),
  };
  return filled({
    form: 'cash-list',
    texts,
    tables: { payments: list.rows.map(paymentRow) },
    codes: { barcode: '', qr: '' },
    demo: input.demo,
  });
}

export type DrawerField = 'opening' | 'expected' | 'counted' | 'difference' | 'differenceNote';

/** Counted against expected. @param expected cash taken less cash given back, đồng */
export function drawerTexts(drawer: Drawer | null, expected: number): Record<DrawerField, string> {
  if (drawer === null) {
    return {
      opening: 'chưa kiểm đếm',
      expected: moneyOnSlip(expected),
      counted: 'chưa kiểm đếm',
      difference: 'chưa kiểm đếm',
      differenceNote: '',
    };
  }
  const difference = cashDifference({ ...drawer, expected });
  return {
    opening: moneyOnSlip(drawer.opening),
    expected: moneyOnSlip(expected),
    counted: moneyOnSlip(drawer.counted),
    difference: differenceWords(difference),
    differenceNote: drawer.note,
  };
}

function differenceWords(difference: number): string {
  if (difference === 0) return 'không có';
  return difference > 0 ? `thừa ${moneyOnSlip(difference)}` : `thiếu ${moneyOnSlip(-difference)}`;
}

/** A day on which more was given back than taken ends below nothing. */
export function sumInWords(amount: number): string {
  if (amount >= 0) return amountInWords(amount);
  const words = amountInWords(-amount);
  return `Âm ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function paymentRow(fact: MoneyFact, index: number): readonly string[] {
  return [
    String(index + 1),
    fact.at.slice(11, 16),
    fact.code,
    fact.payer === '' ? 'không ghi tên' : fact.payer,
    fact.procedure,
    fact.receiptNumber === '' && fact.amount > 0 ? 'chưa có' : fact.receiptNumber,
    howWords(fact.how),
    thousands(fact.amount),
    [fact.amount < 0 ? 'hoàn trả' : '', fact.note].filter((part) => part !== '').join(', '),
  ];
}

function howWords(how: WayPaid): string {
  switch (how) {
    case 'cash':
      return 'Tiền mặt';
    case 'transfer':
      return 'Chuyển khoản';
    case 'online':
      return 'Trực tuyến';
  }
}
