import { printable } from '../../domain/form/printable.ts';
import type { SlipBlock } from '../../domain/form/template.ts';
import { type Atom, type Drawing, gap, POINTS_PER_MM, size } from './drawing.ts';
import { barcodePath, type CodePath, qrPath } from './codes.ts';
import { lineCount, type Run } from './measure.ts';
import { runNodes, runsOf, textsOf } from './runs.ts';
import { element, type SlipNode } from './slip-node.ts';

/** Whole dots of a 600 dpi printer keep bars and modules even. Millimetres. */
const DOT = 25.4 / 600;
/** 0.296 mm and, for long codes, 0.275 mm; bars below 0.26 mm were not read back from an office printer's paper. */
const BAR_MODULES = [7 * DOT, 6.5 * DOT] as const;
const BAR_HEIGHT = 9;
/** 0.339 mm: version 9, as `encodeSlipQr` makes it, is 18 mm wide. */
const QR_MODULE = 8 * DOT;
/** What a QR of few modules is drawn up to, and the module that is large enough for it. */
const SMALL_QR = 15;
const LARGEST_QR_MODULE = 14 * DOT;
/** A frame narrower than this stands below the barcode instead of beside it. */
const NARROWEST_FRAME = 34;
const NARROWEST_CAPTION = 40;
/** Above a frame below the barcode, points. */
const FRAME_BELOW = 3;
/** Between barcode, frame and QR; the QR's quiet zone of 4 modules is 1.4 mm. */
const BETWEEN = 3.5;
/** With its rule, in points. */
const FRAME_PADDING = 5.75;

/** The title of a list, between its barcode and its QR. */
function titleBeside(text: string, of: Drawing, width: number): Pick<Atom, 'node' | 'height'> | null {
  if (text === '') return null;
  const { size: type, line } = size(of, 'title');
  return {
    node: element('h1', 'slip-band-title', [text]),
    height: lineCount([{ text, style: 'bold' }], type, width) * line,
  };
}

/** Small codes are drawn larger than they need be: they are read at a distance, by whatever stands in the hall. */
function qrModule(qr: CodePath): number {
  return Math.min(SMALL_QR / qr.width, LARGEST_QR_MODULE) > QR_MODULE
    ? Math.floor(Math.min(SMALL_QR / qr.width, LARGEST_QR_MODULE) / DOT) * DOT
    : QR_MODULE;
}

function qrDrawing(qr: CodePath): SlipNode {
  const side = qr.width * qrModule(qr);
  return drawing(qr, 'slip-qr', 'Mã QR theo dõi hồ sơ', side, side);
}

function drawing(code: CodePath, className: string, label: string, width: number, height: number): SlipNode {
  return { tag: 'svg', class: className, label, width, height, box: [code.width, code.height], path: code.path };
}

/** Barcode with the code in words below it, the framed mark, the QR. A code too long for a barcode has none. */
export function codesAtom(block: Extract<SlipBlock, { kind: 'codes' }>, of: Drawing): readonly Atom[] {
  const { values } = of;
  const qr = block.without === 'qr' || values.codes.qr === '' ? null : qrPath(values.codes.qr);
  const frame = runsOf(block.frame, textsOf(values));
  if (block.without !== 'barcode' && values.codes.barcode !== '') return [fullBand(block, of, frame, qr)];
  return frame.length === 0 && qr === null ? [] : [bandWithoutCode(of, frame, qr)];
}

/** Only the framed words and the QR, side by side. */
function bandWithoutCode(of: Drawing, frame: readonly Run[], qr: CodePath | null): Atom {
  const note = size(of, 'note');
  const side = qr === null ? 0 : qr.width * qrModule(qr) * POINTS_PER_MM;
  const room = of.width - (qr === null ? 0 : side + BETWEEN * POINTS_PER_MM);
  const lines = lineCount(frame, note.size, room - FRAME_PADDING * 2);
  const frameHeight = frame.length === 0 ? 0 : lines * note.line + FRAME_PADDING + 2;
  const children = [
    ...(frame.length === 0 ? [] : [element('div', 'slip-frame', [element('p', '', runNodes(frame))])]),
    ...(qr === null ? [] : [qrDrawing(qr)]),
  ];
  return {
    node: element('div', 'slip-codes slip-codes-low', children),
    height: Math.max(frameHeight, side) + (gap.codes + gap.low) * of.density,
  };
}

function fullBand(
  block: Extract<SlipBlock, { kind: 'codes' }>,
  of: Drawing,
  frame: readonly Run[],
  qr: CodePath | null,
): Atom {
  const { values, density } = of;
  const width = of.width / POINTS_PER_MM;
  const qrSide = qr === null ? 0 : qr.width * qrModule(qr);
  const besideQr = width - (qr === null ? 0 : qrSide + BETWEEN);
  const isFramed = frame.length > 0;
  const bar = barcodePath(printable(values.codes.barcode));
  const room = !isFramed || block.title !== undefined ? besideQr : besideQr - NARROWEST_FRAME - BETWEEN;
  const beside = BAR_MODULES.find((module) => module * bar.width <= room);
  const module = beside ?? BAR_MODULES.find((each) => each * bar.width <= besideQr);
  const barWidth = module === undefined ? 0 : module * bar.width;

  const isBelow = isFramed && (beside === undefined || block.title !== undefined);
  const captionWidth = Math.max(barWidth, NARROWEST_CAPTION);

  const caption = runsOf(block.caption, textsOf(values));
  const frameNode = element('div', isBelow ? 'slip-frame slip-frame-below' : 'slip-frame', [
    element('p', '', runNodes(frame)),
  ]);
  const isAlone = block.title === undefined && (!isFramed || isBelow);
  const code = element('div', isAlone ? 'slip-code slip-code-alone' : 'slip-code', [
    ...(module === undefined
      ? []
      : [drawing(bar, 'slip-bars', `Mã vạch ${values.codes.barcode}`, barWidth, BAR_HEIGHT)]),
    element('p', 'slip-caption', runNodes(caption), { '--wide': `${round(captionWidth)}mm` }),
    ...(isBelow ? [frameNode] : []),
  ]);
  const qrNode = qr === null ? [] : [qrDrawing(qr)];

  const body = size(of, 'body');
  const note = size(of, 'note');
  const captionLines = lineCount(caption, body.size, captionWidth * POINTS_PER_MM);
  const codeHeight = (module === undefined ? 0 : BAR_HEIGHT * POINTS_PER_MM) + 2 + captionLines * body.line;
  const frameWidth =
    (block.title !== undefined ? captionWidth : isBelow ? besideQr : besideQr - BETWEEN - captionWidth) * POINTS_PER_MM;
  const frameLines = lineCount(frame, note.size, frameWidth - FRAME_PADDING * 2);
  const frameHeight = isFramed ? frameLines * note.line + FRAME_PADDING + 2 : 0;
  const left = isBelow ? [codeHeight + FRAME_BELOW + frameHeight] : [codeHeight, frameHeight];
  const title = titleBeside(block.title ?? '', of, (besideQr - captionWidth - BETWEEN) * POINTS_PER_MM);
  return {
    node: element('div', 'slip-codes', [
      code,
      ...(isFramed && !isBelow ? [frameNode] : []),
      ...(title === null ? [] : [title.node]),
      ...qrNode,
    ]),
    height: Math.max(...left, title?.height ?? 0, qrSide * POINTS_PER_MM) + gap.codes * density,
  };
}

function round(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
