import type { CallOutput } from '../../../contract/desk.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { workingTimeLeft } from '../../../domain/calendar/working-hours.ts';
import { checkTime, compareToCheck } from '../../../domain/guidance/to-check.ts';
import { enrolmentOf, nameOfUser, type DeskContext } from '../context.ts';

type Output = CallOutput<'submitted.list'>;

/** As many as a list can show; more would be late long before anybody reached them. */
const MOST_ROWS = 500;

/** What was sent in from afar and nobody has checked yet (chờ kiểm tra). */
export function submittedList(context: DeskContext): Output {
  const { store } = context;
  const { office } = enrolmentOf(context);
  const now = context.localNow();
  const calendar = context.reference.calendar(office);
  const sent = store.lists.inState(office, 'submitted', MOST_ROWS).flatMap(({ id }) => {
    const view = store.dossiers.get(id);
    return view?.submitted === null || view === null ? [] : [{ ...view.submitted, id, view }];
  });
  const rows = sent.toSorted(compareToCheck).map((row): Output['rows'][number] => {
    const { standing, left } = checkTime(row, now, calendar);
    const { intake } = row.view;
    const draft = store.drafts.get(row.id);
    return {
      id: row.id,
      portalCode: row.portalCode,
      channel: intake.channel,
      name: intake.applicant?.name ?? '',
      phone: intake.applicant?.phone ?? '',
      procedureCode: intake.procedure.code,
      procedure: intake.procedure.shortName,
      submittedAt: row.submittedAt,
      checkBy: row.checkBy,
      standing,
      left: left === null ? null : workingTimeLeft(left),
      papers: row.papers.map(({ name, kind, count, file }, n) => ({ n, name, kind, count, file: file !== '' })),
      fee: { amount: row.fee.amount, paid: row.fee.paid },
      note: row.note,
      begunBy: draft === null ? null : nameOfUser(context, draft.owner),
    };
  });
  const today = dateOf(now);
  return {
    rows,
    due: rows.filter(({ checkBy, standing }) => standing === 'late' || (checkBy !== null && dateOf(checkBy) === today))
      .length,
    late: rows.filter(({ standing }) => standing === 'late').length,
  };
}
