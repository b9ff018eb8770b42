import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';

/** The list of fees taken (danh sách thu phí, lệ phí) of a counter's day, and the count of its drawer (kiểm quỹ). */

export const waysPaid = ['cash', 'transfer', 'online'] as const;
/** Tiền mặt, chuyển khoản, trực tuyến. */
export type WayPaid = (typeof waysPaid)[number];

/** Money that changed hands: taken at receipt or later, or given back (hoàn trả). */
export interface MoneyFact {
  readonly paymentId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly payer: string;
  readonly procedure: string;
  /** Đồng; negative: given back. */
  readonly amount: number;
  readonly how: WayPaid;
  /** Number of the finance receipt (biên lai). */
  readonly receiptNumber: string;
  /** Reference of a transfer, or why it was given back. */
  readonly note: string;
  readonly counter: string;
  readonly officer: string;
  readonly at: LocalDateTime;
}

/** Đồng by way of payment. */
export type MoneyByWay = Readonly<Record<WayPaid, number>>;

export interface CashList {
  readonly day: CivilDate;
  /** Null: all counters of the office. */
  readonly counter: string | null;
  /** In the order it happened. */
  readonly rows: readonly MoneyFact[];
  readonly taken: MoneyByWay;
  /** As positive sums. */
  readonly givenBack: MoneyByWay;
  /** What should lie in the drawer beside the change of the morning: cash taken less cash given back. */
  readonly cash: number;
  readonly total: number;
  /** Taken without the number of a finance receipt: each needs one. */
  readonly withoutReceipt: number;
}

/** The facts of one day at one counter, added up. A fact told twice counts once. */
export function cashListOf(facts: Iterable<MoneyFact>, of: Pick<CashList, 'day' | 'counter'>): CashList {
  const { day, counter } = of;
  const known = new Map<string, MoneyFact>();
  for (const fact of facts) {
    if (dateOf(fact.at) === day && (counter === null || fact.counter === counter)) known.set(fact.paymentId, fact);
  }
  const rows = [...known.values()].toSorted(inOrder);
  const taken = byWay(rows.filter((row) => row.amount > 0));
  const back = byWay(rows.filter((row) => row.amount < 0));
  const givenBack = { cash: -back.cash, transfer: -back.transfer, online: -back.online };
  return {
    day,
    counter,
    rows,
    taken,
    // No negative nothing: it would be told apart in an event's bytes.
    givenBack: { cash: givenBack.cash || 0, transfer: givenBack.transfer || 0, online: givenBack.online || 0 },
    cash: taken.cash + back.cash,
    total: rows.reduce((sum, row) => sum + row.amount, 0),
    withoutReceipt: rows.filter((row) => row.amount > 0 && row.receiptNumber === '').length,
  };
}

function byWay(rows: readonly MoneyFact[]): MoneyByWay {
  const sum = (how: WayPaid): number => rows.reduce((all, row) => (row.how === how ? all + row.amount : all), 0);
  return { cash: sum('cash'), transfer: sum('transfer'), online: sum('online') };
}

/** Within one second, what was taken stands before what was given back. */
function inOrder(a: MoneyFact, b: MoneyFact): number {
  return compare(a.at, b.at) || Number(a.amount < 0) - Number(b.amount < 0) || compare(a.paymentId, b.paymentId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Notes in use, đồng (polymer and cotton); the largest first, as a drawer is counted. */
export const denominations = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200] as const;

export interface Piece {
  readonly value: number;
  readonly count: number;
}

/** What lies in the drawer, đồng. */
export function countOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { value, count }) => sum + value * count, 0);
}

/**
 * What is too much (positive) or missing (negative) in a drawer, đồng. `opening` is the change that lay there before the
 * first payment of the day.
 */
export function cashDifference(drawer: {
  readonly counted: number;
  readonly opening: number;
  readonly expected: number;
}): number {
  return drawer.counted - drawer.opening - drawer.expected;
}

/** What of a dossier's fee is still owed (chưa thu); negative: more was taken than is due. */
export function stillOwed(fee: number, payments: readonly { readonly amount: number }[]): number {
  return fee - payments.reduce((sum, { amount }) => sum + amount, 0);
}
