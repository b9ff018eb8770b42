import type { Bilingual } from '../text.ts';
import { editionOf } from './editions.ts';
import { type FormFields, formFields } from './form-fields.ts';
import { formNames } from './form-names.ts';
import { paperSize } from './paper.ts';
import { fieldsOfBlock, fieldsOfTemplate, type FieldUse, tableOfBlock } from './template-fields.ts';
import { textsOfTemplate } from './template-texts.ts';
import type { SlipBlock, SlipTemplate } from './template.ts';

/** What keeps an edited template from being used. */
export interface TemplateFault {
  readonly code:
    | 'id'
    | 'unknown-field'
    | 'unknown-table'
    | 'missing-field'
    | 'missing-table'
    | 'missing-column'
    | 'missing-code'
    | 'columns'
    | 'margins'
    | 'markup';
  /** Place of the block among the template's, from 0; null: the template as a whole. */
  readonly block: number | null;
  readonly words: Bilingual;
}

/** Least room between the margins, and for the column that takes what is left. Millimetres. */
const LEAST = { width: 90, height: 120, column: 12 };

/** Everything wrong with a template, in the order it is met; none: slips may be made with it. */
export function templateFaults(
  template: SlipTemplate,
  fields: FormFields = formFields[template.form],
): readonly TemplateFault[] {
  return [
    ...idFaults(template),
    ...marginFaults(template),
    ...markupFaults(template),
    ...template.blocks.flatMap((block, index) => [
      ...unknownFaults(block, index, fields),
      ...columnFaults(block, index, template),
    ]),
    ...missingFaults(template, fields),
  ];
}

function fault(code: TemplateFault['code'], block: number | null, vi: string, en: string): TemplateFault {
  return { code, block, words: { vi, en } };
}

function idFaults({ id, form }: SlipTemplate): readonly TemplateFault[] {
  if (editionOf(id)?.form === form) return [];
  const right = `${formNames[form].id}@2`;
  return [
    fault('id', null, `Mã bản mẫu “${id}” không đúng dạng, ví dụ “${right}”`, `“${id}” is no id like “${right}”`),
  ];
}

function marginFaults({ paper, margins }: SlipTemplate): readonly TemplateFault[] {
  const { width, height } = paperSize(paper);
  const isWide = width - margins.left - margins.right >= LEAST.width;
  const isHigh = height - margins.top - margins.bottom >= LEAST.height;
  if (isWide && isHigh) return [];
  return [fault('margins', null, 'Lề quá rộng, không còn chỗ cho chữ', 'The margins leave no room for the text')];
}

/** Nothing in a template is run or drawn as markup; whoever writes it means something that will not happen. */
function markupFaults(template: SlipTemplate): readonly TemplateFault[] {
  return textsOfTemplate(template)
    .filter(({ text }) => /<\/?[a-z!][^>]*>|&#?[a-z0-9]+;/i.test(text))
    .map(({ text, block }) =>
      fault(
        'markup',
        block,
        `“${text}” có mã HTML, sẽ in ra nguyên văn`,
        `“${text}” holds HTML, which would be printed`,
      ),
    );
}

function unknownFaults(block: SlipBlock, index: number, fields: FormFields): readonly TemplateFault[] {
  const table = tableOfBlock(block);
  const cells = table === null ? {} : fields.tables[table];
  if (cells === undefined) {
    return [fault('unknown-table', index, `Phiếu không có bảng “${table}”`, `The form has no table “${table}”`)];
  }
  return fieldsOfBlock(block)
    .filter((use) => !(use.field in fields.texts) && !(use.table !== null && use.field in cells))
    .map(({ field }) =>
      fault('unknown-field', index, `Phiếu không có trường “${field}”`, `The form has no field “${field}”`),
    );
}

function columnFaults(block: SlipBlock, index: number, { paper, margins }: SlipTemplate): readonly TemplateFault[] {
  if (block.kind !== 'table') return [];
  const room = paperSize(paper).width - margins.left - margins.right;
  const fixed = block.columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const isOneLeft = block.columns.filter(({ width }) => width === null).length === 1;
  if (isOneLeft && fixed + LEAST.column <= room) return [];
  return [
    fault(
      'columns',
      index,
      `Bảng cần đúng một cột lấy phần còn lại, rộng ít nhất ${LEAST.column} mm; các cột khác đang rộng ${fixed} mm`,
      `A table needs one column for what is left, at least ${LEAST.column} mm; the others take ${fixed} mm`,
    ),
  ];
}

function missingFaults(template: SlipTemplate, fields: FormFields): readonly TemplateFault[] {
  // The head of further pages is not on every slip.
  const uses = fieldsOfTemplate({ ...template, running: [] }).filter(({ isCondition }) => !isCondition);
  // In a row the cell comes before the field of the same name.
  const isCell = ({ field, table }: FieldUse): boolean => table !== null && field in (fields.tables[table] ?? {});
  const shown = new Set(uses.filter((use) => !isCell(use)).map(({ field }) => field));
  return [
    ...fields.obligatory.flatMap((name) => {
      const cells = fields.tables[name];
      if (cells !== undefined) return missingOfTable(template, name, cells);
      if (shown.has(name)) return [];
      const what = fields.texts[name] ?? name;
      return [
        fault('missing-field', null, `Thiếu trường bắt buộc: ${what}`, `An obligatory field is missing: ${name}`),
      ];
    }),
    ...(fields.obligatoryCodes ?? [])
      .filter((code) => !template.blocks.some((block) => block.kind === 'codes' && block.without !== code))
      .map((code) => {
        const what = code === 'qr' ? { vi: 'mã QR', en: 'the QR' } : { vi: 'mã vạch', en: 'the barcode' };
        return fault('missing-code', null, `Thiếu ${what.vi}`, `${what.en} is missing`);
      }),
  ];
}

/** An obligatory table shows every cell: its columns are the law's. */
function missingOfTable(
  template: SlipTemplate,
  name: string,
  cells: Readonly<Record<string, string>>,
): readonly TemplateFault[] {
  const index = template.blocks.findIndex((block) => tableOfBlock(block) === name);
  const block = template.blocks[index];
  if (block === undefined) {
    return [fault('missing-table', null, `Thiếu bảng bắt buộc “${name}”`, `An obligatory table is missing: ${name}`)];
  }
  const places = Object.keys(cells);
  const used = new Set(
    fieldsOfBlock(block)
      .filter(({ table, isCondition }) => table === name && !isCondition)
      .map(({ field }) => field),
  );
  // Without lines of its own a column shows the cell of its place.
  const byPlace =
    block.kind === 'table' ? block.columns.map(({ lines }, place) => (lines === undefined ? places[place] : '')) : [];
  if (block.kind === 'letter-end') return [];
  return places
    .filter((cell) => !used.has(cell) && !byPlace.includes(cell))
    .map((cell) =>
      fault(
        'missing-column',
        index,
        `Bảng thiếu phần bắt buộc: ${cells[cell] ?? cell}`,
        `The table lacks an obligatory part: ${cell}`,
      ),
    );
}
