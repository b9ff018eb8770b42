import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { User } from '../../../contract/sync.ts';
import { canonical, type Json } from '../../../domain/log/canonical.ts';
import type { Demand, Override } from '../../../domain/dossier/events/common.ts';
import type { DossierGuided, DossierRefused } from '../../../domain/dossier/events/guidance.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import type { ProposedDemand } from '../../../domain/guidance/demands.ts';
import type { Act, Acting } from '../acting.ts';
import { nameOfUser, type DeskContext } from '../context.ts';
import { judge, type Judged } from '../receipt/assess.ts';
import type { DeskSession } from '../sessions.ts';
import { filledInOf, intakeOf, papersSeen } from './intake.ts';
import { codeToComeBack } from './proposal.ts';

type Asked = Pick<CallInput<'guidance.refuse'>, 'draftId'> & { readonly content: ReceiptContent };

/** Guidance (hướng dẫn) and refusal before receipt (NĐ 61/2018 Điều 15, 17; NĐ 309/2026, Điều 17 khoản 2a). */
export interface Guidance {
  /** @throws ProblemError TN-01, TN-03, HS-01, HS-02, HD-01, DN-01, HS-03 */
  give(
    session: DeskSession,
    input: Asked & Pick<CallInput<'guidance.give'>, 'round' | 'approval'>,
  ): Promise<CallOutput<'guidance.give'>>;
  /** @throws ProblemError TN-01, TN-03, HS-01 */
  refuse(session: DeskSession, input: Asked): CallOutput<'guidance.refuse'>;
}

export function createGuidance(context: DeskContext, acting: Acting): Guidance {
  const { store, clock, changed } = context;

  /** Writes one act on the draft's dossier, which begins with it where it is new; the draft is over. */
  const write = (draftId: string, view: DossierView | null, act: Act, user: User, approver: User | null): void => {
    store.record(() => ({
      now: clock.now(),
      events: acting.entries({ id: draftId, view }, [act], user, approver),
      also: () => store.drafts.remove(draftId),
    }));
    acting.done();
    changed('drafts');
  };

  return {
    async give(session, { draftId, content, round, approval }) {
      const user = holderOf(context, session, draftId);
      const approver = await acting.approver(approval);
      const view = store.dossiers.get(draftId);
      const override = approval === null ? null : { reason: approval.reason.trim() };
      const judged = judge(context, content, draftId);
      const body = guidedBody(context, content, judged, { draftId, round, override });
      const before = view?.rounds.find((each) => each.round === round);
      const reply = { dossierId: draftId, round, returnCode: body.returnCode, savedAt: clock.now() };
      // Asked twice (a reply lost, a second press), it is given once.
      if (before !== undefined && same(before.demands, body.demands)) return reply;
      if (round !== (view?.rounds.length ?? 0) + 1) throw new ProblemError('HD-01', { round: String(round) });
      refuseMissing(judged.assessment.guidance?.missing ?? judged.assessment.missing);
      write(draftId, view, { type: 'dossier.guided', body }, user, approver);
      return reply;
    },
    refuse(session, { draftId, content }) {
      const user = holderOf(context, session, draftId);
      const view = store.dossiers.get(draftId);
      const judged = judge(context, content, draftId);
      const body = refusedBody(context, content, judged);
      const reply = { dossierId: draftId, savedAt: clock.now() };
      if (view?.state === 'refused' && view.refused !== null && view.refused.reason === body.reason) return reply;
      refuseMissing(judged.assessment.refusal?.missing ?? judged.assessment.missing);
      write(draftId, view, { type: 'dossier.refused', body }, user, null);
      return reply;
    },
  };
}

/** Who asks, where the draft is theirs or nobody's. @throws ProblemError DN-03, TN-03 */
export function holderOf(context: DeskContext, session: DeskSession, draftId: string): User {
  if (session.user === null) throw new ProblemError('DN-03');
  const draft = context.store.drafts.get(draftId);
  if (draft !== null && draft.owner !== session.user.id) {
    throw new ProblemError('TN-03', { name: nameOfUser(context, draft.owner) });
  }
  return session.user;
}

/** @throws ProblemError TN-01 naming everything that is missing */
export function refuseMissing(missing: Judged['assessment']['missing']): void {
  if (missing.length > 0) throw new ProblemError('TN-01', { missing: missing.map((row) => row.text.vi).join(', ') });
}

/** What the slip says of it; also what the preview shows before it is so. @throws ProblemError TN-04 */
export function guidedBody(
  context: DeskContext,
  content: ReceiptContent,
  judged: Judged,
  given: { readonly draftId: string; readonly round: number; readonly override: Override | null },
): DossierGuided {
  const { proposal } = judged;
  if (proposal === null) throw new ProblemError('TN-04');
  return {
    intake: intakeOf(context, content, judged),
    round: given.round,
    demands: proposal.demands.map(demandOf),
    reason: proposal.reason,
    papers: papersSeen(judged, content),
    answerBy: content.guidance.answerBy,
    returnCode: codeToComeBack(given.draftId, given.round),
    filledIn: filledInOf(content),
    at: judged.now,
    override: given.override,
  };
}

/** @throws ProblemError TN-04 */
export function refusedBody(context: DeskContext, content: ReceiptContent, judged: Judged): DossierRefused {
  if (judged.refusal === null) throw new ProblemError('TN-04');
  return { intake: intakeOf(context, content, judged), ...judged.refusal, at: judged.now };
}

/** The line as an event keeps it. */
function demandOf(line: ProposedDemand): Demand {
  const { papers: _, name, bring, reason, ...demand } = line;
  return { ...demand, name: within(name, 1000), bring: within(bring, 500), reason: within(reason, 500) };
}

/** As long as an event may carry it: a note from another time may be longer. */
function within(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).toWellFormed();
}

function same(a: object, b: object): boolean {
  // Parts of events: the JSON of their bodies.
  return canonical(a as Json) === canonical(b as Json);
}
