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
/** A frame narrower than this stands below the codes. */
const NARROWEST_FRAME = 34;
/** Between barcode, frame and QR; the QR's quiet zone of 4 modules is 1.4 mm. */
const BETWEEN = 3.5;
const FRAME_PADDING = 7;

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

  const body = size(of, 'body');
  const note = size(of, 'note');
  const caption = runsOf(block.caption, values);
  const columnWidth = Math.max(barWidth, beside === undefined || !isFramed ? besideQr : 0) * POINTS_PER_MM;
  const code = element('div', !isFramed || beside === undefined ? 'slip-code slip-code-alone' : 'slip-code', [
    ...(module === undefined
      ? []
      : [drawing(bar, 'slip-bars', `Mã vạch ${values.codes.barcode}`, barWidth, BAR_HEIGHT)]),
    element('p', 'slip-caption', runNodes(caption), { '--wide': `${round(Math.max(barWidth, 40))}mm` }),
  ]);
  const frameNode = element('div', 'slip-frame', [element('p', '', runNodes(frame))]);
  const qrNode = qr === null ? [] : [drawing(qr, 'slip-qr', 'Mã QR theo dõi hồ sơ', qrSide, qrSide)];

  const captionLines = lineCount(caption, body.size, Math.max(barWidth, 40) * POINTS_PER_MM);
  const codeHeight = (module === undefined ? 0 : BAR_HEIGHT * POINTS_PER_MM + 2) + captionLines * body.line;
  const frameWidth = beside === undefined ? of.width : (besideQr - BETWEEN) * POINTS_PER_MM - columnWidth;
  const frameLines = lineCount(frame, note.size, frameWidth - FRAME_PADDING * 2);
  const frameHeight = !isFramed ? 0 : frameLines * note.line + FRAME_PADDING + 2;
  const besideHeight = Math.max(codeHeight, qrSide * POINTS_PER_MM, beside === undefined ? 0 : frameHeight);
  const isBelow = isFramed && beside === undefined;
  const row = element('div', 'slip-codes', [code, ...(!isFramed || isBelow ? [] : [frameNode]), ...qrNode]);
  return {
    node: isBelow ? element('div', '', [row, frameNode]) : row,
    height: besideHeight + gap.codes * density + (isBelow ? frameHeight + gap.codes * density : 0),
  };
}

function round(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
