import { printable } from '../../domain/form/printable.ts';
import type { SlipBlock } from '../../domain/form/template.ts';
import { type Atom, type Drawing, gap, POINTS_PER_MM, size } from './blocks.ts';
import { barcodePath, type CodePath, qrPath } from './codes.ts';
import { lineCount } from './measure.ts';
import { runNodes, runsOf } from './runs.ts';
import { element, type SlipNode } from './slip-node.ts';

/** Whole dots of a 600 dpi printer keep bars and modules even. Millimetres. */
const DOT = 25.4 / 600;
/** 0.296 mm and, for long codes, 0.275 mm; bars below 0.26 mm were not read back from an office printer's paper. */
const BAR_MODULES = [7 * DOT, 6.5 * DOT] as const;
const BAR_HEIGHT = 9;
/** 0.339 mm: version 9, as `encodeSlipQr` makes it, is 18 mm wide. */
const QR_MODULE = 8 * DOT;
/** A frame narrower than this stands below the barcode instead of beside it. */
const NARROWEST_FRAME = 34;
const NARROWEST_CAPTION = 40;
/** Above a frame below the barcode, points. */
const FRAME_BELOW = 3;
/** Between barcode, frame and QR; the QR's quiet zone of 4 modules is 1.4 mm. */
const BETWEEN = 3.5;
/** With its rule, in points. */
const FRAME_PADDING = 5.75;

function drawing(code: CodePath, className: string, label: string, width: number, height: number): SlipNode {
  return { tag: 'svg', class: className, label, width, height, box: [code.width, code.height], path: code.path };
}

/** Barcode with the code in words below it, the framed mark, the QR. A code too long for a barcode has none. */
export function codesAtom(block: Extract<SlipBlock, { kind: 'codes' }>, of: Drawing): Atom {
  const { values, density } = of;
  const width = of.width / POINTS_PER_MM;
  const qr = values.codes.qr === '' ? null : qrPath(values.codes.qr);
  const qrSide = qr === null ? 0 : qr.width * QR_MODULE;
  const besideQr = width - (qr === null ? 0 : qrSide + BETWEEN);
  const frame = runsOf(block.frame, values);
  const isFramed = frame.length > 0;
  const bar = barcodePath(printable(values.codes.barcode));
  const room = !isFramed ? besideQr : besideQr - NARROWEST_FRAME - BETWEEN;
  const beside = BAR_MODULES.find((module) => module * bar.width <= room);
  const module = beside ?? BAR_MODULES.find((each) => each * bar.width <= besideQr);
  const barWidth = module === undefined ? 0 : module * bar.width;

  const isBelow = isFramed && beside === undefined;
  const captionWidth = Math.max(barWidth, NARROWEST_CAPTION);

  const caption = runsOf(block.caption, values);
  const frameNode = element('div', isBelow ? 'slip-frame slip-frame-below' : 'slip-frame', [
    element('p', '', runNodes(frame)),
  ]);
  const code = element('div', isFramed && !isBelow ? 'slip-code' : 'slip-code slip-code-alone', [
    ...(module === undefined
      ? []
      : [drawing(bar, 'slip-bars', `Mã vạch ${values.codes.barcode}`, barWidth, BAR_HEIGHT)]),
    element('p', 'slip-caption', runNodes(caption), { '--wide': `${round(captionWidth)}mm` }),
    ...(isBelow ? [frameNode] : []),
  ]);
  const qrNode = qr === null ? [] : [drawing(qr, 'slip-qr', 'Mã QR theo dõi hồ sơ', qrSide, qrSide)];

  const body = size(of, 'body');
  const note = size(of, 'note');
  const captionLines = lineCount(caption, body.size, captionWidth * POINTS_PER_MM);
  const codeHeight = (module === undefined ? 0 : BAR_HEIGHT * POINTS_PER_MM) + 2 + captionLines * body.line;
  const frameWidth = (isBelow ? besideQr : besideQr - BETWEEN - captionWidth) * POINTS_PER_MM;
  const frameLines = lineCount(frame, note.size, frameWidth - FRAME_PADDING * 2);
  const frameHeight = isFramed ? frameLines * note.line + FRAME_PADDING + 2 : 0;
  const left = isBelow ? [codeHeight + FRAME_BELOW + frameHeight] : [codeHeight, frameHeight];
  return {
    node: element('div', 'slip-codes', [code, ...(isFramed && !isBelow ? [frameNode] : []), ...qrNode]),
    height: Math.max(...left, qrSide * POINTS_PER_MM) + gap.codes * density,
  };
}

function round(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
