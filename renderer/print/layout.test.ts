import { expect, test } from 'vitest';
import { mau01, type Mau01Input } from '../../domain/form/mau-01.ts';
import { mau01Template } from '../../domain/form/templates/mau-01.ts';
import { crowded, samples, usual } from '../../domain/form/mau-01-examples.ts';
import { layoutSlip, type SheetMode } from './layout.ts';
import type { SlipElement, SlipNode } from './slip-node.ts';

const lay = (input: Mau01Input, mode: SheetMode) => layoutSlip(mau01Template, mau01(input), mode);

function textOf(node: SlipNode): string {
  if (typeof node === 'string') return node;
  return node.tag === 'svg' ? '' : node.children.map(textOf).join('|');
}

function find(node: SlipNode, className: string): readonly SlipElement[] {
  if (typeof node === 'string' || node.tag === 'svg') return [];
  const below = node.children.flatMap((child) => find(child, className));
  return node.class?.split(' ').includes(className) === true ? [node, ...below] : below;
}

const pagesOf = (input: Mau01Input): readonly SlipElement[] =>
  lay(input, 'copies').sheets.flatMap((sheet) => find(sheet, 'slip-page'));

test('the usual slip is one page at the full size of the form', () => {
  const [page, ...others] = lay(usual, 'first').sheets.flatMap((sheet) => find(sheet, 'slip-page'));
  expect(others).toEqual([]);
  expect(page?.measures).toMatchObject({
    '--body-size': '10.65pt',
    '--head-size': '9.45pt',
    '--title-size': '12.75pt',
  });
});

test('two copies stand side by side on A4, or follow each other on A5', () => {
  const a4 = lay(usual, 'print');
  expect(a4.paper).toEqual({ name: 'A4', widthMm: 210, heightMm: 297, landscape: true });
  expect(a4.sheets.map((sheet) => find(sheet, 'slip-foot').map((foot) => textOf(foot)))).toEqual([
    [
      'Bản 1/2, giao người nộp|Mẫu số 01, Thông tư 03/2025/TT-VPCP',
      'Bản 2/2, lưu hồ sơ|Mẫu số 01, Thông tư 03/2025/TT-VPCP',
    ],
  ]);
  const a5 = lay(usual, 'copies');
  expect(a5.paper).toMatchObject({ name: 'A5', landscape: false });
  expect(a5.sheets).toHaveLength(2);
  expect(lay(usual, 'first').sheets).toHaveLength(1);
});

test('a long slip goes on under its code, with page numbers, the head of the table and the signatures whole', () => {
  const pages = pagesOf(crowded);
  const half = pages.slice(0, pages.length / 2);
  expect(half.length).toBeGreaterThan(1);
  half.forEach((page, index) => {
    expect(textOf(page)).toContain(`Trang ${index + 1}/${half.length}`);
    expect(textOf(page)).toContain(crowded.code.text);
    for (const table of find(page, 'slip-table')) expect(textOf(table)).toContain('STT|Tên giấy tờ');
  });
  const last = half.at(-1);
  expect(half.map((page) => find(page, 'slip-signatures').length)).toEqual(half.map((page) => (page === last ? 1 : 0)));
  expect(find(last ?? '', 'slip-line').length).toBeGreaterThan(0);
  const rows = half.flatMap((page) => find(page, 'slip-left').map((cell) => textOf(cell)));
  expect(rows).toEqual(crowded.papers.map((paper) => paper.name));
});

test('a slip of one page has no page number and no repeated head', () => {
  for (const page of pagesOf(usual)) {
    expect(textOf(page)).not.toContain('Trang');
    expect(find(page, 'slip-running')).toEqual([]);
  }
});

test('what is empty is not on the slip, nor is its label', () => {
  const text = textOf(lay({ ...samples.online, lookup: '' }, 'first').sheets[0] ?? '');
  for (const label of ['Thông tin thửa đất', 'Người nộp hồ sơ: ', 'Mã đối chiếu', 'BẢN SAO', 'BẢN THỬ']) {
    expect(text).not.toContain(label);
  }
  const demo = textOf(lay(samples.copy, 'first').sheets[0] ?? '');
  expect(demo).toContain('BẢN THỬ');
  expect(demo).toContain('BẢN SAO, in lại lần 2, lý do: người nộp làm mất bản chính.');
});

test('a code too long for readable bars is printed in words only', () => {
  const long = { ...usual, code: { text: 'H20.57-'.repeat(9), kind: 'official' } as const };
  const drawn = lay(long, 'first').sheets.flatMap((sheet) => find(sheet, 'slip-codes'))[0]?.children ?? [];
  expect(textOf(drawn[0] ?? '')).toContain(long.code.text);
  expect(JSON.stringify(drawn)).not.toContain('slip-bars');
});
