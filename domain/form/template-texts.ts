import type { Part, SlipBlock, SlipTemplate } from './template.ts';

/** Words of the form itself, with the place of their block; null: the template's own. */
export interface TemplateText {
  readonly text: string;
  readonly block: number | null;
}

/** Every text a template prints that is no field's value. */
export function textsOfTemplate(template: SlipTemplate): readonly TemplateText[] {
  const own = [template.name, template.source, ...template.copies, ...(template.running ?? []).flatMap(words)];
  return [
    ...own.map((text) => ({ text, block: null })),
    ...template.blocks.flatMap((block, index) => textsOfBlock(block).map((text) => ({ text, block: index }))),
  ];
}

const words = (part: Part): readonly string[] => ('field' in part ? [] : [part.text]);

function textsOfBlock(block: SlipBlock): readonly string[] {
  switch (block.kind) {
    case 'head':
      return [...block.left.flat(), ...block.right.flat(), ...block.date, ...(block.number ?? [])].flatMap(words);
    case 'codes':
      return [
        ...[...block.caption, ...block.frame].flatMap(words),
        ...(block.title === undefined ? [] : [block.title]),
      ];
    case 'title':
      return [...block.lines, ...(block.below ?? []).flatMap(words)];
    case 'line':
    case 'items':
    case 'note':
      return block.parts.flatMap(words);
    case 'pair':
      return [...block.left, ...block.right].flatMap(words);
    case 'table':
      return [
        block.empty ?? '',
        block.counted ?? '',
        ...block.columns.flatMap(({ head, group, lines = [], total = [] }) => [
          head,
          group ?? '',
          ...[...lines.flat(), ...total].flatMap(words),
        ]),
      ];
    case 'signatures':
      return block.columns.flatMap(({ title, hint }) => [title, hint]);
    case 'letter-end':
      return [block.heading, block.signature.title, block.signature.hint];
  }
}
