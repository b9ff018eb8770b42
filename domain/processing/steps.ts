import type { WorkingCalendar } from '../calendar/calendar.ts';
import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import type { CurrentDossierEvent, DossierEventType } from '../dossier/events.ts';
import { lawBreaks, mayDo, type LawBreak, type LawView } from '../dossier/law.ts';
import type { DossierView } from '../dossier/view.ts';
import type { Bilingual } from '../text.ts';
import { extensionUntil, supplementUntil } from './last-days.ts';
import { stepWords } from './step-words.ts';

/** What a processing unit may do with a dossier in law (NĐ 61/2018 Điều 19). */
export const stepKinds = [
  'assign',
  'step',
  'supplement',
  'opinion',
  'financial',
  'extend',
  'decline',
  'withdrawal',
  'stop',
  'finish',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** Whether a step may be taken now, until when, and how often still. */
export interface LegalStep {
  readonly kind: StepKind;
  /** `override`: with a supervisor's approval and a reason (decision 13). */
  readonly may: 'allowed' | 'override' | 'never';
  readonly breaks: readonly LawBreak[];
  /** Last lawful day; null where the law sets none. */
  readonly until: CivilDate | null;
  /** How often it may still be done; null where the law does not count. */
  readonly left: number | null;
  /** "Được đến hết thứ Tư 25/11, còn 1 lần". */
  readonly words: Bilingual;
}

/** The part of a dossier that decides what may be done with it. */
export type StepView = LawView & Pick<DossierView, 'work'>;

const types: Readonly<Record<StepKind, DossierEventType>> = {
  assign: 'dossier.assigned',
  step: 'dossier.stepSet',
  supplement: 'dossier.supplementRequested',
  opinion: 'dossier.opinionAsked',
  financial: 'dossier.financialRequested',
  extend: 'dossier.extended',
  decline: 'dossier.finished',
  withdrawal: 'dossier.withdrawalRequested',
  stop: 'dossier.stopped',
  finish: 'dossier.finished',
};

/** Every step of {@link stepKinds} as it stands at `now` (Vietnam local time). */
export function stepsFor(view: StepView, calendar: WorkingCalendar, now: LocalDateTime): readonly LegalStep[] {
  return stepKinds.map((kind) => {
    const may = mayDo(view, types[kind]);
    const until = lastDay(kind, view, calendar);
    const breaks = may === 'never' ? [] : lawBreaks(view, probe(kind, until, now));
    const left = timesLeft(kind, view);
    const judged = may === 'never' ? 'never' : breaks.length > 0 ? 'override' : 'allowed';
    const facts = { kind, may: judged, breaks, until, left } as const;
    return { ...facts, words: stepWords(facts, view, dateOf(now)) };
  });
}

function lastDay(kind: StepKind, view: StepView, calendar: WorkingCalendar): CivilDate | null {
  switch (kind) {
    case 'supplement':
      return supplementUntil(view, calendar);
    case 'extend':
      return extensionUntil(view, calendar);
    case 'decline':
    case 'finish':
      // A refusal is a result like any other: within the limit (NĐ 61/2018 Điều 19 khoản 8).
      return view.clock.dueAt === null ? null : dateOf(view.clock.dueAt);
    case 'assign':
    case 'step':
    case 'opinion':
    case 'financial':
    case 'withdrawal':
    case 'stop':
      return null;
  }
}

function timesLeft(kind: StepKind, view: StepView): number | null {
  if (kind === 'supplement') return view.rounds.length > 0 ? 0 : 1;
  if (kind === 'extend') return view.clock.extensions > 0 ? 0 : 1;
  return null;
}

/** The least event of a step, for asking the law about it. */
function probe(kind: StepKind, lawfulUntil: CivilDate | null, at: LocalDateTime): CurrentDossierEvent {
  const nothing = { reason: '', at, override: null };
  switch (kind) {
    case 'assign':
      return { type: 'dossier.assigned', version: 1, body: { to: '', name: '', unit: '', at } };
    case 'step':
      return { type: 'dossier.stepSet', version: 1, body: { step: 'review', words: '', at } };
    case 'supplement': {
      const body = { round: 1, demands: [], clock: 'restart', answerBy: null, returnCode: '', lawfulUntil } as const;
      return { type: 'dossier.supplementRequested', version: 1, body: { ...body, ...nothing } };
    }
    case 'opinion': {
      const body = { opinionId: '', agency: '', content: '', answerBy: dateOf(at), documentNumber: '', at };
      return { type: 'dossier.opinionAsked', version: 1, body };
    }
    case 'financial': {
      const body = { what: '', amount: null, noticeNumber: '', clock: 'resume', at } as const;
      return { type: 'dossier.financialRequested', version: 1, body };
    }
    case 'extend': {
      const due = { at: null, calendarVersion: '', enteredBecause: null };
      return {
        type: 'dossier.extended',
        version: 1,
        body: { number: '', due, lawfulUntil, signatory: '', ...nothing },
      };
    }
    case 'withdrawal':
      return { type: 'dossier.withdrawalRequested', version: 1, body: { by: '', reason: '', at } };
    case 'stop': {
      const body = { number: '', reason: '', stage: '', fees: '', papersBack: [], signatory: '', at };
      return { type: 'dossier.stopped', version: 1, body };
    }
    case 'decline':
    case 'finish': {
      const outcome = kind === 'finish' ? 'granted' : 'declined';
      const body = { outcome, papers: [], reason: '', legalBasis: '', signatory: '', at } as const;
      return { type: 'dossier.finished', version: 1, body };
    }
  }
}
