import type { CallInput } from '../../../contract/desk.ts';
import type { CashListReply } from '../../../contract/desk/money.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf, type CivilDate } from '../../../domain/calendar/civil-date.ts';
import { plainDate } from '../../../domain/calendar/date-words.ts';
import type { DossierView } from '../../../domain/dossier/fold.ts';
import { codeOfView } from '../../../domain/dossier/view.ts';
import { cashDifference, cashListOf, countOf, stillOwed, type MoneyFact } from '../../../domain/money/cash-list.ts';
import type { CounterDay } from '../../../domain/office/counter-day.ts';
import { dong } from '../../../domain/procedure/fee.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import type { CounterDays } from './counter-day.ts';
import { receivingCounters } from './receiving-counters.ts';

/** The cash list of a counter's day (danh sách thu phí, decision 9) and the count of its drawer (kiểm quỹ). */
export interface Cash {
  list(date: CivilDate, counter: string | null): CashListReply;
  /** @throws ProblemError PT-03 a difference without its reason, PT-04 closed, PT-06 a day to come */
  count(session: DeskSession, input: CallInput<'cash.count'>): CashListReply;
}

export function createCash(context: DeskContext, days: CounterDays): Cash {
  const { store } = context;
  const nameOf = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
  const viewsOf = (ids: readonly string[]): DossierView[] =>
    ids.map((id) => store.dossiers.get(id)).filter((view) => view !== null);

  const list = (date: CivilDate, counter: string | null): CashListReply => {
    const { office } = enrolmentOf(context);
    const paid = viewsOf(store.lists.paidOn(office, date, counter));
    const { rows, ...sums } = cashListOf(
      paid.flatMap((view) => factsOf(view, office)),
      { day: date, counter },
    );
    const received = viewsOf(store.lists.receivedOn(office, date, counter));
    const { counted = null } = counter === null ? {} : days.of(date, counter);
    return {
      date,
      counter,
      counters: [...receivingCounters(store.reference.get('counters') ?? [], office)],
      rows: rows.map(({ officer, ...row }) => ({ ...row, officer: nameOf(officer) })),
      taken: { ...sums.taken },
      givenBack: { ...sums.givenBack },
      cash: sums.cash,
      total: sums.total,
      withoutReceipt: sums.withoutReceipt,
      owed: received.flatMap((view) => {
        const amount = stillOwed(view.received?.fee.amount ?? 0, view.payments);
        return amount > 0 ? [{ ...inList(view), amount }] : [];
      }),
      count: counted === null ? null : countShown(counted, nameOf),
    };
  };

  return {
    list,
    count(session, { date, opening, pieces, note }) {
      if (session.user === null) throw new ProblemError('DN-03');
      const counter = ownCounter(context).name;
      assertCome(context, date);
      if (days.of(date, counter).closed !== null) {
        throw new ProblemError('PT-04', { day: plainDate(date), counter });
      }
      const expected = list(date, counter).cash;
      const counted = countOf(pieces);
      const difference = cashDifference({ counted, opening, expected });
      if (difference !== 0 && note.trim() === '') {
        throw new ProblemError('PT-03', { difference: `${difference < 0 ? '−' : ''}${dong(Math.abs(difference))}` });
      }
      days.write(date, session.user.id, {
        type: 'counterDay.cashCounted',
        version: 1,
        body: {
          date,
          counter,
          opening,
          expected,
          counted,
          pieces: pieces.filter((piece) => piece.count > 0),
          note: note.trim(),
          at: context.localNow(),
        },
      });
      return list(date, counter);
    },
  };
}

/** @throws ProblemError PT-06 */
export function assertCome(context: DeskContext, date: CivilDate): void {
  if (date > dateOf(context.localNow())) throw new ProblemError('PT-06', { day: plainDate(date) });
}

/** A dossier as the lists of the day's end show it. */
export function inList(view: DossierView) {
  return {
    dossierId: view.id,
    code: codeOfView(view),
    name: view.intake.applicant?.name ?? '',
    procedure: view.intake.procedure.shortName,
  };
}

function factsOf(view: DossierView, office: string): MoneyFact[] {
  const { dossierId, code, name, procedure } = inList(view);
  return view.payments
    .filter((payment) => payment.office === office)
    .map(({ paymentId, amount, how, receiptNumber, note, counter, actor, at }) => ({
      paymentId,
      dossierId,
      code,
      payer: name,
      procedure,
      amount,
      how,
      receiptNumber,
      note,
      counter,
      officer: actor,
      at,
    }));
}

function countShown(
  { actor, body }: NonNullable<CounterDay['counted']>,
  nameOf: (id: string) => string,
): NonNullable<CashListReply['count']> {
  const { opening, expected, counted, pieces, note, at } = body;
  return {
    opening,
    expected,
    counted,
    difference: cashDifference(body),
    pieces: pieces.map((piece) => ({ ...piece })),
    note,
    at,
    by: nameOf(actor),
  };
}
