import type { Clock, Desk } from '../desk/ports.ts';

/** Electron's powerMonitor, as far as it is needed. */
interface PowerEvents {
  on(event: 'suspend' | 'lock-screen' | 'resume' | 'unlock-screen', listener: () => void): unknown;
}

/** A draft is saved at most 1 s after the last key; so long the page is left to it, out of sight. Milliseconds. */
export const draftTime = 1200;

/**
 * The computer sleeps or its screen locks: every session is locked and the page's process is wiped, so that names and
 * numbers leave its memory. First the draft under way is given the time to be saved; waking up ends that wait.
 */
export function lockWithTheComputer(power: PowerEvents, clock: Clock, desk: Desk, wipePage: () => void): void {
  let cancel: (() => void) | null = null;
  const lock = (): void => {
    cancel?.();
    cancel = null;
    desk.lock();
    wipePage();
  };
  const soon = (): void => {
    cancel ??= clock.after(draftTime, lock);
  };
  const now = (): void => {
    if (cancel !== null) lock();
  };
  power.on('suspend', soon);
  power.on('lock-screen', soon);
  power.on('resume', now);
  power.on('unlock-screen', now);
}
