import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import type { RegisterFilter } from '../../../contract/desk/books.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { REGISTER_PRINT, registerRow, type RegisterRow } from '../../../domain/book/register.ts';
import type { BookedId } from '../../store/lists.ts';
import { workbook } from '../../export/workbook.ts';
import { registerSheet, scopeWords } from '../../export/register-sheet.ts';
import { mau07, type RegisterRow as PrintedRow } from '../../../domain/form/mau-07.ts';
import { slipHtml, slipPage } from '../../print/slip-page.ts';
import { isClockWrong, slipOffice, withClockMark } from '../slips/surroundings.ts';
import { enrolmentOf, ownOffice, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';

type Filter = Parameters<DeskContext['store']['lists']['register']>[0];

/** The register of dossiers (Sổ theo dõi hồ sơ, Mẫu 07) of this office. */
export function createRegister(context: DeskContext) {
  const { store } = context;

  const officeName = (id: string): string =>
    (store.reference.get('offices') ?? []).find((office) => office.id === id)?.shortName ?? id;
  const filterOf = ({ year, from, to, field, timeliness }: RegisterFilter): Filter => ({
    office: enrolmentOf(context).office,
    from: latest(`${year}-01-01`, from ?? ''),
    to: earliest(`${year}-12-31`, to ?? '9999-12-31'),
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
        fields: store.lists.fields(filter.office, `${asked.year}-01-01`, `${asked.year}-12-31`),
      };
    },
    async workbook(session: DeskSession, asked: RegisterFilter): Promise<CallOutput<'book.workbook'>> {
      const office = ownOffice(context);
      const bytes = await workbook(
        registerSheet(lines(filterOf(asked)), {
          office: office.name,
          ...asked,
          madeAt: context.localNow(),
          madeBy: session.user?.name ?? '',
          clockWrong: isClockWrong(context),
          demo: enrolmentOf(context).demo,
        }),
      );
      return {
        name: `${fileName(asked)}.xlsx`,
        bytes: Buffer.from(bytes).toString('base64url'),
      };
    },
    /** @throws ProblemError SO-01 */
    async pdf(session: DeskSession, asked: RegisterFilter): Promise<CallOutput<'book.pdf'>> {
      const filter = filterOf(asked);
      const count = store.lists.countRegister(filter);
      if (count > REGISTER_PRINT) {
        throw new ProblemError('SO-01', { lines: String(count), most: String(REGISTER_PRINT) });
      }
      const { office } = enrolmentOf(context);
      const values = mau07({
        office: slipOffice(context, office),
        year: asked.year,
        // One volume a year: the program's pages need no second.
        volume: `01/${asked.year}`,
        printedOn: dateOf(context.localNow()),
        from: filter.from,
        to: filter.to,
        scope: scopeWords(asked).join(', '),
        rows: [...lines(filter)].map(printedRow),
        closing: null,
        keeper: session.user?.name ?? '',
        head: '',
        copy: null,
        demo: enrolmentOf(context).demo,
      });
      const template = context.reference.template('07', context.localNow());
      const pdf = await context.printer.makePdf(slipHtml(template, withClockMark(context, values)), slipPage(template));
      return { name: `${fileName(asked)}.pdf`, bytes: Buffer.from(pdf).toString('base64url') };
    },
  };
}

const latest = (a: string, b: string): string => (a > b ? a : b);
const earliest = (a: string, b: string): string => (a < b ? a : b);

/** "so-theo-doi-ho-so-2026", with the days where only some were asked for. */
function fileName({ year, from, to }: RegisterFilter): string {
  const days = from === null && to === null ? '' : `-${(from ?? '').slice(5)}-den-${(to ?? '').slice(5)}`;
  return `so-theo-doi-ho-so-${year}${days}`;
}

/** The line on the printed page, which knows days and no hours. */
function printedRow(row: RegisterRow): PrintedRow {
  const day = (at: string | null): string | null => (at === null ? null : dateOf(at));
  return {
    number: row.number,
    code: row.code,
    procedure: row.procedure,
    sets: row.sets,
    applicant: row.name,
    address: row.address,
    phone: row.phone,
    unit: row.unit,
    receivedOn: dateOf(row.receivedAt),
    dueOn: day(row.dueAt),
    sentOn: day(row.handedOverAt),
    backOn: day(row.resultAt),
    returnedOn: day(row.returnedAt),
    way: row.resultWay,
    // Signed on the printed page itself.
    signed: '',
    note: row.remarks.join('. '),
  };
}
