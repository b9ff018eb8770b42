import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import styles from './Results.module.css';

const WIDTH = 560;
const HEIGHT = 120;
/** Points below which something is a slip of the hand. */
const SHORTEST = 8;

/** A white field to sign in with pen, mouse or finger; gives the picture when the hand is lifted. */
export function SignaturePad({
  drawn,
  onDrawn,
}: {
  readonly drawn: boolean;
  readonly onDrawn: (png: string | null) => void;
}): ReactNode {
  const t = useTranslations('results');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [points, setPoints] = useState(0);

  useEffect(() => {
    // Asked for just now, it must not hide below the edge of the sheet.
    canvas.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);

  const at = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext('2d');
    if (pen === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.lineWidth = 2.4;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = '#10233f';
    pen.beginPath();
    pen.moveTo(...at(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext('2d');
    if (pen === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(event));
    pen.stroke();
    setPoints((n) => n + 1);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (points >= SHORTEST) onDrawn(pngOf(event.currentTarget));
  };
  const clear = (): void => {
    const box = canvas.current;
    box?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setPoints(0);
    onDrawn(null);
    box?.focus();
  };
  return (
    <div>
      <canvas
        ref={canvas}
        className={styles.pad}
        width={WIDTH}
        height={HEIGHT}
        tabIndex={0}
        role="img"
        aria-label={drawn ? t('drawn') : t('draw')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className={styles.padFoot}>
        <p>{t('drawHint')}</p>
        {drawn && (
          <Button size="small" onPress={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** base64url, without the data address around it. */
function pngOf(canvas: HTMLCanvasElement): string {
  return canvas
    .toDataURL('image/png')
    .replace(/^data:image\/png;base64,/, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
