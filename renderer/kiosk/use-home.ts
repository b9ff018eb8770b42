import { useEffect } from 'react';
import { atStart, type Kiosk } from './state.ts';

/** Nobody touched anything for so long: the next citizen finds the start. */
export const HOME_AFTER_MS = 40_000;

/** Goes back to the start 40 s after the last touch, key or scan; never while a number is on its way. */
export function useHomeAgain(kiosk: Kiosk, home: () => void): void {
  const isAway = kiosk !== atStart && kiosk.step !== 'taking';
  useEffect(() => {
    if (!isAway) return;
    let timer = setTimeout(home, HOME_AFTER_MS);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(home, HOME_AFTER_MS);
    };
    window.addEventListener('pointerdown', again);
    window.addEventListener('keydown', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', again);
      window.removeEventListener('keydown', again);
    };
    // A change of the screen counts as a sign of life too.
  }, [isAway, kiosk, home]);
}
