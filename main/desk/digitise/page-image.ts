import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFPage,
} from 'pdf-lib';
import { png, pngOfStream, rowBytes, type Shape } from './png.ts';

/** The picture a scanned page consists of. */
export interface PageImage {
  readonly mime: 'image/jpeg' | 'image/png';
  /** A file of that kind. @returns null where what is packed is not whole */
  unpack(): Uint8Array | null;
}

/** A4 at 600 dots an inch is 35 million; a larger picture is left alone. */
export const MOST_DOTS = 40_000_000;
/** A scanner's page draws one picture in a few words. */
const LONGEST_DRAWING = 4096;

/**
 * The one picture a scanned page is made of, as it lies in the file: so that it can be looked at and made smaller.
 * @returns null where the page is anything more or other than one upright picture (text, several pictures, a fax
 *   coding): such a page is taken over as it is
 */
export function pageImage(page: PDFPage): PageImage | null {
  const { context } = page.node;
  const resources = page.node.Resources();
  if (resources === undefined || hasEntries(resources, 'Font')) return null;
  const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const [only, ...others] = objects?.entries() ?? [];
  if (only === undefined || others.length > 0) return null;
  const image = context.lookup(only[1]);
  if (!(image instanceof PDFRawStream) || !isName(image.dict, 'Subtype', 'Image')) return null;
  if (!drawsOnly(page, only[0])) return null;
  return imageOf(image, context);
}

function imageOf(image: PDFRawStream, context: PDFContext): PageImage | null {
  const { dict } = image;
  if (['SMask', 'Mask', 'Decode', 'ImageMask'].some((key) => dict.has(PDFName.of(key)))) return null;
  const width = numberOf(dict, 'Width');
  const height = numberOf(dict, 'Height');
  if (width < 1 || height < 1 || width * height > MOST_DOTS) return null;
  const filter = onlyOf(context, dict, 'Filter');
  if (filter === PDFName.of('DCTDecode')) return { mime: 'image/jpeg', unpack: () => image.contents };
  if (filter !== PDFName.of('FlateDecode')) return null;
  const colours = coloursOf(context, dict);
  const bits = numberOf(dict, 'BitsPerComponent');
  if (colours === null || (bits !== 8 && (bits !== 1 || colours !== 1))) return null;
  const shape: Shape = { width, height, colours, bits };
  const parms = onlyOf(context, dict, 'DecodeParms');
  const predictor = parms instanceof PDFDict ? numberOf(parms, 'Predictor', 1) : 1;
  if (predictor !== 1 && predictor < 10) return null;
  // PNG rows already: the stream is the body of a PNG as it stands.
  if (predictor >= 10) return { mime: 'image/png', unpack: () => pngOfStream(shape, image.contents) };
  return { mime: 'image/png', unpack: () => unpacked(shape, image.contents) };
}

function unpacked(shape: Shape, packed: Uint8Array): Uint8Array | null {
  const size = rowBytes(shape) * shape.height;
  try {
    // A few bytes more than needed are usual; a stream that never ends is not followed.
    const dots = inflateSync(packed, { maxOutputLength: size + 1024 });
    return dots.length < size ? null : png(shape, dots, (rows) => deflateSync(rows));
  } catch {
    return null;
  }
}

/** Whether the page does nothing but draw this object, upright: `q 595 0 0 842 0 0 cm /Im0 Do Q`. */
function drawsOnly(page: PDFPage, object: PDFName): boolean {
  const words = drawing(page);
  if (words === null) return false;
  let drawn = 0;
  const operands: string[] = [];
  for (const word of words) {
    if (/^[-+]?[\d.]+$/.test(word) || word.startsWith('/')) {
      operands.push(word);
      continue;
    }
    const given = operands.splice(0);
    if (word === 'q' || word === 'Q') continue;
    if (word === 'cm') {
      const [a = 0, b = 1, c = 1, d = 0] = given.map(Number);
      if (!(a > 0 && d > 0 && b === 0 && c === 0)) return false;
    } else if (word === 'Do') {
      if (given[0] !== object.asString()) return false;
      drawn += 1;
    } else return false;
  }
  return drawn === 1;
}

function drawing(page: PDFPage): string[] | null {
  const { context } = page.node;
  const contents = context.lookup(page.node.get(PDFName.of('Contents')));
  const streams = contents instanceof PDFArray ? contents.asArray().map((each) => context.lookup(each)) : [contents];
  let text = '';
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream) || stream.contents.length > LONGEST_DRAWING) return null;
    try {
      text += ` ${Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')}`;
    } catch {
      return null;
    }
    if (text.length > LONGEST_DRAWING) return null;
  }
  return text.split(/\s+/).filter((word) => word !== '');
}

function coloursOf(context: PDFContext, dict: PDFDict): 1 | 3 | null {
  const space = context.lookup(dict.get(PDFName.of('ColorSpace')));
  if (space === PDFName.of('DeviceGray')) return 1;
  if (space === PDFName.of('DeviceRGB')) return 3;
  if (!(space instanceof PDFArray) || space.get(0) !== PDFName.of('ICCBased')) return null;
  const profile = context.lookup(space.get(1));
  const n = profile instanceof PDFRawStream ? numberOf(profile.dict, 'N') : 0;
  return n === 1 || n === 3 ? n : null;
}

/** The value of a key that may stand alone or as the one member of a list. */
function onlyOf(context: PDFContext, dict: PDFDict, key: string): unknown {
  const value = context.lookup(dict.get(PDFName.of(key)));
  if (!(value instanceof PDFArray)) return value;
  return value.size() === 1 ? context.lookup(value.get(0)) : null;
}

function numberOf(dict: PDFDict, key: string, otherwise = 0): number {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}

function isName(dict: PDFDict, key: string, name: string): boolean {
  return dict.lookup(PDFName.of(key)) === PDFName.of(name);
}

function hasEntries(dict: PDFDict, key: string): boolean {
  const found = dict.lookup(PDFName.of(key));
  return found instanceof PDFDict && found.keys().length > 0;
}
