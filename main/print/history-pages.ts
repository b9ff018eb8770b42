import { plainDate } from '../../domain/calendar/date-words.ts';
import { CLOCK_WRONG } from '../../domain/form/slip-marks.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import { element, type SlipElement, type SlipTree } from '../../renderer/print/slip-node.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import type { HistoryHead } from '../export/history-sheet.ts';
import {
  figuresOf,
  figureWords,
  HISTORY_TITLE,
  limitWords,
  partWords,
  rangeWords,
  type History,
  type HistoryLine,
} from '../export/history-words.ts';
import type { SlipPage } from './printer.ts';
import { slipAssets } from './slip-assets.ts';

/** A4, held upright. */
export const historyPage: SlipPage = { widthMm: 210, heightMm: 297, landscape: false };

/** Lines of a page under its head; a row counts as many as its name is high, a table two more for its own head. */
const LINES = 38;
/** Letters of a name that fit one line of its column. */
const LETTERS = 38;

/** The history of waits on A4 pages, as a whole HTML document. */
export function historyHtml(history: History, head: HistoryHead): string {
  const pages = planned(history, head.clockWrong ? LINES - 1 : LINES);
  const sheets = pages.map((tables, nth) =>
    element('div', 'slip-sheet slip-sheet-a4', [
      element(
        'section',
        'slip-page',
        [...(head.demo ? [demoMark] : []), ...headOf(history, head, nth, pages.length), ...tables],
        measures,
      ),
    ]),
  );
  const tree: SlipTree = {
    title: `${HISTORY_TITLE}, ${rangeWords(head.from, head.to)}`,
    paper: { name: 'A4', ...historyPage },
    sheets,
  };
  return toHtml(tree, slipAssets());
}

/** As on every slip of a demonstration. */
const demoMark = element('div', 'slip-demo', [element('span', '', ['BẢN THỬ'])]);

const measures = {
  '--width': '210mm',
  '--height': '297mm',
  '--top': '15mm',
  '--right': '15mm',
  '--bottom': '15mm',
  '--left': '20mm',
  '--body-size': '12pt',
  '--body-line': '16pt',
  '--table-size': '11pt',
  '--table-line': '13pt',
  '--density': '1',
} as const;

function headOf(history: History, head: HistoryHead, nth: number, of: number): SlipElement[] {
  const { office, from, to, madeAt, madeBy, clockWrong } = head;
  const page = of === 1 ? '' : `, trang ${nth + 1} trên ${of}`;
  return [
    element('p', '', [office]),
    element('h1', 'slip-centre', [element('b', '', [HISTORY_TITLE])]),
    element('p', 'slip-centre', [rangeWords(from, to)]),
    element('p', '', [limitWords(history.limits)]),
    element('p', '', [`Lập ngày ${plainDate(dateOf(madeAt))}${madeBy === '' ? '' : `, người lập: ${madeBy}`}${page}`]),
    ...(clockWrong ? [element('p', '', [element('b', '', [CLOCK_WRONG])])] : []),
  ];
}

/** The tables of each page: a table goes on over the page, with its head again. */
function planned({ whole, parts }: History, lines: number): SlipElement[][] {
  const pages: SlipElement[][] = [[tableOf('Tất cả', [whole])]];
  let left = lines - 4;
  for (const { by, rows } of parts) {
    let open: HistoryLine[] = [];
    const close = (): void => {
      if (open.length > 0) pages.at(-1)?.push(tableOf(partWords[by], open));
      open = [];
    };
    left -= 3;
    for (const row of rows) {
      const high = Math.max(1, Math.ceil(row.name.vi.length / LETTERS));
      if (left < high) {
        close();
        pages.push([]);
        left = lines - 3;
      }
      open.push(row);
      left -= high;
    }
    close();
  }
  return pages;
}

const WIDE = ['61mm', '16mm', '19mm', '19mm', '19mm', '16mm', '25mm'] as const;

function tableOf(name: string, rows: readonly HistoryLine[]): SlipElement {
  const cell = (text: string, place: string): SlipElement => element('td', place, [text]);
  return element('table', 'slip-table', [
    element(
      'colgroup',
      '',
      WIDE.map((wide) => element('col', '', [], { '--wide': wide })),
    ),
    element('thead', '', [
      element(
        'tr',
        '',
        [name, ...figureWords].map((word, at) =>
          element('th', at === 0 ? 'slip-left' : '', [word], { '--wide': WIDE[at] ?? 'auto' }),
        ),
      ),
    ]),
    element(
      'tbody',
      '',
      rows.map((row) =>
        element('tr', '', [
          cell(row.name.vi, 'slip-left'),
          ...figuresOf(row).map((figure) => cell(figure === null ? '' : String(figure), 'slip-right')),
        ]),
      ),
    ),
  ]);
}
