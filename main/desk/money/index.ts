import type { moneyCalls } from '../../../contract/desk/money.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { Acting } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { OpenedHandlers } from '../router.ts';
import type { SlipLedger } from '../slips/ledger.ts';
import { createCash } from './cash.ts';
import { createCounterDays } from './counter-day.ts';
import { createDayClose } from './day.ts';
import { createFees } from './fees.ts';
import { cashListOrder } from './slips.ts';

type Slips = Pick<SlipLedger, 'printOther'>;

type MoneyCall = keyof typeof moneyCalls;

/** The calls of contract/desk/money.ts. */
export function moneyHandlers(context: DeskContext, acting: Acting, slips: Slips): Pick<OpenedHandlers, MoneyCall> {
  const fees = createFees(context, acting);
  const days = createCounterDays(context);
  const cash = createCash(context, days);
  const day = createDayClose(context, days, cash);
  return {
    'fee.get': ({ dossierId }) => fees.get(dossierId),
    'fee.pay': (input, session) => fees.pay(session, input),
    'fee.refund': (input, session) => fees.refund(session, input),
    'cash.list': ({ date, counter }) => cash.list(date, counter),
    'cash.print': ({ date, counter }, session) => {
      const { user } = session;
      if (user === null) throw new ProblemError('DN-03');
      // A list of all counters is of the office's day.
      const subject = days.idOf(date, counter ?? '');
      return slips.printOther(session, cashListOrder(context, cash.list(date, counter), user, subject));
    },
    'cash.count': (input, session) => cash.count(session, input),
    'day.get': ({ date }) => day.get(date),
    'day.close': (input, session) => day.close(session, input),
    'day.print': ({ date }, session) => slips.printOther(session, day.order(date)),
    'day.reopen': (input, session) => day.reopen(session, input),
  };
}
