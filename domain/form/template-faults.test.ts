import { expect, test } from 'vitest';
import { templateFaults } from './template-faults.ts';
import type { SlipBlock, SlipTemplate } from './template.ts';
import { shippedTemplates } from './templates/index.ts';
import { mau01Template } from './templates/mau-01.ts';
import { mau02Template } from './templates/mau-02.ts';
import { mau04Template } from './templates/mau-04.ts';
import { mau07Template } from './templates/mau-07.ts';

test.each(shippedTemplates.map((template) => [template.id, template] as const))('%s has no fault', (_, template) => {
  expect(templateFaults(template)).toEqual([]);
});

const codes = (template: SlipTemplate): readonly string[] => templateFaults(template).map(({ code }) => code);
const without = (template: SlipTemplate, isDropped: (block: SlipBlock) => boolean): SlipTemplate => ({
  ...template,
  blocks: template.blocks.filter((block) => !isDropped(block)),
});
const withLine = (text: string): SlipTemplate => ({
  ...mau02Template,
  blocks: [...mau02Template.blocks, { kind: 'line', parts: [{ text }] }],
});

test.each<[string, SlipTemplate, readonly string[]]>([
  ['another form’s id', { ...mau02Template, id: 'mau-03@2' }, ['id']],
  [
    'a field of another form',
    { ...mau02Template, blocks: [...mau02Template.blocks, { kind: 'note', parts: [{ field: 'newDue' }] }] },
    ['unknown-field'],
  ],
  [
    'a condition on no field',
    { ...mau02Template, blocks: [...mau02Template.blocks, { kind: 'line', parts: [], when: 'nothing' }] },
    ['unknown-field'],
  ],
  [
    'a cell outside its table',
    { ...mau02Template, blocks: [...mau02Template.blocks, { kind: 'note', parts: [{ field: 'bring' }] }] },
    ['unknown-field'],
  ],
  [
    'a table of another form',
    {
      ...mau02Template,
      blocks: [...mau02Template.blocks, { kind: 'items', table: 'papers', marker: 'dash', parts: [] }],
    },
    ['unknown-table'],
  ],
  ['no table', without(mau02Template, ({ kind }) => kind === 'table'), ['missing-table']],
  ['no QR', without(mau02Template, (block) => block.kind === 'codes' && block.without === 'barcode'), ['missing-code']],
  [
    'neither barcode nor QR, nor what stands with them',
    without(mau01Template, ({ kind }) => kind === 'codes'),
    ['missing-field', 'missing-field', 'missing-field', 'missing-code', 'missing-code'],
  ],
  [
    'no recipients, no signature',
    without(mau04Template, ({ kind }) => kind === 'letter-end'),
    ['missing-table', 'missing-field', 'missing-field'],
  ],
  [
    'margins that leave nothing',
    { ...mau02Template, margins: { top: 5, right: 45, bottom: 5, left: 45 } },
    ['margins', 'columns'],
  ],
  ['a tag', withLine('<b>Lưu ý</b>'), ['markup']],
  ['an entity', withLine('Lưu ý&nbsp;'), ['markup']],
  ['less than and more than', withLine('nếu < 3 ngày hoặc > 5 ngày'), []],
])('%s', (_, template, expected) => {
  expect(codes(template)).toEqual(expected);
});

test('a legal column may not be dropped, and the fault names it', () => {
  const blocks = mau07Template.blocks.map((block) =>
    block.kind === 'table' ? { ...block, columns: block.columns.filter(({ head }) => head !== 'Ký nhận') } : block,
  );
  expect(templateFaults({ ...mau07Template, blocks })).toEqual([
    {
      code: 'missing-column',
      block: mau07Template.blocks.findIndex(({ kind }) => kind === 'table'),
      words: { vi: 'Bảng thiếu phần bắt buộc: Ký nhận', en: 'The table lacks an obligatory part: signed' },
    },
  ]);
});

test('a column that shows the cell of its place counts as that cell', () => {
  const blocks = mau01Template.blocks.map((block) =>
    block.kind === 'table' ? { ...block, columns: block.columns.slice(0, 3) } : block,
  );
  expect(codes({ ...mau01Template, blocks })).toEqual(['missing-column']);
});

test('a table has one column that takes what is left', () => {
  const blocks = mau02Template.blocks.map((block) =>
    block.kind === 'table' ? { ...block, columns: block.columns.map((column) => ({ ...column, width: 20 })) } : block,
  );
  expect(codes({ ...mau02Template, blocks })).toEqual(['columns']);
});

test('an obligatory field is named as the office calls it', () => {
  const template = without(
    mau02Template,
    (block) => block.kind === 'line' && JSON.stringify(block).includes('"reason"'),
  );
  expect(templateFaults(template).map(({ words }) => words.vi)).toEqual(['Thiếu trường bắt buộc: Lý do']);
});

test('a field shown only on further pages is missing from the slip', () => {
  const template = without(
    mau02Template,
    (block) => block.kind === 'line' && JSON.stringify(block).includes('"applicant"'),
  );
  expect(codes(template)).toEqual(['missing-field']);
});
