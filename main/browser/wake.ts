import type { Clock } from '../desk/ports.ts';

const STEP_MS = 5000;
/** A busy computer can be late by seconds; a minute is a closed lid. */
const ASLEEP_MS = 60_000;
/** A draft is saved at most 1 s after the last keystroke; what was typed before the lid closed is saved first. */
const SAVE_MS = 1200;

/**
 * Without Electron nobody says that the computer slept: a step of the clock that took a minute too long does.
 * @param woke called once per sleep, a moment after waking up
 * @returns ends the watch
 */
export function watchForSleep(clock: Clock, woke: () => void): () => void {
  let cancelLock = (): void => {};
  let cancel = (): void => {};
  const step = (): void => {
    const before = clock.now();
    cancel = clock.after(STEP_MS, () => {
      if (clock.now() - before > STEP_MS + ASLEEP_MS) {
        cancelLock();
        cancelLock = clock.after(SAVE_MS, woke);
      }
      step();
    });
  };
  step();
  return () => {
    cancel();
    cancelLock();
  };
}
