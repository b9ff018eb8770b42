import { degrees, JpegEmbedder, PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import { ProblemError } from '../../../contract/problems.ts';
import { fileKind, isTaken, type FileKind } from '../../../domain/digitise/file-kind.ts';
import { pagePoints } from '../../../domain/digitise/page-size.ts';
import { MOST_BYTES, MOST_PAGES, turnOf, type Turn } from '../../../domain/digitise/pages.ts';
import { MOST_DOTS, pageImage, type PageImage } from './page-image.ts';
import { isPdfBomb } from './pdf-bomb.ts';
import { pngSize } from './png.ts';

/** A file that was taken in: its kind by its bytes, and its pages. */
export interface Inspected {
  readonly kind: FileKind;
  readonly pages: readonly InspectedPage[];
}

export interface InspectedPage {
  /** How the page itself is turned; a picture that is shown must be turned as much. */
  readonly turn: Turn;
  /** Whether it is one picture that can be shown and made smaller. */
  readonly picture: boolean;
}

/** A page of the paper that is made, with the bytes of the file it comes from. */
export interface SourcePage {
  readonly fileId: string;
  readonly page: number;
  readonly turn: Turn;
}

/**
 * Looks a file over before it is taken.
 * @param name what to call it in front of a person
 * @throws ProblemError SH-01 unknown format, SH-02 locked PDF, SH-03 too many pages, SH-04 too large, SH-05 damaged
 */
export async function inspect(bytes: Uint8Array, name: string): Promise<Inspected> {
  if (bytes.length > MOST_BYTES) throw new ProblemError('SH-04', { name });
  const kind = fileKind(bytes);
  if (!isTaken(kind)) throw new ProblemError('SH-01', { name });
  if (kind !== 'pdf') {
    if (kind === 'png' ? !fits(pngSize(bytes)) : (await jpegSize(bytes)) === null) {
      throw new ProblemError('SH-05', { name });
    }
    return { kind, pages: [{ turn: 0, picture: true }] };
  }
  const pages = pagesOf(await opened(bytes, name));
  return { kind, pages: pages.map((page) => ({ turn: turnIn(page), picture: imageOf(page) !== null })) };
}

/** A page as a screen can show it. */
export interface Picture {
  readonly mime: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** One page of a kept file; a picture is null where the page is no single one. */
export interface Shown {
  readonly turn: Turn;
  readonly picture: Picture | null;
}

/**
 * Pages of a kept file, from `from` on, as many as `room` bytes hold and at least one.
 * @returns none from the end of the file on
 * @throws ProblemError SH-05
 */
export async function shownPages(bytes: Uint8Array, from: number, room: number): Promise<Shown[]> {
  const kind = fileKind(bytes);
  if (kind === 'jpeg' || kind === 'png') {
    const mime = kind === 'jpeg' ? 'image/jpeg' : 'image/png';
    return from === 0 ? [{ turn: 0, picture: { mime, bytes } }] : [];
  }
  const shown: Shown[] = [];
  let left = room;
  for (const page of pagesOf(await opened(bytes, '')).slice(from)) {
    const image = imageOf(page);
    const unpacked = image?.unpack() ?? null;
    left -= unpacked?.length ?? 0;
    if (left < 0 && shown.length > 0) break;
    const picture = image === null || unpacked === null ? null : { mime: image.mime, bytes: unpacked };
    shown.push({ turn: turnIn(page), picture });
  }
  return shown;
}

/**
 * Puts pages together into one PDF, in order, each turned by so much more to the right. Pictures are embedded as they
 * are; pages of a PDF are taken over without what acts by itself (scripts, links, attached files).
 * @param sources plain bytes of each file named in `pages`
 * @throws ProblemError SH-03, SH-04, SH-05
 */
export async function composePdf(
  pages: readonly SourcePage[],
  sources: ReadonlyMap<string, Uint8Array>,
  facts: { readonly title: string; readonly at: Date },
): Promise<Uint8Array> {
  const most = String(MOST_PAGES);
  if (pages.length > MOST_PAGES) throw new ProblemError('SH-03', { pages: String(pages.length), most });
  const untouched = await signedOriginal(pages, sources);
  if (untouched !== null) return untouched;
  const made = await PDFDocument.create();
  made.setTitle(facts.title);
  made.setProducer('Quầy Một Cửa');
  made.setCreator('Quầy Một Cửa');
  made.setCreationDate(facts.at);
  made.setModificationDate(facts.at);
  const copied = await copiedPages(made, pages, sources);
  for (const ref of pages) {
    const ready = copied.get(keyOf(ref));
    if (ready === undefined) await drawPicture(made, bytesOf(sources, ref.fileId), ref.turn);
    else made.addPage(ready).setRotation(degrees(turnOf(ready.getRotation().angle + ref.turn)));
  }
  const bytes = await made.save({ useObjectStreams: true });
  if (bytes.length > MOST_BYTES) throw new ProblemError('SH-04', { name: facts.title });
  return bytes;
}

async function drawPicture(made: PDFDocument, bytes: Uint8Array, turn: Turn): Promise<void> {
  const kind = fileKind(bytes);
  // The page makes every picture small before it is kept; a PNG would be unpacked here whole.
  if (kind !== 'jpeg' && !(kind === 'png' && fits(pngSize(bytes), MOST_PNG_DOTS))) {
    throw new ProblemError('SH-05', { name: '' });
  }
  const image = await embedded(made, kind, bytes, '');
  const size = pagePoints(image);
  const scale = Math.min(size.width / image.width, size.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const page = made.addPage([size.width, size.height]);
  page.drawImage(image, { x: (size.width - width) / 2, y: (size.height - height) / 2, width, height });
  page.setRotation(degrees(turn));
}

/** Pages of each PDF copied at one go, so that what they share is copied once. */
async function copiedPages(
  made: PDFDocument,
  pages: readonly SourcePage[],
  sources: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, PDFPage>> {
  const copied = new Map<string, PDFPage>();
  for (const fileId of new Set(pages.map((page) => page.fileId))) {
    const bytes = bytesOf(sources, fileId);
    if (fileKind(bytes) !== 'pdf') continue;
    const source = await opened(bytes, '');
    flatten(source);
    const refs = pages.filter((page) => page.fileId === fileId);
    if (refs.some((ref) => ref.page >= source.getPageCount())) throw new ProblemError('SH-05', { name: '' });
    const ready = await taken(made, source, refs);
    for (const [at, page] of ready.entries()) {
      const ref = refs[at];
      if (ref === undefined) continue;
      quieten(page);
      copied.set(keyOf(ref), page);
    }
  }
  return copied;
}

async function taken(made: PDFDocument, source: PDFDocument, refs: readonly SourcePage[]): Promise<PDFPage[]> {
  try {
    return await made.copyPages(
      source,
      refs.map((ref) => ref.page),
    );
  } catch (error) {
    throw new ProblemError('SH-05', { name: '' }, { cause: error });
  }
}

/** What was typed into a form becomes part of its page: the form itself is not taken over. */
function flatten(source: PDFDocument): void {
  try {
    source.getForm().flatten();
  } catch {
    // A form that cannot be read is left: its page is still copied.
  }
}

const ACTING = ['FileAttachment', 'RichMedia', 'Screen', 'Movie', 'Sound', '3D'].map((name) => PDFName.of(name));

/** Takes out of a page what would act by itself when it is opened or clicked. */
function quieten(page: PDFPage): void {
  page.node.delete(PDFName.of('AA'));
  const notes = page.node.Annots();
  if (!(notes instanceof PDFArray)) return;
  const kept = notes.asArray().filter((ref) => {
    const note = page.node.context.lookup(ref);
    if (!(note instanceof PDFDict)) return false;
    note.delete(PDFName.of('A'));
    note.delete(PDFName.of('AA'));
    const subtype = note.lookup(PDFName.of('Subtype'));
    return !ACTING.some((name) => name === subtype);
  });
  page.node.set(PDFName.of('Annots'), page.node.context.obj(kept));
}

/**
 * A PDF signed electronically and used whole is kept byte for byte: any other file would have lost the signature.
 * @returns null where the pages are anything else
 */
async function signedOriginal(
  pages: readonly SourcePage[],
  sources: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array | null> {
  const [first] = pages;
  if (first === undefined || pages.some((page) => page.fileId !== first.fileId || page.turn !== 0)) return null;
  const bytes = bytesOf(sources, first.fileId);
  if (fileKind(bytes) !== 'pdf' || !Buffer.from(bytes).includes('/ByteRange')) return null;
  const count = (await opened(bytes, '')).getPageCount();
  return count === pages.length && pages.every((page, at) => page.page === at) ? bytes : null;
}

async function opened(bytes: Uint8Array, name: string): Promise<PDFDocument> {
  let document: PDFDocument;
  if (isPdfBomb(bytes)) throw new ProblemError('SH-05', { name });
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  } catch (error) {
    // What is locked is often unreadable too; its file says in plain that it is locked.
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/Encrypt');
    throw new ProblemError(locked ? 'SH-02' : 'SH-05', { name }, { cause: error });
  }
  if (document.isEncrypted) throw new ProblemError('SH-02', { name });
  return document;
}

function pagesOf(document: PDFDocument): PDFPage[] {
  let pages: PDFPage[];
  try {
    pages = document.getPages();
  } catch (error) {
    throw new ProblemError('SH-05', { name: '' }, { cause: error });
  }
  if (pages.length === 0) throw new ProblemError('SH-05', { name: '' });
  if (pages.length > MOST_PAGES) {
    throw new ProblemError('SH-03', { pages: String(pages.length), most: String(MOST_PAGES) });
  }
  return pages;
}

/** pdf-lib reads a picture's whole buffer, whatever part of it the bytes are: a copy is a buffer of its own. */
function unshared(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** A page too damaged to be looked into is no picture; whether it can be taken over is told when the paper is made. */
function imageOf(page: PDFPage): PageImage | null {
  try {
    return pageImage(page);
  } catch {
    return null;
  }
}

async function embedded(made: PDFDocument, kind: 'jpeg' | 'png', bytes: Uint8Array, name: string) {
  try {
    return kind === 'jpeg' ? await made.embedJpg(unshared(bytes)) : await made.embedPng(unshared(bytes));
  } catch (error) {
    throw new ProblemError('SH-05', { name }, { cause: error });
  }
}

/** PNGs drawn into a paper: A4 at 200 dots an inch and some. */
const MOST_PNG_DOTS = 5_000_000;

function fits(size: { width: number; height: number } | null, most = MOST_DOTS): boolean {
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= most;
}

/** @returns null where the bytes are no JPEG a PDF can hold */
async function jpegSize(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = await JpegEmbedder.for(unshared(bytes));
    return fits({ width, height }, 10 * MOST_DOTS) ? { width, height } : null;
  } catch {
    return null;
  }
}

function bytesOf(sources: ReadonlyMap<string, Uint8Array>, fileId: string): Uint8Array {
  const bytes = sources.get(fileId);
  if (bytes === undefined) throw new ProblemError('SH-11');
  return bytes;
}

function turnIn(page: PDFPage): Turn {
  return turnOf(page.getRotation().angle);
}

const keyOf = ({ fileId, page }: SourcePage): string => `${fileId} ${page}`;
