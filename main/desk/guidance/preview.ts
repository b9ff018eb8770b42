import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { CurrentDossierEvent } from '../../../domain/dossier/events.ts';
import { viewAfter } from '../../../domain/dossier/view-after.ts';
import type { DeskContext } from '../context.ts';
import { judge } from '../receipt/assess.ts';
import type { DeskSession } from '../sessions.ts';
import { slipBuilders } from '../slips/builders.ts';
import { withClockMark } from '../slips/surroundings.ts';
import { guidedBody, refusedBody } from './guidance.ts';

/** The supplement or refusal slip as it would be now; nothing is kept. @throws ProblemError DN-03, TN-04 */
export function guidancePreview(
  context: DeskContext,
  session: DeskSession,
  { draftId, content, form }: Omit<CallInput<'guidance.previewSlip'>, 'content'> & { readonly content: ReceiptContent },
): CallOutput<'guidance.previewSlip'> {
  const { user } = session;
  if (user === null) throw new ProblemError('DN-03');
  const before = context.store.dossiers.get(draftId);
  const judged = judge(context, content, draftId);
  const round = (before?.rounds.length ?? 0) + 1;
  const event: CurrentDossierEvent =
    form === '02'
      ? {
          type: 'dossier.guided',
          version: 1,
          body: guidedBody(context, content, judged, { draftId, round, override: null }),
        }
      : { type: 'dossier.refused', version: 1, body: refusedBody(context, content, judged) };
  const view = viewAfter(draftId, before, { id: draftId, actor: user.id, approvedBy: null }, event);
  const order = view === null ? null : (slipBuilders(context)[form]?.(view, user, null) ?? null);
  if (order === null) throw new ProblemError('TN-04');
  return { values: JSON.parse(JSON.stringify(withClockMark(context, order.values))), template: order.template };
}
