import type { handoverCalls } from '../../../contract/desk/handover.ts';
import type { Acting } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { OpenedHandlers } from '../router.ts';
import type { SlipLedger } from '../slips/ledger.ts';
import { createHandover } from './handover.ts';

type HandoverCall = keyof typeof handoverCalls;

/** The calls of the handover, bound to the use cases that carry them out. */
export function handoverHandlers(
  context: DeskContext,
  acting: Acting,
  slips: Pick<SlipLedger, 'printOther'>,
): Pick<OpenedHandlers, HandoverCall> {
  const handover = createHandover(context, acting, slips);
  return {
    'handover.today': (_input, session) => handover.today(session),
    'handover.out': ({ key }, session) => handover.out(session, key),
    'handover.in': ({ id }, session) => handover.in(session, id),
    'handover.scan': (input, session) => handover.scan(session, input),
    'handover.drop': (input, session) => handover.drop(session, input),
    'handover.tick': (input, session) => handover.tick(session, input),
    'handover.close': ({ key, shortBecause }, session) => handover.close(session, key, shortBecause),
    'handover.accept': ({ id }, session) => handover.accept(session, id),
    'handover.custody': ({ dossierId }) => handover.custody(dossierId),
    'handover.paperFound': (input, session) => handover.paperFound(session, input),
    'handover.places': (_input, session) => handover.places(session),
    'handover.printList': ({ batchId }, session) => handover.printList(session, batchId),
  };
}
