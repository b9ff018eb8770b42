import { useEffect, useMemo, useRef, useState } from 'react';
import type { DisplayView, VoiceClip } from '../../contract/desk/screens.ts';
import { CHIME, spokenCall } from '../../domain/voice/call.ts';
import { beginVoice, ended, hear, type Announcement, type VoiceQueue } from '../../domain/voice/queue.ts';
import { useDesk } from '../app/queries.ts';
import { createPlayer, type Player } from '../voice/player.ts';
import { systemVoice } from '../voice/system-voice.ts';

/** A new call stands inverted for so long; the next one waits for it, so that eye and ear are told the same. */
export const SHOWN_MS = 6000;

export interface Voice {
  /** The call that is being said now; null: none. */
  readonly saying: Announcement | null;
  /** The browser lets no sound out until somebody touches the page. */
  readonly isMuted: boolean;
  readonly wake: () => void;
}

/** Says each call of the hall once, in turn, or shows it as long where another display of the room speaks; none of those that stood there when the display began. */
export function useVoice(view: DisplayView | undefined): Voice {
  const [queue, setQueue] = useState<VoiceQueue | null>(null);
  const [isMuted, setMuted] = useState(false);
  const player = useMemo(() => createPlayer(), []);
  const { data: clips } = useDesk('voice.list', { language: 'vi' }, ['session']);
  const known = useRef<readonly VoiceClip[]>([]);
  useEffect(() => {
    known.current = clips ?? [];
  }, [clips]);

  const speaks = view?.speaks !== false;
  const calls = view?.calls;
  const [heard, setHeard] = useState<DisplayView['calls'] | undefined>(undefined);
  if (calls !== undefined && calls !== heard) {
    setHeard(calls);
    const oldestFirst = calls.toReversed();
    setQueue((before) => (before === null ? beginVoice(oldestFirst) : hear(before, oldestFirst)));
  }

  const saying = queue?.saying ?? null;
  useEffect(() => {
    if (saying === null) return;
    let isOver = false;
    const shown = new Promise((resolve) => setTimeout(resolve, SHOWN_MS));
    const said = (speaks ? announce(player, saying, known.current) : Promise.resolve(true)).then(
      (heard) => setMuted(!heard),
      () => undefined,
    );
    void Promise.all([shown, said]).then(() => {
      if (!isOver) setQueue((before) => (before === null ? before : ended(before)));
    });
    return () => {
      isOver = true;
    };
  }, [saying, player, speaks]);

  return {
    saying,
    isMuted,
    wake: () => void player.wake().then((isAwake) => setMuted(!isAwake)),
  };
}

/** Chime and sentence; where a clip is missing, the system's own Vietnamese voice, and without one the chime alone. */
async function announce(player: Player, call: Announcement, known: readonly VoiceClip[]): Promise<boolean> {
  const names = new Set(known.map(({ name }) => name));
  const own = new Set(known.filter((clip) => clip.own).map(({ name }) => name));
  const { clips, said } = spokenCall(call, own);
  const chime = names.has(CHIME) ? [CHIME] : [];
  if (clips?.every((clip) => names.has(clip)) === true) return player.say([...chime, ...clips], 'vi');
  const heard = await player.say(chime, 'vi');
  await systemVoice(said);
  return heard;
}
