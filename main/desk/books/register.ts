import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import type { RegisterFilter } from '../../../contract/desk/books.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { registerRow, type RegisterRow } from '../../../domain/book/register.ts';
import type { BookedId } from '../../store/lists.ts';
import { workbook } from '../../export/workbook.ts';
import { registerSheet } from '../../export/register-sheet.ts';
import { enrolmentOf, ownOffice, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';

type Filter = Parameters<DeskContext['store']['lists']['register']>[0];

/** The register of dossiers (Sổ theo dõi hồ sơ, Mẫu 07) of this office. */
export function createRegister(context: DeskContext) {
  const { store } = context;

  const officeName = (id: string): string =>
    (store.reference.get('offices') ?? []).find((office) => office.id === id)?.shortName ?? id;
  const filterOf = ({ year, field, timeliness }: RegisterFilter): Filter => ({
    office: enrolmentOf(context).office,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    field,
    timeliness,
    now: context.localNow(),
  });
  const linesOf = (ids: readonly BookedId[]): RegisterRow[] =>
    ids.flatMap(({ id, number }) => {
      const view = store.dossiers.get(id);
      const line = view === null ? null : registerRow(view, number, officeName);
      return line === null ? [] : [line];
    });
  const yearsOf = (): number[] => {
    const now = Number(dateOf(context.localNow()).slice(0, 4));
    const { first, last } = store.lists.years(enrolmentOf(context).office) ?? { first: now, last: now };
    const newest = Math.max(last, now);
    return Array.from({ length: newest - first + 1 }, (_, n) => newest - n);
  };

  /** The ids at once, so that nothing is told twice when a number comes in between; the views one by one. */
  function* lines(filter: Filter): Generator<RegisterRow> {
    for (const id of store.lists.register(filter, { limit: -1, offset: 0 })) yield* linesOf([id]);
  }

  return {
    page({ offset, limit, ...asked }: CallInput<'book.register'>): CallOutput<'book.register'> {
      const filter = filterOf(asked);
      return {
        rows: linesOf(store.lists.register(filter, { limit, offset })).map((row) => ({
          ...row,
          remarks: [...row.remarks],
        })),
        total: store.lists.countRegister(filter),
        years: yearsOf(),
        fields: store.lists.fields(filter.office, filter.from, filter.to),
      };
    },
    async workbook(session: DeskSession, asked: RegisterFilter): Promise<CallOutput<'book.workbook'>> {
      const office = ownOffice(context);
      const bytes = await workbook(
        registerSheet(lines(filterOf(asked)), {
          office: office.name,
          year: asked.year,
          field: asked.field,
          timeliness: asked.timeliness,
          madeAt: context.localNow(),
          madeBy: session.user?.name ?? '',
        }),
      );
      return {
        name: `so-theo-doi-ho-so-${office.id}-${asked.year}.xlsx`,
        bytes: Buffer.from(bytes).toString('base64url'),
      };
    },
  };
}
