import { code128, qrcode, type DrawingContext } from 'bwip-js/generic';

/** A barcode or QR as one path in modules: filled by the even-odd rule, with nothing in it but M, L and Z. */
export interface CodePath {
  readonly path: string;
  /** In modules, without a quiet zone: the paper around it is that. */
  readonly width: number;
  readonly height: number;
}

/** Code 128, subset chosen for the shortest symbol. The height is 1: bars are stretched to the height wanted. */
export function barcodePath(text: string): CodePath {
  const bars: string[] = [];
  let width = 0;
  code128(
    { bcid: 'code128', text, scale: 1, height: 10 },
    collector({
      init: (w) => {
        width = w;
      },
      line: (x, thick) => {
        const from = x - Math.ceil(thick / 2);
        bars.push(`M${from} 0L${from + thick} 0L${from + thick} 1L${from} 1Z`);
      },
    }),
  );
  return { path: bars.join(''), width, height: 1 };
}

/** Two of the library's units make one module of a QR. */
const QR_UNITS = 2;

/** QR at error correction M, modes mixed for the smallest symbol. */
export function qrPath(text: string): CodePath {
  const shapes: string[] = [];
  let side = 0;
  // A constant of its own: the library's types do not list the options of single codes.
  const options = { bcid: 'qrcode', text, scale: 1, eclevel: 'M' };
  qrcode(
    options,
    collector({
      init: (w) => {
        side = w / QR_UNITS;
      },
      polygon: (points) => {
        shapes.push(`M${points.map(([x, y]) => `${x / QR_UNITS} ${y / QR_UNITS}`).join('L')}Z`);
      },
    }),
  );
  return { path: shapes.join(''), width: side, height: side };
}

interface Collector {
  readonly init: (width: number) => void;
  readonly line?: (x: number, thick: number) => void;
  readonly polygon?: (points: [number, number][]) => void;
}

/** The library draws bars as upright lines and modules as joined polygons; nothing else is asked of it. */
function collector({ init, line, polygon }: Collector): DrawingContext<void> {
  const never = (): never => {
    throw new Error('the library drew what a barcode and a QR have not');
  };
  return {
    setopts: () => undefined,
    scale: (x, y) => [x, y],
    measure: never,
    init,
    line: line === undefined ? never : (x0, _y0, _x1, _y1, thick) => line(x0, thick),
    polygon: polygon ?? never,
    hexagon: never,
    ellipse: never,
    fill: () => undefined,
    text: never,
    end: () => undefined,
  };
}
