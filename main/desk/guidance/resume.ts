import type { Draft, ReceiptContent } from '../../../contract/desk/receipt.ts';
import { emptyReceipt } from '../../../contract/desk/receipt.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { mayDo } from '../../../domain/dossier/law.ts';
import { stateFacts } from '../../../domain/dossier/states.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { Drafts } from '../drafts.ts';
import type { DeskSession } from '../sessions.ts';
import { typedPeople } from './typed-people.ts';

/**
 * The receipt of a dossier that was guided, refused or sent in from afar: the draft that waits for it, else one with
 * everything its events tell.
 * @throws ProblemError TN-05, TN-03, HS-01 where it can no longer be received
 */
export function resume(context: DeskContext, drafts: Drafts, session: DeskSession, dossierId: string): Draft {
  const view = context.store.dossiers.get(dossierId);
  if (view === null) throw new ProblemError('TN-05');
  if (mayDo(view, 'dossier.received') === 'never') {
    throw new ProblemError('HS-01', { state: stateFacts[view.state].name.vi });
  }
  return context.store.drafts.get(dossierId) === null
    ? drafts.begin(session, dossierId, contentOf(context, view))
    : drafts.open(session, dossierId);
}

/** Everything known of it, as the form holds it. What was missing or not right must be looked at again. */
function contentOf(context: DeskContext, view: DossierView): ReceiptContent {
  const { intake, guided, submitted } = view;
  const { office } = enrolmentOf(context);
  const paid = submitted?.fee.paid === true;
  return {
    ...emptyReceipt(view.id),
    ...typedPeople(intake.applicant, intake.submitter),
    procedureCode: intake.procedure.code,
    caseId: intake.procedure.caseId === '' ? null : intake.procedure.caseId,
    channel: intake.channel,
    competentOffice: intake.competentOffice === office ? null : intake.competentOffice,
    resultWay: submitted?.resultWay ?? 'counter',
    resultAddress: submitted?.resultAddress ?? '',
    feePaid: paid ? 'online' : null,
    feeReceipt: paid ? (submitted?.fee.reference.slice(0, 60) ?? '') : '',
    note: submitted?.note ?? '',
    ...(guided === null ? {} : guided.filledIn),
    papers: Object.fromEntries(
      (guided?.papers ?? [])
        .filter(({ state }) => state === 'has' || state === 'notNeeded')
        .map(({ paperId, state, originals, copies, note }) => [
          paperId,
          state === 'has' ? { state, originals, copies, note } : { state, originals: null, copies: null, note },
        ]),
    ),
  };
}
