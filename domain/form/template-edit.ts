import type { Part, SlipBlock, SlipTemplate } from './template.ts';

/** What a place of words in a block is, for whoever edits it. */
export type PlaceKind =
  | 'left'
  | 'right'
  | 'date'
  | 'number'
  | 'caption'
  | 'frame'
  | 'title'
  | 'below'
  | 'text'
  | 'columnHead'
  | 'columnGroup'
  | 'cell'
  | 'total'
  | 'empty'
  | 'counted'
  | 'signTitle'
  | 'signHint'
  | 'heading';

/** Words of the form, or a run of words and fields. */
export type Place =
  | { readonly kind: PlaceKind; readonly words: string }
  | { readonly kind: PlaceKind; readonly parts: readonly Part[] };

interface Editor {
  readonly words: (kind: PlaceKind, words: string) => string;
  readonly parts: (kind: PlaceKind, parts: readonly Part[]) => readonly Part[];
}

/** Every place of words in a block, in the order it is read. */
export function placesOf(block: SlipBlock): readonly Place[] {
  const places: Place[] = [];
  edited(block, {
    words: (kind, words) => {
      places.push({ kind, words });
      return words;
    },
    parts: (kind, parts) => {
      places.push({ kind, parts });
      return parts;
    },
  });
  return places;
}

/** The block with other words in its place number `at`; `part` names one of a run, and is left out for plain words. */
export function withWords(block: SlipBlock, at: number, part: number | null, text: string): SlipBlock {
  let place = -1;
  const put = (parts: readonly Part[]): readonly Part[] =>
    parts.map((each, index) => (index === part && 'text' in each ? { ...each, text } : each));
  return edited(block, {
    words: (_kind, words) => ((place += 1) === at ? text : words),
    parts: (_kind, parts) => ((place += 1) === at ? put(parts) : parts),
  });
}

/** The block moved up (-1) or down (1) among the others; where there is no further, the template as it was. */
export function moved(template: SlipTemplate, at: number, by: -1 | 1): SlipTemplate {
  const block = template.blocks[at];
  const other = template.blocks[at + by];
  if (block === undefined || other === undefined) return template;
  const blocks = template.blocks.map((each, index) => (index === at ? other : index === at + by ? block : each));
  return { ...template, blocks };
}

function edited(block: SlipBlock, { words, parts }: Editor): SlipBlock {
  switch (block.kind) {
    case 'head':
      return {
        ...block,
        left: block.left.map((line) => parts('left', line)),
        ...(block.number === undefined ? {} : { number: parts('number', block.number) }),
        right: block.right.map((line) => parts('right', line)),
        date: parts('date', block.date),
      };
    case 'codes':
      return {
        ...block,
        caption: parts('caption', block.caption),
        ...(block.title === undefined ? {} : { title: words('title', block.title) }),
        frame: parts('frame', block.frame),
      };
    case 'title':
      return {
        ...block,
        lines: block.lines.map((line) => words('title', line)),
        ...(block.below === undefined ? {} : { below: parts('below', block.below) }),
      };
    case 'line':
    case 'items':
    case 'note':
      return { ...block, parts: parts('text', block.parts) };
    case 'pair':
      return { ...block, left: parts('left', block.left), right: parts('right', block.right) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({
          ...column,
          ...(column.group === undefined ? {} : { group: words('columnGroup', column.group) }),
          head: words('columnHead', column.head),
          ...(column.lines === undefined ? {} : { lines: column.lines.map((line) => parts('cell', line)) }),
          ...(column.total === undefined ? {} : { total: parts('total', column.total) }),
        })),
        ...(block.empty === undefined ? {} : { empty: words('empty', block.empty) }),
        ...(block.counted === undefined ? {} : { counted: words('counted', block.counted) }),
      };
    case 'signatures':
      return {
        ...block,
        columns: block.columns.map((column) => ({
          ...column,
          title: words('signTitle', column.title),
          hint: words('signHint', column.hint),
        })),
      };
    case 'letter-end':
      return {
        ...block,
        heading: words('heading', block.heading),
        signature: {
          ...block.signature,
          title: words('signTitle', block.signature.title),
          hint: words('signHint', block.signature.hint),
        },
      };
  }
}
