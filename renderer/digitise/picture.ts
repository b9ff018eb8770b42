import { fitWithin, PAGE_BYTES, QUALITIES, shrinkSteps, type Size } from '../../domain/digitise/page-size.ts';

/**
 * Makes the picture of a page small: at most A4 at 150 dots an inch, JPEG, upright as the camera says it was held.
 * What else stood in the file (place, time, device) does not come along.
 * @throws where the browser cannot read the picture
 */
export async function smallPicture(source: ImageBitmapSource, grey: boolean): Promise<Blob> {
  const picture = await createImageBitmap(source);
  try {
    return await packed(shrunk(picture, grey));
  } finally {
    picture.close();
  }
}

function shrunk(picture: ImageBitmap, grey: boolean): OffscreenCanvas {
  const wanted = fitWithin(picture);
  let drawn: CanvasImageSource = picture;
  for (const size of shrinkSteps(picture, wanted).slice(0, -1)) drawn = drawnOn(size, drawn, false);
  return drawnOn(wanted, drawn, grey);
}

function drawnOn({ width, height }: Size, picture: CanvasImageSource, grey: boolean): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('no canvas');
  // Paper is white where a picture lets through.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  if (grey) pen.filter = 'grayscale(1)';
  pen.drawImage(picture, 0, 0, width, height);
  return canvas;
}

async function packed(canvas: OffscreenCanvas): Promise<Blob> {
  let blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITIES[0] });
  for (const quality of QUALITIES.slice(1)) {
    if (blob.size <= PAGE_BYTES) break;
    blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  }
  return blob;
}
