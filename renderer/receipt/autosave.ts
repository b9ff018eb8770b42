/** Saving while somebody types (decision 10): at most one second after the last key, one save at a time. */

/** Time after the last key, ms; with the time of a save it stays within a second. */
export const SAVE_AFTER_MS = 600;

export interface AutosaveParts {
  /** Saves what stands there now. Rejects where it could not. */
  readonly save: () => Promise<void>;
  /** Whether there is something that is not saved yet. */
  readonly isDirty: () => boolean;
  /** Runs later. @returns takes it back */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onProblem: (thrown: unknown) => void;
}

export interface Autosave {
  /** Something was typed. */
  touch(): void;
  /** Saves at once. @returns when everything typed before the call is saved, or could not be */
  flush(): Promise<void>;
  stop(): void;
}

export function createAutosave({ save, isDirty, after, onProblem }: AutosaveParts): Autosave {
  let takeBack: (() => void) | null = null;
  let running: Promise<void> | null = null;

  const rest = (): void => {
    takeBack?.();
    takeBack = null;
  };
  const run = async (): Promise<void> => {
    rest();
    while (running !== null) await running;
    if (!isDirty()) return;
    running = save()
      .catch(onProblem)
      .finally(() => {
        running = null;
      });
    await running;
  };
  return {
    touch() {
      rest();
      takeBack = after(SAVE_AFTER_MS, () => void run());
    },
    flush: run,
    stop: rest,
  };
}
