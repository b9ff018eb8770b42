import type { CallOutput } from '../../../contract/desk.ts';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { DeskContext } from '../context.ts';
import { judge } from '../receipt/assess.ts';
import { nextCode } from '../receipt/number.ts';
import { receivedBody } from '../receipt/receipt.ts';
import type { DeskSession } from '../sessions.ts';
import { receiptSlip } from './mau-01.ts';
import { withClockMark } from './surroundings.ts';

/** The receipt slip as it would be now; nothing is kept and no number is taken. @throws ProblemError TN-04 */
export function receiptPreview(
  context: DeskContext,
  session: DeskSession,
  content: ReceiptContent,
): CallOutput<'receipt.previewSlip'> {
  const judged = judge(context, content);
  const received = receivedBody(context, content, judged, nextCode(context, dateOf(judged.now)));
  const { values } = receiptSlip(context, content.visit, received, session.user?.name ?? '');
  return {
    values: JSON.parse(JSON.stringify(withClockMark(context, values))),
    template: context.reference.template('01', judged.now),
  };
}
