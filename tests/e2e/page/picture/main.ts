import { toBase64url } from '../../../../renderer/app/base64url.ts';
import { smallPicture } from '../../../../renderer/digitise/picture.ts';

/** Photographs a sheet of paper as a telephone of 12 megapixels does, and makes the picture small. */

interface Asked {
  readonly grey: boolean;
  /** Pictures of codes as PNG data addresses, and where they stand on the sheet: millimetres. */
  readonly codes: readonly { readonly png: string; readonly x: number; readonly y: number; readonly wide: number }[];
}

interface Answered {
  readonly before: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** How far the reddest dot is from grey, 0 to 255. */
  readonly red: number;
  readonly jpeg: string;
}

/** 3024 × 4032 on A4: dots a millimetre. */
const [WIDTH, HEIGHT] = [3024, 4032];
const DOTS_PER_MM = HEIGHT / 297;
/** 10 pt in millimetres. */
const TEN_POINT = 3.53;

async function photographed({ codes }: Asked): Promise<Blob> {
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  const light = pen.createLinearGradient(0, 0, WIDTH, HEIGHT);
  light.addColorStop(0, '#fbf8ef');
  light.addColorStop(1, '#d9d4c6');
  pen.fillStyle = light;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#1c1c22';
  pen.font = `${Math.round(TEN_POINT * DOTS_PER_MM)}px serif`;
  const words = 'Tôi xin cam đoan những lời khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật.';
  for (let line = 0; line < 42; line += 1) pen.fillText(words, 20 * DOTS_PER_MM, (20 + line * 5.2) * DOTS_PER_MM);
  pen.strokeStyle = '#c0202a';
  pen.lineWidth = 1.2 * DOTS_PER_MM;
  pen.beginPath();
  pen.arc(150 * DOTS_PER_MM, 265 * DOTS_PER_MM, 17 * DOTS_PER_MM, 0, Math.PI * 2);
  pen.stroke();
  for (const { png, x, y, wide } of codes) {
    const code = await createImageBitmap(await (await fetch(png)).blob());
    pen.imageSmoothingEnabled = false;
    const across = wide * DOTS_PER_MM;
    pen.drawImage(code, x * DOTS_PER_MM, y * DOTS_PER_MM, across, (across * code.height) / code.width);
  }
  // The grain of a sensor in indoor light; the same each time.
  const dots = pen.getImageData(0, 0, WIDTH, HEIGHT);
  let seed = 42;
  for (let at = 0; at < dots.data.length; at += 1) {
    if (at % 4 === 3) continue;
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    dots.data[at] = (dots.data[at] ?? 0) + (seed >>> 24) / 12 - 10;
  }
  pen.putImageData(dots, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
}

async function made(asked: Asked): Promise<Answered> {
  const photograph = await photographed(asked);
  const small = await smallPicture(photograph, asked.grey);
  const bitmap = await createImageBitmap(small);
  const { width, height } = bitmap;
  const jpeg = toBase64url(new Uint8Array(await small.arrayBuffer()));
  return { before: photograph.size, width, height, bytes: small.size, red: reddest(bitmap), jpeg };
}

function reddest(bitmap: ImageBitmap): number {
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  let most = 0;
  for (let at = 0; at < data.length; at += 4) most = Math.max(most, (data[at] ?? 0) - (data[at + 1] ?? 0));
  return most;
}

/** A picture that says it was held sideways stands upright afterwards. @returns its size */
async function sizeOfSmall(jpeg: string): Promise<[number, number]> {
  const small = await smallPicture(await (await fetch(jpeg)).blob(), false);
  const { width, height } = await createImageBitmap(small);
  return [width, height];
}

Object.assign(window, { made, sizeOfSmall });
