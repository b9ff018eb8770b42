import type { ClipName, Language } from '../../domain/voice/spoken.ts';
import { within, type Timer } from '../../domain/within.ts';
import { fromBase64url } from '../app/base64url.ts';
import { desk } from '../app/desk-client.ts';
import { pageTimer } from '../app/page-timer.ts';

/** Seconds between two clips: of one number hardly any, so that it is heard as one. */
const GAP_S = 0.04;
const RESUME_MS = 300;
/** What is said takes as long as its clips, and so much more, ms, where the sound device is slow. */
export const SLACK_MS = 2000;

/** Says clips one after the other. One thing at a time: what is asked while it speaks comes after. */
export interface Player {
  /**
   * @returns when the last clip has ended; false: the browser lets no sound out before somebody touches the page, or its
   * sound device is gone
   */
  say(clips: readonly ClipName[], language: Language): Promise<boolean>;
  /** Ends what is being said, and forgets what waits. */
  stop(): void;
  /** Somebody touched the page: sound is allowed from here. */
  wake(): Promise<boolean>;
}

/** What the player needs of its page. */
export interface PlayerParts {
  readonly open: () => AudioContext;
  /** The coded recording. @throws DeskProblem GN-02: there is none */
  readonly load: (language: Language, name: ClipName) => Promise<ArrayBuffer>;
  readonly timer: Timer;
}

const ofPage: PlayerParts = {
  open: () => new AudioContext({ latencyHint: 'playback' }),
  load: async (language, name) => fromBase64url((await desk('voice.clip', { language, name })).audio).buffer,
  timer: pageTimer,
};

export function createPlayer({ open, load, timer }: PlayerParts = ofPage): Player {
  let context: AudioContext | null = null;
  const kept = new Map<string, Promise<AudioBuffer>>();
  let turn: Promise<unknown> = Promise.resolve();
  let round = 0;
  let silence = (): void => undefined;

  const audio = (): AudioContext => (context ??= open());

  /** A device that is gone (a cable pulled out) ends no clip and says nothing of it: what comes next finds another. */
  const leave = (gone: AudioContext): void => {
    if (context === gone) context = null;
    gone.close().catch(() => undefined);
  };

  const clip = (language: Language, name: ClipName): Promise<AudioBuffer> => {
    const key = `${language}/${name}`;
    const loaded = kept.get(key) ?? load(language, name).then((coded) => audio().decodeAudioData(coded));
    kept.set(key, loaded);
    loaded.catch(() => kept.delete(key));
    return loaded;
  };

  /** Where the browser forbids sound, resuming never settles: it is not waited for long. */
  const canSound = async (): Promise<boolean> => {
    const own = audio();
    if (own.state !== 'running') await within(timer, RESUME_MS, own.resume(), undefined);
    return own.state === 'running';
  };

  const play = async (clips: readonly ClipName[], language: Language, mine: number): Promise<boolean> => {
    const buffers = await Promise.all(clips.map((name) => clip(language, name)));
    if (mine !== round) return true;
    if (!(await canSound())) return false;
    if (mine !== round || buffers.length === 0) return true;
    const own = audio();
    let at = own.currentTime + 0.02;
    const sources = buffers.map((buffer) => {
      const source = own.createBufferSource();
      source.buffer = buffer;
      source.connect(own.destination);
      source.start(at);
      at += buffer.duration + GAP_S;
      return source;
    });
    const over = new Promise<boolean>((resolve) => {
      sources.at(-1)?.addEventListener('ended', () => resolve(true), { once: true });
      silence = () => {
        for (const source of sources) source.stop();
        resolve(true);
      };
    });
    const lengthMs = (at - own.currentTime) * 1000;
    const isHeard = await within(timer, lengthMs + SLACK_MS, over, false);
    silence = () => undefined;
    if (!isHeard) leave(own);
    return isHeard;
  };

  return {
    say(clips, language) {
      const mine = round;
      const done = turn.then(() => (mine === round ? play(clips, language, mine) : true));
      turn = done.catch(() => undefined);
      return done;
    },
    stop() {
      round += 1;
      silence();
    },
    async wake() {
      await within(timer, SLACK_MS, audio().resume(), undefined);
      return audio().state === 'running';
    },
  };
}
