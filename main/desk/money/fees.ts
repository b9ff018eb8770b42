import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { DossierView } from '../../../domain/dossier/fold.ts';
import { codeOfView } from '../../../domain/dossier/view.ts';
import { stillOwed } from '../../../domain/money/cash-list.ts';
import { dong } from '../../../domain/procedure/fee.ts';
import type { Acting } from '../acting.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';

type Fee = CallOutput<'fee.get'>;

/** The fee of one dossier after receipt: what is due, what was taken, what is given back. */
export function createFees(context: DeskContext, acting: Acting) {
  const { store } = context;
  const nameOf = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;

  const feeOf = (view: DossierView): Fee => {
    const { amount = 0, basis = '' } = view.received?.fee ?? {};
    return {
      amount,
      basis,
      owed: stillOwed(amount, view.payments),
      payments: view.payments.map(({ paymentId, amount: sum, how, receiptNumber, note, counter, actor, at }) => ({
        paymentId,
        amount: sum,
        how,
        receiptNumber,
        note,
        counter,
        officer: nameOf(actor),
        at,
      })),
      code: codeOfView(view),
    };
  };
  /** @throws ProblemError TN-05 */
  const viewOf = (dossierId: string): DossierView => {
    const view = store.dossiers.get(dossierId);
    if (view === null) throw new ProblemError('TN-05');
    return view;
  };
  const here = () => ({ office: enrolmentOf(context).office, counter: ownCounter(context).name });
  const isKnown = (view: DossierView, paymentId: string): boolean =>
    view.payments.some((payment) => payment.paymentId === paymentId);

  return {
    get: (dossierId: string): Fee => feeOf(viewOf(dossierId)),
    /** @throws ProblemError PT-01 more than is owed, TN-05, HS-01 */
    async pay(session: DeskSession, { dossierId, ...payment }: CallInput<'fee.pay'>): Promise<Fee> {
      if (isKnown(viewOf(dossierId), payment.paymentId)) return feeOf(viewOf(dossierId));
      const { receiptNumber, reference } = payment;
      const view = await acting.write(session, dossierId, null, (now, { now: at }) => {
        const { owed } = feeOf(now);
        if (payment.amount > owed) {
          throw new ProblemError('PT-01', { amount: dong(payment.amount), owed: dong(Math.max(owed, 0)) });
        }
        const body = { ...payment, receiptNumber: receiptNumber.trim(), reference: reference.trim(), ...here(), at };
        return [{ type: 'dossier.feePaid', body }];
      });
      return feeOf(view);
    },
    /** @throws ProblemError PT-02 more than was taken, TN-05, HS-01 */
    async refund(session: DeskSession, { dossierId, ...back }: CallInput<'fee.refund'>): Promise<Fee> {
      if (isKnown(viewOf(dossierId), back.paymentId)) return feeOf(viewOf(dossierId));
      const view = await acting.write(session, dossierId, null, (now, { now: at }) => {
        const taken = now.payments.reduce((sum, { amount }) => sum + amount, 0);
        if (back.amount > taken) throw new ProblemError('PT-02', { amount: dong(back.amount), taken: dong(taken) });
        return [{ type: 'dossier.feeRefunded', body: { ...back, ...here(), at } }];
      });
      return feeOf(view);
    },
  };
}
