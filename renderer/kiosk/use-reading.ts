import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KioskView } from '../../contract/desk/screens.ts';
import { desk } from '../app/desk-client.ts';
import { createPlayer } from '../voice/player.ts';
import { readingOf, spokenOf } from './reading.ts';
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
  /** Which press of the button is being answered: what was asked before it ended says nothing more. */
  const press = useRef(0);
  const stop = useCallback(() => {
    press.current += 1;
    player.stop();
    setReading(false);
  }, [player]);
  const start = useCallback(() => {
    if (view === undefined) return;
    press.current += 1;
    const mine = press.current;
    setReading(true);
    const read = async (): Promise<void> => {
      await player.wake();
      const clips = await desk('voice.list', { language: kiosk.language });
      if (mine === press.current) await player.say(spokenOf(readingOf(kiosk, view), clips), kiosk.language);
    };
    read()
      .catch(() => undefined)
      .finally(() => {
        if (mine === press.current) setReading(false);
      });
  }, [player, kiosk, view]);
  const { step, language } = kiosk;
  useEffect(() => stop, [step, language, stop]);
  return useMemo(() => ({ isReading, start, stop }), [isReading, start, stop]);
}
