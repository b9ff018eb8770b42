/**
 * How large a picture of a page is kept. A4 at 150 dots an inch is 1240 × 1754: letters of 10 pt are 21 dots high,
 * which a person and a reader of codes still tell apart, and a grey page stays far below 400 KB.
 */
export const LONGEST_SIDE = 1754;
const DOTS_PER_INCH = 150;
const POINTS_PER_INCH = 72;
/** A4, points. */
const A4 = { short: 595.28, long: 841.89 } as const;
/** A page at most this many points long; a panorama stays printable. */
const LONGEST_POINTS = 1190.55;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size a picture is drawn at: its longest side brought to `longest`, never enlarged, whole dots, never 0. */
export function fitWithin({ width, height }: Size, longest = LONGEST_SIDE): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Steps of halving before the last one: a browser that shrinks a picture at one go drops thin lines. */
export function shrinkSteps(from: Size, to: Size): Size[] {
  const steps: Size[] = [];
  let { width, height } = from;
  while (width > to.width * 2 && height > to.height * 2) {
    width = Math.round(width / 2);
    height = Math.round(height / 2);
    steps.push({ width, height });
  }
  return [...steps, to];
}

/** JPEG qualities tried one after the other until the page is small enough. */
export const QUALITIES = [0.7, 0.6, 0.5, 0.4] as const;
/** Bytes a page should not exceed. */
export const PAGE_BYTES = 390_000;

/**
 * The paper a picture is printed on, points. One with the shape of A4 (within 3 %) becomes exactly A4; others keep
 * their shape at 150 dots an inch.
 */
export function pagePoints({ width, height }: Size): Size {
  const [short, long] = width < height ? [width, height] : [height, width];
  const isA4 = Math.abs(long / short / (A4.long / A4.short) - 1) < 0.03;
  if (isA4) return width < height ? { width: A4.short, height: A4.long } : { width: A4.long, height: A4.short };
  const natural = POINTS_PER_INCH / DOTS_PER_INCH;
  const scale = Math.min(natural, LONGEST_POINTS / long);
  return { width: width * scale, height: height * scale };
}
