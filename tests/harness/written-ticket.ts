import { PNG } from 'pngjs';
import { lastPrinted } from '../slips/ticket-pictures.ts';

/** A picture whose dots are the page's own bytes: no browser draws, and what came out of a printer can be read again. */
export function pictureOfWords(html: string, width: number): Promise<Uint8Array> {
  // Its fonts stand before: a million dots that nobody reads.
  const bytes = Buffer.from(html.slice(html.indexOf('<body')), 'utf8');
  const row = width / 8;
  const picture = new PNG({ width, height: Math.ceil(bytes.length / row) });
  picture.data.fill(255);
  bytes.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) {
      if (((byte >> (7 - bit)) & 1) === 1) picture.data.fill(0, (at * 8 + bit) * 4, (at * 8 + bit) * 4 + 3);
    }
  });
  return Promise.resolve(PNG.sync.write(picture));
}

/** The page last printed in `paper`, all that a ticket printer was sent. */
export function wordsPrinted(paper: Uint8Array): string {
  return Buffer.from(lastPrinted(paper).bits).toString('utf8').replace(/\0+$/, '');
}
