import type { Acting } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { OpenedHandlers } from '../router.ts';
import { createCash } from './cash.ts';
import { createCounterDays } from './counter-day.ts';
import { createDayClose } from './day.ts';
import { createFees } from './fees.ts';

type MoneyCall =
  | 'fee.get'
  | 'fee.pay'
  | 'fee.refund'
  | 'cash.list'
  | 'cash.count'
  | 'day.get'
  | 'day.close'
  | 'day.reopen';

/** The calls of contract/desk/money.ts. */
export function moneyHandlers(context: DeskContext, acting: Acting): Pick<OpenedHandlers, MoneyCall> {
  const fees = createFees(context, acting);
  const days = createCounterDays(context);
  const cash = createCash(context, days);
  const day = createDayClose(context, days, cash);
  return {
    'fee.get': ({ dossierId }) => fees.get(dossierId),
    'fee.pay': (input, session) => fees.pay(session, input),
    'fee.refund': (input, session) => fees.refund(session, input),
    'cash.list': ({ date, counter }) => cash.list(date, counter),
    'cash.count': (input, session) => cash.count(session, input),
    'day.get': ({ date }) => day.get(date),
    'day.close': (input, session) => day.close(session, input),
    'day.reopen': (input, session) => day.reopen(session, input),
  };
}
