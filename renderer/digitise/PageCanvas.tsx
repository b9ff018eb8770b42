import { useEffect, useRef, type ReactNode } from 'react';
import type { Turn } from '../../domain/digitise/pages.ts';
import { fitWithin } from '../../domain/digitise/page-size.ts';

export interface PageCanvasProps {
  readonly picture: Blob;
  readonly turn: Turn;
  /** Dots of the longest side at most. */
  readonly longest: number;
  /** What it shows, for screen readers; none where the words stand beside it. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** The picture of a page, turned. Drawn, so that no address of it exists that could outlive the page. */
export function PageCanvas({ picture, turn, longest, label, className }: PageCanvasProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    createImageBitmap(picture).then(
      (bitmap) => {
        if (!gone && canvas.current !== null) draw(canvas.current, bitmap, turn, longest);
        bitmap.close();
      },
      // A picture that cannot be drawn leaves the place empty; the paper is made from the file all the same.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [picture, turn, longest]);
  return label === undefined ? (
    <canvas ref={canvas} className={className} width={1} height={1} aria-hidden="true" />
  ) : (
    <canvas ref={canvas} className={className} width={1} height={1} role="img" aria-label={label} />
  );
}

function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap, turn: Turn, longest: number): void {
  const { width, height } = fitWithin(bitmap, longest);
  const lying = turn === 90 || turn === 270;
  canvas.width = lying ? height : width;
  canvas.height = lying ? width : height;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.imageSmoothingQuality = 'high';
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((turn * Math.PI) / 180);
  pen.drawImage(bitmap, -width / 2, -height / 2, width, height);
}
