import { tableCells } from '../../domain/form/form-fields.ts';
import { printable } from '../../domain/form/printable.ts';
import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { Part } from '../../domain/form/template.ts';
import type { Run } from './measure.ts';
import { element, type SlipNode } from './slip-node.ts';

/** What stands in a field, or in a cell of one row; empty where it has no such. */
export type Lookup = (name: string) => string;

export function field(values: SlipValues, name: string): string {
  return printable(values.texts[name] ?? '');
}

export const textsOf =
  (values: SlipValues): Lookup =>
  (name) =>
    field(values, name);

/** The rows of a table: each finds its own cells by their names, and the slip's fields. */
export function rowsOf(values: SlipValues, table: string): readonly Lookup[] {
  const cells = tableCells(values.form, table);
  return (values.tables[table] ?? []).map((row) => (name) => {
    const index = cells.indexOf(name);
    return index < 0 ? field(values, name) : printable(row[index] ?? '');
  });
}

function textOf(part: Part, lookup: Lookup): string {
  if ('field' in part) return lookup(part.field);
  return part.when !== undefined && lookup(part.when) === '' ? '' : part.text;
}

/** The parts of a line with the values in place, cleaned, neighbours of one style joined, empty ones gone. */
export function runsOf(parts: readonly Part[], lookup: Lookup): readonly Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    // Spaces at the ends of the form's own words hold them apart from the values.
    const text = textOf(part, lookup);
    const style = part.style ?? 'regular';
    const last = runs.at(-1);
    if (text === '') continue;
    if (last?.style === style) runs[runs.length - 1] = { text: last.text + text, style };
    else runs.push({ text, style });
  }
  const last = runs.at(-1);
  if (last !== undefined) runs[runs.length - 1] = { text: last.text.trimEnd(), style: last.style };
  return runs.filter((run) => run.text !== '');
}

export function runNodes(runs: readonly Run[]): readonly SlipNode[] {
  return runs.map(({ text, style }) => {
    switch (style) {
      case 'regular':
        return text;
      case 'bold':
        return element('b', '', [text]);
      case 'italic':
        return element('i', '', [text]);
    }
  });
}
