import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { cancelLimit, cancelResult, dayOf, likeness, mayMergeInto } from '../../../domain/dossier/cancellation.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import { stateFacts } from '../../../domain/dossier/states.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import type { Act, Acting } from '../acting.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';

/** Taking a dossier back (hủy) and merging it into its double (gộp). */
export interface CancelCalls {
  /** @throws ProblemError TN-05 */
  open(dossierId: string): CallOutput<'dossier.cancellation'>;
  /** @throws ProblemError TN-05, DC-03, DC-04, HS-01, HS-02 */
  cancel(session: DeskSession, input: CallInput<'dossier.cancel'>): Promise<CallOutput<'dossier.cancel'>>;
}

/** So many of a person's dossiers are offered. */
const MOST = 20;

export function createCancel(context: DeskContext, acting: Acting): CancelCalls {
  const { store } = context;
  const viewOf = (id: string): DossierView => {
    const view = store.dossiers.get(id);
    if (view === null) throw new ProblemError('TN-05');
    return view;
  };

  return {
    open(dossierId) {
      const view = viewOf(dossierId);
      const { office } = enrolmentOf(context);
      const result = cancelResult(view, office);
      const personalId = view.intake.applicant?.personalId ?? null;
      const others = personalId === null ? [] : store.dossiers.ofPerson(personalId, MOST);
      return {
        code: codeOfView(view),
        name: view.intake.applicant?.name ?? '',
        limit: cancelLimit(view, office),
        originals: result.originals,
        heldBy: result.heldBy?.place ?? '',
        isHere: result.isHere,
        paid: result.paid,
        slips: result.slips,
        doubles: others
          .filter((other) => mayMergeInto(view, other))
          .toSorted((a, b) => likeness(view, b) - likeness(view, a) || (dayOf(a) < dayOf(b) ? 1 : -1))
          .map((other) => ({
            dossierId: other.id,
            code: codeOfView(other),
            name: other.intake.applicant?.name ?? '',
            procedure: other.intake.procedure.shortName,
            receivedAt: other.received?.receivedAt ?? other.openedAt,
            state: stateFacts[other.state].name,
            isLikely: likeness(view, other) === 2,
          })),
      };
    },
    async cancel(session, { dossierId, reason, mergedInto, givenBack, approval }) {
      const { office } = enrolmentOf(context);
      const limit = cancelLimit(viewOf(dossierId), office);
      if (limit.kind === 'never') throw new ProblemError('DC-03', { why: limit.why.vi });
      if (mergedInto !== null && !mayMergeInto(viewOf(dossierId), viewOf(mergedInto))) throw new ProblemError('DC-04');
      await acting.write(session, dossierId, approval, (view, { user, now }) => {
        const result = cancelResult(view, office);
        const isBack = givenBack && mergedInto === null && result.isHere && result.papers.length > 0;
        const back = isBack ? result.papers : [];
        const cancelled: Act = {
          type: 'dossier.cancelled',
          body: { reason: reason.trim(), mergedInto, papersBack: back, at: now },
        };
        const citizen: Holder = {
          kind: 'citizen',
          office,
          place: 'người nộp',
          user: '',
          name: view.intake.submitter?.person.name ?? view.intake.applicant?.name ?? '',
        };
        const from = acting.holderHere(user);
        const given: Act = {
          type: 'dossier.handedOver',
          body: {
            batch: null,
            purpose: 'return',
            from,
            to: citizen,
            papers: back,
            by: null,
            seenOnSlip: null,
            at: now,
          },
        };
        return isBack ? [cancelled, given] : [cancelled];
      });
      return {};
    },
  };
}
