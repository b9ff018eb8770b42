import { useLayoutEffect, useState, type RefObject } from 'react';
import { create } from 'zustand';

/** How far the sheet is drawn together so that it fits: 1 the person folds, 2 the procedure too, 3 rows dense. */
export type Fit = 0 | 1 | 2 | 3;

const next = { 0: 1, 1: 2, 2: 3, 3: 3 } as const satisfies Record<Fit, Fit>;

/** The one sheet there is. */
const useSteps = create<{ readonly about: string; readonly step: Fit }>(() => ({ about: '', step: 0 }));

/**
 * Measures before anything is painted: begins open, and takes one step after another until nothing must scroll.
 * @param about what the room depends on; when it changes, it is measured anew
 */
export function useFit(sheet: RefObject<HTMLElement | null>, about: string): Fit {
  const fit = useSteps();
  const step = fit.about === about ? fit.step : 0;
  useLayoutEffect(() => {
    const box = sheet.current?.parentElement ?? null;
    if (box === null) return;
    const overflows = box.scrollHeight > box.clientHeight;
    if (overflows && step < 3) useSteps.setState({ about, step: next[step] });
    else if (fit.about !== about) useSteps.setState({ about, step });
  }, [sheet, about, step, fit.about]);
  return step;
}

/** Measured again when the window or the size of the text changes. */
export function useRoom(): string {
  const [room, setRoom] = useState('');
  useLayoutEffect(() => {
    const measure = (): void =>
      setRoom(`${window.innerWidth}x${window.innerHeight} ${document.documentElement.dataset['text'] ?? ''}`);
    measure();
    const looks = new MutationObserver(measure);
    looks.observe(document.documentElement, { attributeFilter: ['data-text'] });
    window.addEventListener('resize', measure);
    // Letters of the right width come a moment after the first drawing.
    void document.fonts.ready.then(() => setRoom((now) => `${now} `));
    return () => {
      looks.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);
  return room;
}
