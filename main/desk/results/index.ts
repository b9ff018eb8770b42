import type { CallOutput } from '../../../contract/desk.ts';
import type { resultsCalls } from '../../../contract/desk/results.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { UncollectedRule } from '../../../domain/results/uncollected.ts';
import { awaited } from '../../../domain/results/whereabouts.ts';
import type { Acting } from '../acting.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { createLookup } from '../lookup.ts';
import type { OpenedHandlers } from '../router.ts';
import { createGiving } from './give.ts';
import { resultRows } from './rows.ts';
import { createFinding } from './scan.ts';
import { createTelling } from './tell.ts';

type Figures = NonNullable<CallOutput<'results.list'>['rule']>;

/** The calls of returning results, bound to the use cases that carry them out. */
export function resultsHandlers(context: DeskContext, acting: Acting): Pick<OpenedHandlers, keyof typeof resultsCalls> {
  const { store } = context;
  const rows = resultRows(context);
  const finding = createFinding(context, rows, createLookup(context));
  const telling = createTelling(context, acting, rows);
  const giving = createGiving(context, acting, rows);

  const list = (): CallOutput<'results.list'> => {
    const { office } = enrolmentOf(context);
    const rule = rows.rule();
    return {
      rows: store.results.of(office).flatMap(({ dossierId }) => {
        const view = store.dossiers.get(dossierId);
        const waits = view === null ? null : awaited(view);
        return view === null || waits === null ? [] : [rows.row(view, waits)];
      }),
      places: store.results.places(office),
      lastPlace: store.results.lastPlace(office) ?? '',
      rule: rule === null ? null : figuresOf(rule),
    };
  };
  return {
    'results.list': list,
    'results.count': () => ({
      today: store.results.readyOn(enrolmentOf(context).office, dateOf(context.localNow())),
    }),
    'results.find': ({ text }) => finding.find(text),
    'results.scan': ({ raw }) => finding.scan(raw),
    'results.get': ({ dossierId }) => {
      const { view, waits } = rows.waiting(dossierId);
      return rows.page(view, waits);
    },
    'results.shelve': (input, session) => telling.shelve(session, input),
    'results.tell': (input, session) => telling.tell(session, input),
    'results.remind': ({ dossierIds }, session) => telling.remind(session, dossierIds),
    'results.return': (input, session) => giving.give(session, input),
    'results.archive': (input, session) => giving.archive(session, input),
    'results.drawing': ({ dossierId }) => giving.drawing(dossierId),
  };
}

/** The figures of a rule; the days it holds are not the screen's matter. */
function figuresOf({ from: _from, to: _to, ...figures }: UncollectedRule): Figures {
  return figures;
}
