import { useEffect } from 'react';
import { atStart, type Kiosk } from './state.ts';

/** Nobody touched anything for so long: the next citizen finds the start. */
export const HOME_AFTER_MS = 40_000;

/** Whether the time to the start is counted: not while a number is on its way, which has a limit of its own, nor while the screen is read aloud. */
export function isCounted(kiosk: Kiosk, isReading: boolean): boolean {
  return kiosk !== atStart && kiosk.step !== 'taking' && !isReading;
}

/** Goes back to the start 40 s after the last touch, key or scan, or the last word that was read aloud. */
export function useHomeAgain(kiosk: Kiosk, isReading: boolean, home: () => void): void {
  const isAway = isCounted(kiosk, isReading);
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
