import { useEffect } from 'react';
import { desk } from './desk-client.ts';

const EVERY_MS = 30_000;

/** Tells the desk that somebody is at work, at most every 30 s; else it locks the screen. */
export function useActivity(): void {
  useEffect(() => {
    let last = -EVERY_MS;
    const onInput = (event: Event): void => {
      if (event.timeStamp - last < EVERY_MS) return;
      last = event.timeStamp;
      // Locked meanwhile: the session's own topic says so.
      desk('session.active', {}).catch(() => undefined);
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, onInput, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onInput, { capture: true });
    };
  }, []);
}
