import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipTemplateSchema } from '../../contract/slip-template.ts';
import { formFields } from '../../domain/form/form-fields.ts';
import { templateFaults } from '../../domain/form/template-faults.ts';
import type { SlipBlock, SlipTemplate } from '../../domain/form/template.ts';
import { layoutSlip } from '../../renderer/print/layout.ts';
import type { SlipNode } from '../../renderer/print/slip-node.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import { type SlipCase, slipCases } from '../slips/cases.ts';

/** Templates as administrators may leave them: whatever the wire lets in is drawn; what has no fault shows all it must. */

type Edit = (template: SlipTemplate) => SlipTemplate;

const size = fc.integer({ min: 600, max: 2000 }).map((hundredths) => hundredths / 100);
const mm = fc.integer({ min: 0, max: 6000 }).map((hundredths) => hundredths / 100);
const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.normalize('NFC'));

const dropped = fc.nat(40).map((at): Edit => (template) => ({
  ...template,
  blocks: template.blocks.filter((_, index) => index !== at),
}));
const moved = fc.tuple(fc.nat(40), fc.nat(40)).map(([from, to]): Edit => (template) => {
  const block = template.blocks[from];
  const rest = template.blocks.filter((_, index) => index !== from);
  return block === undefined ? template : { ...template, blocks: rest.toSpliced(to, 0, block) };
});
const reworded = words.map((text): Edit => (template) => ({
  ...template,
  blocks: [...template.blocks, { kind: 'line', parts: [{ text }] }],
}));
const margins = fc.record({ top: mm, right: mm, bottom: mm, left: mm }).map((to): Edit => (template) => ({
  ...template,
  margins: to,
}));
const letters = fc.tuple(size, size).map(([letter, line]): Edit => (template) => ({
  ...template,
  type: { ...template.type, body: { size: letter, line }, table: { size: letter, line } },
}));
const paper = fc.constantFrom('a5', 'a4', 'a4-landscape').map((to): Edit => (template) => ({
  ...template,
  paper: to,
}));
const widths = fc.tuple(fc.nat(20), mm).map(([at, width]): Edit => (template) => ({
  ...template,
  blocks: template.blocks.map((block): SlipBlock =>
    block.kind === 'table'
      ? { ...block, columns: block.columns.map((column, index) => (index === at ? { ...column, width } : column)) }
      : block,
  ),
}));
const edits = fc.array(fc.oneof(dropped, moved, reworded, margins, letters, paper, widths), { maxLength: 4 });

function textOf(node: SlipNode): string {
  if (typeof node === 'string') return node;
  return node.tag === 'svg' ? '' : node.children.map(textOf).join(' ');
}

function edited(slip: SlipCase, changes: readonly Edit[]): SlipTemplate | null {
  const changed = changes.reduce((template, edit) => edit(template), slip.template);
  const parsed = slipTemplateSchema.safeParse(JSON.parse(JSON.stringify(changed)));
  return parsed.success ? parsed.data : null;
}

test(
  'every template that comes in is drawn, and without a fault every obligatory value is on it',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...slipCases.filter(({ name }) => !name.includes('crowded'))),
        edits,
        (slip, changes) => {
          const template = edited(slip, changes);
          if (template === null) return;
          const tree = layoutSlip(template, slip.values, 'first');
          const html = toHtml(tree, { css: '', fonts: [] });
          expect(html).toContain('</html>');
          if (templateFaults(template).length > 0) return;
          const text = tree.sheets.map(textOf).join(' ');
          const { obligatory } = formFields[template.form];
          for (const field of obligatory) expect(text).toContain(slip.values.texts[field] ?? '');
        },
      ),
      { numRuns: 100 },
    );
  },
);
