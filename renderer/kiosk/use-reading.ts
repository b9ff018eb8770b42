import { useCallback, useEffect, useMemo, useState } from 'react';
import type { KioskView } from '../../contract/desk/screens.ts';
import { createPlayer } from '../voice/player.ts';
import { readingOf } from './reading.ts';
import type { Kiosk } from './state.ts';

export interface Reading {
  readonly isReading: boolean;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Reads the screen aloud when asked (Đọc to); another screen or a touch ends it. */
export function useReading(kiosk: Kiosk, view: KioskView | undefined): Reading {
  const [isReading, setReading] = useState(false);
  const player = useMemo(() => createPlayer(), []);
  const stop = useCallback(() => {
    player.stop();
    setReading(false);
  }, [player]);
  const start = useCallback(() => {
    if (view === undefined) return;
    setReading(true);
    player
      .wake()
      .then(() => player.say(readingOf(kiosk, view), kiosk.language))
      .catch(() => undefined)
      .finally(() => setReading(false));
  }, [player, kiosk, view]);
  const { step, language } = kiosk;
  useEffect(() => stop, [step, language, stop]);
  return useMemo(() => ({ isReading, start, stop }), [isReading, start, stop]);
}
