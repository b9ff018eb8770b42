import type { Part, SignatureColumn, SlipBlock, SlipTemplate } from './template.ts';

/** A field a template asks for, and the table whose row it stands in, if any. */
export interface FieldUse {
  readonly field: string;
  /** In a row the name may be a cell's or a field's. */
  readonly table: string | null;
  /** Only asked whether it is empty. */
  readonly isCondition: boolean;
}

/** Every field a block shows or asks about, in order. */
export function fieldsOfBlock(block: SlipBlock): readonly FieldUse[] {
  switch (block.kind) {
    case 'head':
      return [...block.left.flat(), ...block.right.flat(), ...(block.number ?? []), ...block.date].flatMap(
        inPart(null),
      );
    case 'codes':
      return [...block.caption, ...block.frame].flatMap(inPart(null));
    case 'title':
      return [shown(block.mark), ...(block.below ?? []).flatMap(inPart(null))];
    case 'line':
      return [...asked(block.when), ...block.parts.flatMap(inPart(null))];
    case 'pair':
      return [...asked(block.when), ...[...block.left, ...block.right].flatMap(inPart(null))];
    case 'items':
      return block.parts.flatMap(inPart(block.table));
    case 'table':
      return block.columns.flatMap((column) => [
        ...(column.lines ?? []).flat().flatMap(inPart(block.table)),
        ...(column.total ?? []).flatMap(inPart(null)),
      ]);
    case 'signatures':
      return block.columns.flatMap(inSignature);
    case 'letter-end':
      return inSignature(block.signature);
    case 'note':
      return block.parts.flatMap(inPart(null));
  }
}

/** The table a block draws rows of. */
export function tableOfBlock(block: SlipBlock): string | null {
  switch (block.kind) {
    case 'items':
    case 'table':
      return block.table;
    case 'letter-end':
      return block.recipients;
    case 'head':
    case 'codes':
    case 'title':
    case 'line':
    case 'pair':
    case 'signatures':
    case 'note':
      return null;
  }
}

/** Every field a template shows or asks about, further pages' head included. */
export function fieldsOfTemplate(template: SlipTemplate): readonly FieldUse[] {
  return [...(template.running ?? []).flatMap(inPart(null)), ...template.blocks.flatMap(fieldsOfBlock)];
}

function inSignature({ positions = [], name }: SignatureColumn): readonly FieldUse[] {
  return [...positions, name].map(shown);
}

function shown(field: string): FieldUse {
  return { field, table: null, isCondition: false };
}

function asked(field: string | undefined): readonly FieldUse[] {
  return field === undefined ? [] : [{ field, table: null, isCondition: true }];
}

const inPart =
  (table: string | null) =>
  (part: Part): readonly FieldUse[] => {
    if ('field' in part) return [{ field: part.field, table, isCondition: false }];
    return part.when === undefined ? [] : [{ field: part.when, table, isCondition: true }];
  };
