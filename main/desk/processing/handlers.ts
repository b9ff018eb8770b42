import type { processingCalls } from '../../../contract/desk/processing.ts';
import type { Acting } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { OpenedHandlers } from '../router.ts';
import { createActs } from './acts.ts';
import { createWorkLists } from './lists.ts';
import { createWorkSheet } from './sheet.ts';
import { createWaits } from './waits.ts';

/** The calls of the processing unit, bound to the use cases that carry them out. */
export function processingHandlers(
  context: DeskContext,
  acting: Acting,
): Pick<OpenedHandlers, keyof typeof processingCalls> {
  const lists = createWorkLists(context);
  const sheet = createWorkSheet(context);
  const acts = createActs(context, acting);
  const waits = createWaits(context, acting);
  return {
    'processing.list': ({ list }, session) => lists.list(session, list),
    'processing.get': ({ id }, session) => sheet.get(session, id),
    'processing.assign': (input, session) => acts.assign(session, input),
    'processing.setStep': (input, session) => acts.setStep(session, input),
    'processing.requestSupplement': (input, session) => waits.requestSupplement(session, input),
    'processing.recordSupplement': (input, session) => waits.recordSupplement(session, input),
    'processing.requestFinancial': (input, session) => waits.requestFinancial(session, input),
    'processing.fulfilFinancial': (input, session) => waits.fulfilFinancial(session, input),
    'processing.askOpinion': (input, session) => acts.askOpinion(session, input),
    'processing.recordOpinion': (input, session) => acts.recordOpinion(session, input),
    'processing.reportOpinion': (input, session) => acts.reportOpinion(session, input),
    'processing.requestWithdrawal': (input, session) => waits.requestWithdrawal(session, input),
    'processing.stop': (input, session) => waits.stop(session, input),
    'processing.extend': (input, session) => waits.extend(session, input),
    'processing.finish': (input, session) => acts.finish(session, input),
  };
}
