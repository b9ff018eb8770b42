import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { openOpinions } from '../../../domain/processing/work-step.ts';
import type { Act, Acting, Moment } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { assertOurs, colleaguesOf, unitPlace } from './place.ts';

type Done = CallOutput<'processing.assign'>;
type In<N extends 'assign' | 'setStep' | 'askOpinion' | 'recordOpinion' | 'reportOpinion' | 'finish'> =
  CallInput<`processing.${N}`>;

/** Work that leaves the clock alone: who works on it, at which step, whose opinion is asked, and the end. */
export function createActs(context: DeskContext, acting: Acting) {
  /** Writes on a dossier of the own unit. */
  const write = async (
    session: DeskSession,
    id: string,
    approval: Parameters<Acting['write']>[2],
    decide: (view: DossierView, moment: Moment) => readonly Act[],
  ): Promise<Done> => {
    const view = await acting.write(session, id, approval, (before, moment) => {
      assertOurs(context, before, moment.user);
      return decide(before, moment);
    });
    return { id, dueAt: view.clock.dueAt };
  };

  return {
    /** @throws ProblemError TN-05, HS-01, GQ-01 no officer of the unit, GQ-06 */
    assign: (session: DeskSession, { id, to }: In<'assign'>): Promise<Done> =>
      write(session, id, null, (view, { user, now }) => {
        const place = unitPlace(context, user);
        const unit = place.unit === '' ? view.intake.processingUnit : place.unit;
        const colleague = colleaguesOf(context, unit).find((each) => each.id === to);
        if (to !== '' && colleague === undefined) throw new ProblemError('GQ-01', { name: to, unit });
        return [{ type: 'dossier.assigned', body: { to, name: colleague?.name ?? '', unit, at: now } }];
      }),

    /** Whoever takes a step on what nobody works on works on it from then on. @throws ProblemError TN-05, HS-01, GQ-06 */
    setStep: (session: DeskSession, { id, step, words }: In<'setStep'>): Promise<Done> =>
      write(session, id, null, (view, moment) => [
        ...mine(view, moment),
        { type: 'dossier.stepSet', body: { step, words: words.trim(), at: moment.now } },
      ]),

    /** @throws ProblemError TN-05, HS-01, GQ-06 */
    askOpinion: (session: DeskSession, input: In<'askOpinion'>): Promise<Done> =>
      write(session, input.id, null, (view, moment) => {
        const { agency, content, answerBy, documentNumber } = input;
        const opinionId = context.random.id();
        const body = { opinionId, agency, content, answerBy, documentNumber: documentNumber.trim(), at: moment.now };
        return [...mine(view, moment), { type: 'dossier.opinionAsked', body }];
      }),

    /** @throws ProblemError TN-05, HS-01, GQ-03 not waited for, GQ-06 */
    recordOpinion: (session: DeskSession, input: In<'recordOpinion'>): Promise<Done> =>
      write(session, input.id, null, (view, { now: at }) => {
        const { opinionId, answer, documentNumber } = input;
        assertAwaited(view, opinionId);
        const body = { opinionId, answer, documentNumber: documentNumber.trim(), at };
        return [{ type: 'dossier.opinionReceived', body }];
      }),

    /** @throws ProblemError TN-05, HS-01, GQ-03 not waited for, or not late, GQ-06 */
    reportOpinion: (session: DeskSession, { id, opinionId, to }: In<'reportOpinion'>): Promise<Done> =>
      write(session, id, null, (view, { now: at }) => {
        const opinion = assertAwaited(view, opinionId);
        if (opinion.answerBy >= dateOf(at)) throw new ProblemError('GQ-03');
        return [{ type: 'dossier.opinionReported', body: { opinionId, to, at } }];
      }),

    /**
     * The result is there, and with it the unit's work is done. A refusal is a result like any other: with reason and
     * law (NĐ 61/2018 Điều 19 khoản 8). @throws ProblemError TN-05, HS-01, HS-02, GQ-05, GQ-06
     */
    finish: (session: DeskSession, input: In<'finish'>): Promise<Done> =>
      write(session, input.id, input.approval, (view, moment) => {
        const { outcome, papers, legalBasis, signatory } = input;
        const missing = missingOf(input);
        if (missing.length > 0) throw new ProblemError('GQ-05', { missing: missing.join(', ') });
        // What goes past a limit is allowed for the reason its approver gave.
        const reason = outcome === 'granted' ? (moment.override?.reason ?? '') : input.reason.trim();
        const body = {
          outcome,
          papers: papers.map(tidy),
          reason,
          legalBasis: legalBasis.trim(),
          signatory,
          at: moment.now,
        };
        return [...mine(view, moment), { type: 'dossier.finished', body }];
      }),
  };
}

/** A step taken on what nobody works on makes it one's own. */
function mine(view: DossierView, { user, now: at }: Moment): Act[] {
  if (view.work.assignee !== '' || user.role !== 'unitOfficer') return [];
  return [{ type: 'dossier.assigned', body: { to: user.id, name: user.name, unit: user.unit ?? '', at } }];
}

function assertAwaited(view: DossierView, opinionId: string): ReturnType<typeof openOpinions>[number] {
  const opinion = openOpinions(view).find((each) => each.opinionId === opinionId);
  if (opinion === undefined) throw new ProblemError('GQ-03');
  return opinion;
}

function missingOf({ outcome, papers, reason, legalBasis }: In<'finish'>): string[] {
  const missing: string[] = [];
  if (outcome === 'granted' && papers.length === 0) missing.push('giấy tờ kết quả');
  if (papers.some((paper) => paper.name.trim() === '')) missing.push('tên giấy tờ kết quả');
  if (papers.some((paper) => paper.originals + paper.copies === 0 && !paper.electronic)) missing.push('số bản kết quả');
  if (outcome === 'declined' && reason.trim() === '') missing.push('lý do');
  if (outcome === 'declined' && legalBasis.trim() === '') missing.push('căn cứ pháp luật');
  return missing;
}

function tidy<P extends { readonly name: string; readonly number: string }>(paper: P): P {
  return { ...paper, name: paper.name.trim(), number: paper.number.trim() };
}
