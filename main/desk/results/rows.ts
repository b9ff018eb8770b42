import type { CallOutput } from '../../../contract/desk.ts';
import type { ResultPage, ResultRow } from '../../../contract/desk/results.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { pending } from '../../../domain/dossier/custody.ts';
import { stateFacts } from '../../../domain/dossier/states.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { messageTelephone } from '../../../domain/message/recipient.ts';
import type { Message } from '../../../domain/message/texts.ts';
import { feeOwed } from '../../../domain/results/fee-owed.ts';
import { lateness, originalsOnFile } from '../../../domain/results/returning.ts';
import { uncollected, uncollectedRule, type UncollectedRule } from '../../../domain/results/uncollected.ts';
import { awaited, type Awaited } from '../../../domain/results/whereabouts.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { textOf } from '../notices.ts';

type Other = CallOutput<'results.find'>['others'][number];

/** What the screens of returning show of a dossier, made from its view. */
export interface ResultRows {
  /** The rule about reminders in force today; null where none is. */
  rule(): UncollectedRule | null;
  row(view: DossierView, waits: Awaited): ResultRow;
  /** Of those found, what can be returned at this office, and what cannot with how it stands. */
  sorted(views: readonly DossierView[]): { rows: ResultRow[]; others: Other[] };
  other(view: DossierView): Other;
  page(view: DossierView, waits: Awaited): ResultPage;
  /** @throws ProblemError TN-05, TK-01 */
  waiting(dossierId: string): { view: DossierView; waits: Awaited };
}

export function resultRows(context: DeskContext): ResultRows {
  const { store, reference } = context;
  const here = (): string => enrolmentOf(context).office;
  const today = (): string => dateOf(context.localNow());
  const rule = (): UncollectedRule | null => uncollectedRule(reference.catalogue().uncollected, today());

  const row = (view: DossierView, waits: Awaited): ResultRow => {
    const { finished } = view.result;
    const told = view.notices.at(-1) ?? null;
    const chase =
      waits.readyAt === null
        ? { waited: null, reminded: 0, next: { kind: 'none' as const }, isDue: false }
        : uncollected(waits.readyAt, view.notices, rule(), today(), reference.calendar(here()));
    return {
      dossierId: view.id,
      code: codeOfView(view),
      name: view.intake.applicant?.name ?? '',
      procedure: view.intake.procedure.shortName,
      kind: waits.kind,
      outcome: finished?.outcome ?? 'none',
      at: waits.at,
      place: waits.place,
      readyAt: waits.readyAt,
      dueAt: view.clock.dueAt,
      late: lateness(view).late,
      resultWay: view.received?.resultWay ?? 'counter',
      canMessage: messageTelephone(view.intake) !== null,
      told: told === null ? null : { about: told.about, way: told.way, at: told.at },
      owed: waits.kind === 'result' ? feeOwed(view) : 0,
      ...chase,
    };
  };
  const other = (view: DossierView): Other => {
    const { holder } = view.custody;
    const coming = pending(view.custody);
    return {
      dossierId: view.id,
      code: codeOfView(view),
      name: view.intake.applicant?.name ?? '',
      procedure: view.intake.procedure.shortName,
      state: view.state,
      stateWords: stateFacts[view.state].name,
      holder: [holder?.place ?? '', coming === null ? '' : `→ ${coming.to.place}`]
        .filter((part) => part !== '')
        .join(' '),
    };
  };
  const textsOf = (view: DossierView, waits: Awaited): ResultPage['texts'] => {
    const reminder = reminderMessage(row(view, waits), waits);
    return {
      ready: textOf(context, view, readyMessage(view, waits)),
      reminder: reminder === null ? null : textOf(context, view, reminder),
      callBack: textOf(context, view, { about: 'call-back' }),
    };
  };
  /** Can be handed out here now: it lies at this shop, or it is a file. */
  const isHere = (waits: Awaited | null): waits is Awaited =>
    waits !== null && waits.office === here() && waits.at !== 'unit' && waits.at !== 'way';

  return {
    rule,
    row,
    other,
    sorted(views) {
      const rows: ResultRow[] = [];
      const others: Other[] = [];
      for (const view of views) {
        const waits = awaited(view);
        if (isHere(waits)) rows.push(row(view, waits));
        else others.push(other(view));
      }
      return { rows, others };
    },
    page(view, waits) {
      const { finished } = view.result;
      const { received, intake } = view;
      const submitter = intake.submitter;
      return {
        row: row(view, waits),
        state: view.state,
        applicant: intake.applicant,
        submitter:
          submitter === null
            ? null
            : {
                person: submitter.person,
                authorityKind: submitter.authority.kind,
                reference: submitter.authority.reference,
              },
        reason: finished?.reason ?? '',
        papers: waits.kind === 'result' ? [...(finished?.papers ?? [])] : [],
        originals: originalsOnFile(view).map(({ paper, proposed }) => ({
          paper,
          // Nothing is decided any more: whatever was handed in goes back.
          proposed: proposed || waits.kind === 'papers-back',
        })),
        fee: { amount: received?.fee.amount ?? 0, owed: waits.kind === 'result' ? feeOwed(view) : 0 },
        lateness: lateness(view),
        resultAddress: received?.resultAddress ?? '',
        unit: intake.processingUnit,
        notices: view.notices.map(({ about, way, text, at }) => ({ about, way, text, at })).toReversed(),
        texts: textsOf(view, waits),
      };
    },
    waiting(dossierId) {
      const view = store.dossiers.get(dossierId);
      if (view === null) throw new ProblemError('TN-05');
      const waits = awaited(view) ?? archived(view);
      if (waits === null) throw new ProblemError('TK-01', { code: codeOfView(view) });
      return { view, waits };
    },
  };
}

/** From the archive a result can still be given, with an approval. */
function archived(view: DossierView): Awaited | null {
  const { shelf, archivedAt } = view.result;
  if (view.state !== 'archived') return null;
  const office = shelf?.office ?? view.intake.receivingOffice;
  return { kind: 'result', at: 'shelf', office, place: shelf?.place ?? '', readyAt: archivedAt };
}

/** What the citizen is told when something lies ready. */
export function readyMessage(view: DossierView, waits: Awaited) {
  return waits.kind === 'result'
    ? { about: 'result-ready' as const, way: view.received?.resultWay ?? ('counter' as const) }
    : { about: 'papers-back' as const };
}

/** The reminder whose turn it is; null where none is left. */
export function reminderMessage(row: ResultRow, waits: Awaited): Message | null {
  if (waits.readyAt === null || row.next.kind !== 'reminder') return null;
  return { about: 'reminder', since: dateOf(waits.readyAt), lastDay: row.next.lastDay };
}
