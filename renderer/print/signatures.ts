import type { SignatureColumn, SlipBlock } from '../../domain/form/template.ts';
import { type Atom, type Drawing, gap, POINTS_PER_MM, size } from './drawing.ts';
import { lineCount } from './measure.ts';
import { field, rowsOf } from './runs.ts';
import { element, type SlipElement } from './slip-node.ts';

const HINT_LINE = 13;
/** Least height of an empty name: whoever signs writes it. */
const NAME_LINES = 1;

interface Column {
  readonly node: SlipElement;
  /** Of title, position, hint and name, without the room to sign. */
  readonly height: number;
}

function column(of: SignatureColumn, drawing: Drawing, width: number): Column {
  const { values, density } = drawing;
  const type = size(drawing, 'body');
  const positions = (of.positions ?? []).map((position) => field(values, position)).filter((text) => text !== '');
  const name = field(values, of.name);
  const bold = (text: string): number => (text === '' ? 0 : lineCount([{ text, style: 'bold' }], type.size, width));
  const node = element('div', 'slip-signature', [
    ...(of.title === '' ? [] : [element('p', 'slip-signature-title', [of.title])]),
    ...positions.map((position) => element('p', 'slip-signature-title', [position])),
    ...(of.hint === '' ? [] : [element('p', 'slip-signature-hint', [of.hint])]),
    element('p', 'slip-signature-name', [name]),
  ]);
  const titles = [of.title, ...positions].reduce((sum, text) => sum + bold(text), 0);
  const lines = titles + Math.max(NAME_LINES, bold(name));
  return { node, height: lines * type.line + (of.hint === '' ? 0 : HINT_LINE * density) };
}

export function signaturesAtom(block: Extract<SlipBlock, { kind: 'signatures' }>, drawing: Drawing): Atom {
  const width = (drawing.width - gap.column * (block.columns.length - 1)) / block.columns.length;
  const columns = block.columns.map((each) => column(each, drawing, width));
  return {
    node: element(
      'div',
      'slip-signatures',
      columns.map(({ node }) => node),
      { '--room': `${block.room}mm` },
    ),
    height:
      gap.signatures * drawing.density + block.room * POINTS_PER_MM + Math.max(...columns.map(({ height }) => height)),
  };
}

/** Nơi nhận beside the signature, as at the end of every letter of an agency. */
export function letterEndAtom(block: Extract<SlipBlock, { kind: 'letter-end' }>, drawing: Drawing): Atom {
  const { density, values } = drawing;
  const note = size(drawing, 'note');
  const width = (drawing.width - gap.column) / 2;
  const recipients = rowsOf(values, block.recipients).map((row) => `- ${row('recipient')}`);
  const left = element('div', 'slip-recipients', [
    element('p', '', [element('b', '', [block.heading])]),
    ...recipients.map((text) => element('p', '', [text])),
  ]);
  const leftLines = recipients.reduce(
    (sum, text) => sum + lineCount([{ text, style: 'regular' }], note.size, width),
    1,
  );
  const right = column(block.signature, drawing, width);
  return {
    node: element('div', 'slip-signatures', [left, right.node], { '--room': `${block.room}mm` }),
    height: gap.signatures * density + Math.max(leftLines * note.line, right.height + block.room * POINTS_PER_MM),
  };
}
