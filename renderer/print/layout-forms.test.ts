import { expect, test } from 'vitest';
import { CLOCK_WRONG } from '../../domain/form/slip-marks.ts';
import { type SlipCase, slipCases } from '../../tests/slips/cases.ts';
import { tallSlips } from '../../tests/slips/tall.ts';
import { layoutSlip, printPaper } from './layout.ts';
import type { SlipElement, SlipNode } from './slip-node.ts';

/** What the further forms need of the layout: other papers, tables with two heads and sums, texts taller than a page. */

function textOf(node: SlipNode): string {
  if (typeof node === 'string') return node;
  return node.tag === 'svg' ? '' : node.children.map(textOf).join('');
}

function find(node: SlipNode, isWanted: (element: SlipElement) => boolean): readonly SlipElement[] {
  if (typeof node === 'string' || node.tag === 'svg') return [];
  return [...(isWanted(node) ? [node] : []), ...node.children.flatMap((child) => find(child, isWanted))];
}

const hasClass =
  (name: string) =>
  (element: SlipElement): boolean =>
    element.class?.split(' ').includes(name) === true;
const hasTag =
  (tag: SlipElement['tag']) =>
  (element: SlipElement): boolean =>
    element.tag === tag;

function named(name: string): SlipCase {
  const slip = slipCases.find((each) => each.name === name);
  if (slip === undefined) throw new Error(`no example ${name}`);
  return slip;
}

const pagesOf = ({ template, values }: SlipCase, mode: 'print' | 'copies' | 'first'): readonly SlipElement[] =>
  layoutSlip(template, values, mode).sheets.flatMap((sheet) => find(sheet, hasClass('slip-page')));
const sheetsOf = ({ template, values }: SlipCase, mode: 'print' | 'copies' | 'first'): readonly SlipElement[] =>
  layoutSlip(template, values, mode).sheets;

test.each([
  ['mau-02-usual', { name: 'A4', widthMm: 210, heightMm: 297, landscape: true }],
  ['mau-07-usual', { name: 'A4', widthMm: 210, heightMm: 297, landscape: true }],
  ['day-close-usual', { name: 'A4', widthMm: 210, heightMm: 297, landscape: false }],
])('%s is printed on its paper', (name, paper) => {
  const slip = named(name);
  expect(layoutSlip(slip.template, slip.values).paper).toEqual(paper);
  expect(printPaper(slip.template)).toEqual(paper);
});

test('two copies stand page by page beside each other; a form of A4 follows itself', () => {
  const crowded = named('mau-02-crowded');
  const feet = sheetsOf(crowded, 'print').map((sheet) => find(sheet, hasClass('slip-foot')).map(textOf));
  const source = 'Mẫu số 02, Thông tư 03/2025/TT-VPCP';
  expect(feet).toEqual(
    [1, 2, 3].map((page) => [
      `Bản 1/2, giao người nộpTrang ${page}/3${source}`,
      `Bản 2/2, lưu hồ sơTrang ${page}/3${source}`,
    ]),
  );
  expect(sheetsOf(named('handover-list-minimal'), 'print')).toHaveLength(2);
});

test('one copy of A5 fills the sheet with its own pages, and a third copy has a sheet of its own', () => {
  const crowded = named('mau-02-crowded');
  const one = { ...crowded, template: { ...crowded.template, copies: ['Bản duy nhất'] } };
  expect(sheetsOf(one, 'print').map((sheet) => find(sheet, hasClass('slip-page')).length)).toEqual([2, 1]);
  const usual = named('mau-02-usual');
  const three = { ...usual, template: { ...usual.template, copies: ['Một', 'Hai', 'Ba'] } };
  expect(sheetsOf(three, 'print').map((sheet) => find(sheet, hasClass('slip-page')).length)).toEqual([2, 1]);
});

test('a book numbers its pages even where it has one, counts each page and goes on counting', () => {
  expect(pagesOf(named('mau-07-minimal'), 'first').map(textOf).join('')).toContain('Trang 1/1');
  const pages = pagesOf(named('mau-07-crowded'), 'first');
  let upTo = 0;
  for (const page of pages) {
    const rows = find(page, hasTag('tr')).filter(({ children }) => children.length === 15);
    const own = rows.filter((row) => find(row, hasTag('td')).length === 15).length;
    upTo += own;
    const counted = find(page, hasClass('slip-total')).map(textOf);
    const two = (n: number): string => String(n).padStart(2, '0');
    expect(counted).toEqual(own === 0 ? [] : [`Cộng trang này: ${two(own)} hồ sơ. Cộng dồn: ${two(upTo)} hồ sơ.`]);
  }
  expect(upTo).toBe(60);
});

test('a head of two rows is repeated on every page, with the numbers of its columns', () => {
  for (const page of pagesOf(named('mau-07-crowded'), 'first')) {
    for (const head of find(page, hasTag('thead'))) {
      expect(textOf(head)).toContain('Ngày, tháng, năm');
      expect(textOf(head)).toContain('(1)(2)(3)(4)(5)(6)(7)(8)(9)(10)(11)(12)(13)(14)(15)');
      const [upper] = find(head, hasTag('tr'));
      const columns = upper?.children.map((cell) =>
        typeof cell === 'object' && cell.tag !== 'svg' ? (cell.span?.columns ?? 1) : 0,
      );
      expect(columns?.reduce((sum, n) => sum + n, 0)).toBe(15);
    }
  }
});

test('a sum stands under the rows and never begins a page', () => {
  for (const page of pagesOf(named('cash-list-crowded'), 'first')) {
    for (const body of find(page, hasTag('tbody'))) {
      const rows = find(body, hasTag('tr'));
      const at = rows.findIndex(hasClass('slip-total'));
      expect(at === -1 || at === rows.length - 1).toBe(true);
      expect(at).not.toBe(0);
    }
  }
});

test('an empty list says so where it must, and is left out where it need not', () => {
  const text = pagesOf(named('day-close-minimal'), 'first').map(textOf).join('');
  expect(text).toContain('Trong ngày không thu phí, lệ phí.');
  expect(text).not.toContain('Việc chưa gửi');
});

test('further pages say which list they belong to, in as many lines as that takes', () => {
  const [, second] = pagesOf(named('mau-02-crowded'), 'first');
  const [running] = second === undefined ? [] : find(second, hasClass('slip-running'));
  expect(running?.class).toBe('slip-running');
  const [, page] = pagesOf(named('mau-06-crowded'), 'first');
  expect(page === undefined ? [] : find(page, hasClass('slip-running-one')).map(textOf)).toEqual([
    'Mã hồ sơ: TAM-261123-012-TFJF-A1GXPhiếu kiểm soát quá trình giải quyết hồ sơ (tiếp theo)',
  ]);
});

/** Without spaces: all paragraphs, all items, and each column of each table, from the first page to the last. */
function read(slip: SlipCase): string {
  const pages = pagesOf(slip, 'first');
  const paragraphs = pages.flatMap((page) => find(page, hasClass('slip-line'))).map(textOf);
  const items = pages
    .flatMap((page) => find(page, hasClass('slip-item')))
    .map((item) => textOf(item.children[1] ?? ''));
  const rows = pages.flatMap((page) => find(page, hasTag('tr'))).map((row) => find(row, hasTag('td')).map(textOf));
  const columns = Array.from({ length: 6 }, (_, place) => rows.map((cells) => cells[place] ?? '').join(''));
  return [paragraphs.join(''), items.join(''), ...columns].join('|').replace(/\s+/g, '');
}

test.each(tallSlips.map((slip) => [slip.name, slip] as const))('%s goes on over pages and loses no word', (_, slip) => {
  expect(pagesOf(slip, 'first').length).toBeGreaterThan(1);
  const text = read(slip);
  const all = [...Object.values(slip.values.texts), ...Object.values(slip.values.tables).flat(2)];
  const long = all.filter((value) => value.length > 400);
  expect(long.length).toBeGreaterThan(0);
  for (const value of long) expect(text).toContain(value.replace(/\s+/g, ''));
});

test.each([...slipCases, ...tallSlips].map((slip) => [slip.name, slip] as const))(
  '%s says above the foot of every page that the clock was wrong, and has no such line where it was not',
  (_, slip) => {
    const marks = (each: SlipCase): number =>
      pagesOf(each, 'copies').filter((page) => {
        const [mark, foot] = page.children.slice(-2).map(textOf);
        return mark === CLOCK_WRONG && foot?.includes(slip.template.source);
      }).length;
    const wrong = { ...slip, values: { ...slip.values, clockWrong: true } };
    expect(marks(wrong)).toBe(pagesOf(wrong, 'copies').length);
    expect(marks(slip)).toBe(0);
  },
);
