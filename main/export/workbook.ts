import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { dateOf, daysBetween, type LocalDateTime } from '../../domain/calendar/civil-date.ts';

/** One sheet for a spreadsheet program (.xlsx), to be printed on A4 landscape. The one place that knows the library. */
export interface Sheet {
  /** Its tab, at most 31 letters. */
  readonly name: string;
  /** When and by whom it was made, as the file's properties say. */
  readonly madeAt: LocalDateTime;
  readonly madeBy: string;
  /** Lines over the table, in bold. */
  readonly title: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** Taken row by row while the file is written; each cell as its column's kind says, null for an empty one. */
  readonly rows: Iterable<readonly SheetCell[]>;
}

export interface SheetColumn {
  readonly head: string;
  /** A head over this and the neighbouring columns that have the same. */
  readonly over?: string;
  /** In letters of the usual size. */
  readonly width: number;
  readonly kind: keyof typeof formats;
}

/** A date is 'YYYY-MM-DD', a moment a LocalDateTime. */
export type SheetCell = string | number | null;

/** Text is told to be text, so that nothing in it is ever taken for a formula, a number or a date. */
const formats = { text: '@', number: '#,##0', date: 'dd/mm/yyyy', moment: 'dd/mm/yyyy hh:mm' } as const;

const MOST_LETTERS = 32_767;
const A4 = 9;
/** Rows written before other work has its turn: the desk has one thread. */
const ROWS_AT_ONCE = 100;

/** As official documents are written (NĐ 30/2020/NĐ-CP, Phụ lục I). */
const font = { name: 'Times New Roman', size: 12 } as const;
const LINE_POINTS = 15.75;

const line = { style: 'thin', color: { argb: 'FF75808A' } } as const;
const border = { top: line, left: line, bottom: line, right: line };
const top = { vertical: 'top', wrapText: true } as const;

/** The file's bytes. Other work goes on between its rows. */
export async function workbook(sheet: Sheet): Promise<Uint8Array> {
  // Read only when somebody exports: it is most of a megabyte that no receipt needs.
  const { WorkbookWriter } = await import('@cj-tech-master/excelts');
  const out = new PassThrough();
  const chunks: Uint8Array[] = [];
  out.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const made = moment(sheet.madeAt);
  const book = new WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
    creator: sheet.madeBy,
    lastModifiedBy: sheet.madeBy,
    created: made,
    modified: made,
  });
  const { title, columns } = sheet;
  const headRows = columns.some((column) => column.over !== undefined) ? 2 : 1;
  const firstHead = title.length + 1;
  const page = book.addWorksheet(sheetName(sheet.name), {
    views: [{ state: 'frozen', ySplit: title.length + headRows }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${firstHead}:${firstHead + headRows - 1}`,
    },
    headerFooter: { oddFooter: '&CTrang &P/&N' },
  });
  page.columns = columns.map(({ width }) => ({ width }));
  // One object a column: the library looks a style up by what it is, and copies one that a column has.
  const styles = columns.map(({ kind }) => ({ border, font, numFmt: formats[kind], alignment: top }));

  for (const words of title) {
    const row = page.addRow([cellText(words)]);
    row.font = { ...font, bold: true, size: 13 };
    page.mergeCells(row.number, 1, row.number, columns.length);
  }
  const heads = [
    ...(headRows === 2 ? [columns.map(({ over, head }) => over ?? head)] : []),
    columns.map(({ head }) => head),
  ].map((words) => page.addRow(words.map(cellText)));
  for (const row of heads) {
    for (let n = 1; n <= columns.length; n += 1) {
      Object.assign(row.getCell(n), {
        border,
        font: { ...font, bold: true },
        alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
      });
    }
  }
  if (headRows === 2) mergeHeads(columns, (a, b, c, d) => page.mergeCells(firstHead + a, b, firstHead + c, d));
  heads.forEach((row) => row.commit());

  let written = 0;
  for (const cells of sheet.rows) {
    const row = page.addRow(columns.map(({ kind }, at) => cellOf(kind, cells[at] ?? null)));
    for (const [at, style] of styles.entries()) row.getCell(at + 1).style = style;
    row.height = linesOf(cells, columns) * LINE_POINTS;
    row.commit();
    written += 1;
    if (written % ROWS_AT_ONCE === 0) await setImmediate();
  }
  page.commit();
  await book.commit();
  return Buffer.concat(chunks);
}

/** Programs that do not measure text anew when they open a file show as much of it as the row's height lets them. */
function linesOf(cells: readonly SheetCell[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ kind, width }, at) =>
    kind === 'text'
      ? String(cells[at] ?? '')
          .split('\n')
          .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / width)), 0)
      : 1,
  );
  return Math.min(Math.max(...lines), 20);
}

/** A head over several columns stands once; a column without one has its own over both rows. Rows from 0. */
function mergeHeads(
  columns: readonly SheetColumn[],
  merge: (top: number, left: number, bottom: number, right: number) => void,
): void {
  let at = 0;
  while (at < columns.length) {
    const over = columns[at]?.over;
    let end = at + 1;
    if (over === undefined) merge(0, at + 1, 1, at + 1);
    else {
      while (columns[end]?.over === over) end += 1;
      if (end > at + 1) merge(0, at + 1, 0, end);
    }
    at = end;
  }
}

function cellOf(kind: SheetColumn['kind'], value: SheetCell): string | number | Date | null {
  if (value === null || value === '') return null;
  switch (kind) {
    case 'text':
      // Nothing left to write: an empty cell.
      return cellText(String(value)) || null;
    case 'number':
      return Number(value);
    case 'date':
    case 'moment':
      return moment(String(value));
  }
}

/** The library writes down the UTC fields of a date; a spreadsheet knows no zones. */
function moment(local: LocalDateTime): Date {
  const [hours = 0, minutes = 0, seconds = 0] = local.slice(11).split(':').map(Number);
  const days = daysBetween('1970-01-01', dateOf(local));
  return new Date(((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
}

/** What XML and a cell can hold: no control characters but line breaks and tabs, no half letters. */
function cellText(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
    .slice(0, MOST_LETTERS);
}

/** Signs a tab may not have are left out. */
function sheetName(name: string): string {
  return name.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31);
}
