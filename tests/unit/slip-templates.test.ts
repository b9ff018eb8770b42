import { describe, expect, test } from 'vitest';
import { formFields, tableCells } from '../../domain/form/form-fields.ts';
import { fieldsOfTemplate, tableOfBlock } from '../../domain/form/template-fields.ts';
import { shippedTemplates } from '../../domain/form/templates/index.ts';
import { slipCases } from '../slips/cases.ts';

describe.each(shippedTemplates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const form = formFields[template.form];
  const cells = Object.keys(form.tables).flatMap((table) => tableCells(template.form, table));
  const uses = fieldsOfTemplate(template);

  test('shows every field of its form', () => {
    const shown = new Set(uses.filter(({ isCondition }) => !isCondition).map(({ field }) => field));
    expect(Object.keys(form.texts).filter((field) => !shown.has(field))).toEqual([]);
  });

  test('asks for no other', () => {
    const known = new Set([...Object.keys(form.texts), ...cells]);
    expect(uses.map(({ field }) => field).filter((field) => !known.has(field))).toEqual([]);
  });

  test('draws every table of its form', () => {
    const drawn = template.blocks.map(tableOfBlock).filter((table) => table !== null);
    expect(drawn.toSorted()).toEqual(Object.keys(form.tables).toSorted());
  });
});

test.each(slipCases.map((each) => [each.name, each] as const))('%s fills every field and every cell', (_, slip) => {
  const form = formFields[slip.values.form];
  expect(Object.keys(slip.values.texts).toSorted()).toEqual(Object.keys(form.texts).toSorted());
  expect(Object.keys(slip.values.tables).toSorted()).toEqual(Object.keys(form.tables).toSorted());
  for (const [table, rows] of Object.entries(slip.values.tables)) {
    for (const row of rows) expect(row).toHaveLength(tableCells(slip.values.form, table).length);
  }
});
