import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { User } from '../../../contract/sync.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { pageDays, pageMarks } from '../../../domain/dossier/page-days.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { countsToBring, proposedBring } from '../../../domain/guidance/bring.ts';
import { reasonWords } from '../../../domain/guidance/reasons.ts';
import { stillOwed } from '../../../domain/money/cash-list.ts';
import { procedureAt, type Procedure } from '../../../domain/procedure/catalogue.ts';
import { dueAfterWait, laterDays } from '../../../domain/processing/new-due.ts';
import { stepsFor } from '../../../domain/processing/steps.ts';
import { unitCells } from '../../../domain/processing/unit-cells.ts';
import { openOpinions, stepOf } from '../../../domain/processing/work-step.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { standAndWhy } from '../stand.ts';
import { remindersOf } from './lists.ts';
import { nextNumber } from './numbers.ts';
import { papersAt } from './papers-at.ts';
import { calendarOf } from './place.ts';

type Sheet = CallOutput<'processing.get'>;

/** So many days ahead an extension may be chosen from a list. */
const LATER_DAYS = 40;

/** One dossier as the unit works on it: what it is, what the law allows, and what the forms of the steps start with. */
export function createWorkSheet(context: DeskContext) {
  const { store } = context;

  return {
    /** @throws ProblemError TN-05 */
    get(session: DeskSession, id: string): Sheet {
      const { user } = session;
      if (user === null) throw new ProblemError('DN-03');
      const view = store.dossiers.get(id);
      if (view === null) throw new ProblemError('TN-05');
      const now = context.localNow();
      const today = dateOf(now);
      const calendar = calendarOf(context, view);
      const stand = standAndWhy(context, id);
      const { clock, work } = view;
      const wait = clock.pausedSince === null ? null : dueAfterWait(clock, now, calendar);
      return {
        id,
        code: codeOfView(view),
        name: view.intake.applicant?.name ?? '',
        procedure: view.intake.procedure.shortName,
        receivedAt: view.received?.receivedAt ?? view.openedAt,
        channel: view.intake.channel,
        state: view.state,
        step: stepOf(view),
        dueAt: clock.dueAt,
        cells: unitCells(clock, today, calendar),
        days: pageDays(view, today, calendar),
        marks: pageMarks(view, today),
        steps: stepsFor(view, calendar, now).map(({ kind, may, until, left, words }) => ({
          kind,
          may,
          until,
          left,
          words,
        })),
        reminders: remindersOf(view, calendar, now),
        assignee: work.assignee,
        assigneeName: work.assigneeName,
        papersAt: papersAt(view, user.id, nameOf),
        stand: { state: stand.state, text: stand.text, reasons: stand.reasons },
        start: startOf(view, user),
        demands: openDemands(view),
        duty: view.state === 'financial' ? dutyOf(view) : null,
        opinions: openOpinions(view).map(({ opinionId, agency, content, answerBy, reportedAt }) => ({
          opinionId,
          agency,
          content,
          answerBy,
          late: answerBy < today,
          reported: reportedAt !== null,
        })),
        dueAfterWait: wait === null ? null : { at: wait.at, words: wait.words },
      };
    },
  };

  function nameOf(id: string): string {
    return (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? '';
  }

  function startOf(view: DossierView, user: User): Sheet['start'] {
    const { clock, intake, received, work } = view;
    const procedure = procedureOf(view);
    const calendar = calendarOf(context, view);
    const today = dateOf(context.localNow());
    return {
      papers: procedure === undefined ? [] : papersToAsk(view, procedure),
      clock: procedure?.clock ?? { supplement: 'restart', financial: 'resume' },
      laterDays: clock.dueAt === null ? [] : laterDays(clock.dueAt, today, calendar, LATER_DAYS),
      extensionNumber: nextNumber(context, 'extension', intake.processingUnit, user),
      stopNumber: nextNumber(context, 'stop', intake.processingUnit, user),
      stage: stepOf(view).vi,
      fees: feesWords(view),
      papersBack: (received?.papers ?? [])
        .filter((paper) => paper.group === 'submit' && paper.state === 'has' && paper.originals + paper.copies > 0)
        .map((paper) => paper.name),
      withdrawalReason: work.withdrawal?.reason ?? '',
      result: procedure?.result ?? '',
      signatory: store.worklists.lastSignatory(intake.processingUnit),
      head: headOf(),
    };
  }

  /** The procedure as it was when the dossier was received; today's text where that is gone. */
  function procedureOf({ intake, received, openedAt }: DossierView): Procedure | undefined {
    const catalogue = context.reference.catalogue();
    const on = dateOf(received?.receivedAt ?? openedAt);
    const { code } = intake.procedure;
    return procedureAt(catalogue, code, on) ?? catalogue.procedures.find((procedure) => procedure.code === code);
  }

  /** The head of the shop: who may approve here. */
  function headOf(): string {
    const { office } = enrolmentOf(context);
    const head = (store.reference.get('users') ?? []).find(
      (user) => user.office === office && user.role === 'supervisor' && !user.disabled,
    );
    if (head === undefined) return 'Giám đốc Trung tâm';
    return head.position === '' ? head.name : `${head.name}, ${head.position}`;
  }
}

/** Papers of the case, those taken marked; what the slip would say of each where it is missing. */
function papersToAsk({ intake, received }: DossierView, procedure: Procedure): Sheet['start']['papers'] {
  const taken = new Set(
    (received?.papers ?? []).filter((paper) => paper.state === 'has').map((paper) => paper.paperId),
  );
  return procedure.papers
    .filter((paper) => paper.cases === undefined || paper.cases.includes(intake.procedure.caseId))
    .map((paper) => ({
      paperId: paper.id,
      name: paper.name,
      taken: taken.has(paper.id),
      missing: { ...countsToBring(paper, null), bring: proposedBring(paper, null), reason: reasonWords.missing.vi },
    }));
}

function openDemands({ rounds, state }: DossierView): Sheet['demands'] {
  if (state !== 'supplement') return [];
  const open = rounds.findLast((round) => round.answeredAt === null);
  return (open?.demands ?? []).map(({ paperId, name, bring, originals, certified, copies }) => ({
    paperId,
    name,
    bring,
    originals,
    copies: certified + copies,
  }));
}

function dutyOf({ work }: DossierView): Sheet['duty'] {
  if (work.duty === null) return null;
  const { what, amount, noticeNumber } = work.duty;
  return { what, amount, noticeNumber };
}

/** What becomes of the fees where a dossier is stopped, as the officer may change it. */
function feesWords({ received, payments }: DossierView): string {
  const fee = received?.fee.amount ?? 0;
  if (fee === 0) return 'Không thu phí, lệ phí';
  return stillOwed(fee, payments) > 0 ? 'Chưa thu, không thu nữa' : 'Đã thu, hoàn lại người nộp';
}
