import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { NewDue } from '../../../domain/dossier/events/common.ts';
import type { PaperTaken } from '../../../domain/dossier/events/receipt.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { procedureAt } from '../../../domain/procedure/catalogue.ts';
import { extensionUntil, supplementUntil } from '../../../domain/processing/last-days.ts';
import { dueAfterWait, enteredDue, extensionDue, type NotLater } from '../../../domain/processing/new-due.ts';
import type { Acting, Moment } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import { codeToComeBack } from '../guidance/proposal.ts';
import type { DeskSession } from '../sessions.ts';
import { assertOurs, calendarOf } from './place.ts';

type Done = CallOutput<'processing.stop'>;
type In<
  N extends
    | 'requestSupplement'
    | 'recordSupplement'
    | 'requestFinancial'
    | 'fulfilFinancial'
    | 'requestWithdrawal'
    | 'stop'
    | 'extend',
> = CallInput<`processing.${N}`>;
type DueEntered = In<'recordSupplement'>['dueEntered'];

/** What moves the clock: waits for the citizen, withdrawal, a new date (NĐ 61/2018 Điều 19). */
export function createWaits(context: DeskContext, acting: Acting) {
  const done = async (id: string, written: Promise<DossierView>): Promise<Done> => ({
    id,
    dueAt: (await written).clock.dueAt,
  });

  /** What a wait does to the clock, by the procedure as it was at receipt (decision 6). */
  const clockRule = (view: DossierView): { supplement: 'restart' | 'resume'; financial: 'restart' | 'resume' } => {
    const on = dateOf(view.received?.receivedAt ?? view.openedAt);
    const procedure = procedureAt(context.reference.catalogue(), view.intake.procedure.code, on);
    return procedure?.clock ?? { supplement: 'restart', financial: 'resume' };
  };

  /** The date that follows from the rules; entered with its basis where none does. @throws ProblemError GQ-02, GQ-04 */
  const dueOf = (view: DossierView, { now }: Moment, entered: DueEntered): NewDue => {
    const calendar = calendarOf(context, view);
    const { at, calendarVersion } = dueAfterWait(view.clock, now, calendar);
    if (at !== null) return { at, calendarVersion, enteredBecause: null };
    if (entered === null) throw new ProblemError('GQ-02');
    if (entered.date < dateOf(now)) throw new ProblemError('GQ-04', { why: whyWords.past });
    return enteredDue(entered.date, entered.reason, calendar);
  };

  return {
    /** @throws ProblemError TN-05, HS-01, HS-02, GQ-06 */
    requestSupplement: (session: DeskSession, input: In<'requestSupplement'>): Promise<Done> =>
      done(
        input.id,
        acting.write(session, input.id, input.approval, (view, { user, now: at, override }) => {
          assertOurs(context, view, user);
          const round = view.rounds.length + 1;
          const body = {
            round,
            demands: input.demands,
            reason: input.reason,
            clock: clockRule(view).supplement,
            answerBy: input.answerBy,
            returnCode: codeToComeBack(view.id, round),
            lawfulUntil: supplementUntil(view, calendarOf(context, view)),
            at,
            override,
          };
          return [{ type: 'dossier.supplementRequested', body }];
        }),
      ),

    /** What was asked for is there, at the shop; the clock goes on. @throws ProblemError TN-05, HS-01, GQ-02, GQ-04 */
    recordSupplement: (session: DeskSession, { id, papers, dueEntered }: In<'recordSupplement'>): Promise<Done> =>
      done(
        id,
        acting.write(session, id, null, (view, moment) => {
          const body = { papers: papers.map(taken), due: dueOf(view, moment, dueEntered), at: moment.now };
          return [{ type: 'dossier.supplemented', body }];
        }),
      ),

    /** @throws ProblemError TN-05, HS-01, GQ-06 */
    requestFinancial: (session: DeskSession, input: In<'requestFinancial'>): Promise<Done> =>
      done(
        input.id,
        acting.write(session, input.id, null, (view, { user, now: at }) => {
          assertOurs(context, view, user);
          const { what, amount, noticeNumber } = input;
          const clock = clockRule(view).financial;
          return [
            {
              type: 'dossier.financialRequested',
              body: { what, amount, noticeNumber: noticeNumber.trim(), clock, at },
            },
          ];
        }),
      ),

    /** @throws ProblemError TN-05, HS-01, GQ-02, GQ-04 */
    fulfilFinancial: (session: DeskSession, { id, evidence, dueEntered }: In<'fulfilFinancial'>): Promise<Done> =>
      done(
        id,
        acting.write(session, id, null, (view, moment) => {
          const body = { evidence, due: dueOf(view, moment, dueEntered), at: moment.now };
          return [{ type: 'dossier.financialFulfilled', body }];
        }),
      ),

    /** @throws ProblemError TN-05, HS-01 */
    requestWithdrawal: (session: DeskSession, { id, by, reason }: In<'requestWithdrawal'>): Promise<Done> =>
      done(
        id,
        acting.write(session, id, null, (_view, { now: at }) => [
          { type: 'dossier.withdrawalRequested', body: { by, reason, at } },
        ]),
      ),

    /** @throws ProblemError TN-05, HS-01, HS-02, GQ-06 */
    stop: (session: DeskSession, { id, approval, ...input }: In<'stop'>): Promise<Done> =>
      done(
        id,
        acting.write(session, id, approval, (view, { user, now: at }) => {
          assertOurs(context, view, user);
          return [{ type: 'dossier.stopped', body: { ...input, at } }];
        }),
      ),

    /** @throws ProblemError TN-05, HS-01, HS-02, GQ-04, GQ-06 */
    extend: (session: DeskSession, input: In<'extend'>): Promise<Done> =>
      done(
        input.id,
        acting.write(session, input.id, input.approval, (view, { user, now: at, override }) => {
          assertOurs(context, view, user);
          const calendar = calendarOf(context, view);
          const { number, reason, signatory, date, because } = input;
          const asked = extensionDue(view.clock, date, tidy(because), dateOf(at), calendar);
          if ('why' in asked) throw new ProblemError('GQ-04', { why: whyWords[asked.why] });
          const lawfulUntil = extensionUntil(view, calendar);
          const body = { number, reason, due: asked.due, lawfulUntil, signatory, at, override };
          return [{ type: 'dossier.extended', body }];
        }),
      ),
  };
}

const whyWords: Readonly<Record<NotLater, string>> = {
  'not-after-due': 'không muộn hơn ngày đã hẹn',
  past: 'ngày đã qua',
  'day-off': 'ngày đó cơ quan không làm việc',
  'beyond-calendar': 'quá lịch làm việc, phải ghi căn cứ',
};

/** A paper brought afterwards stays with the dossier like those handed in at receipt. */
function taken({ paperId, name, originals, copies }: In<'recordSupplement'>['papers'][number]): PaperTaken {
  return { paperId: paperId ?? '', name, group: 'submit', state: 'has', originals, copies, note: '' };
}

function tidy(text: string | null): string | null {
  const words = (text ?? '').trim();
  return words === '' ? null : words;
}
