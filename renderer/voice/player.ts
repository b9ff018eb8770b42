import type { ClipName, Language } from '../../domain/voice/spoken.ts';
import { fromBase64url } from '../app/base64url.ts';
import { desk } from '../app/desk-client.ts';

/** Seconds between two clips: of one number hardly any, so that it is heard as one. */
const GAP_S = 0.04;
const RESUME_MS = 300;

/** Says clips one after the other. One thing at a time: what is asked while it speaks comes after. */
export interface Player {
  /** @returns when the last clip has ended; false: the browser lets no sound out before somebody touches the page */
  say(clips: readonly ClipName[], language: Language): Promise<boolean>;
  /** Ends what is being said, and forgets what waits. */
  stop(): void;
  /** Somebody touched the page: sound is allowed from here. */
  wake(): Promise<boolean>;
}

export function createPlayer(): Player {
  let context: AudioContext | null = null;
  const kept = new Map<string, Promise<AudioBuffer>>();
  let turn: Promise<unknown> = Promise.resolve();
  let round = 0;
  let playing: AudioBufferSourceNode[] = [];

  const audio = (): AudioContext => (context ??= new AudioContext({ latencyHint: 'playback' }));

  const clip = (language: Language, name: ClipName): Promise<AudioBuffer> => {
    const key = `${language}/${name}`;
    const loaded =
      kept.get(key) ??
      desk('voice.clip', { language, name }).then(({ audio: coded }) =>
        audio().decodeAudioData(fromBase64url(coded).buffer),
      );
    kept.set(key, loaded);
    loaded.catch(() => kept.delete(key));
    return loaded;
  };

  /** Where the browser forbids sound, resuming never settles: it is not waited for long. */
  const canSound = async (): Promise<boolean> => {
    const own = audio();
    if (own.state !== 'running') await Promise.race([own.resume(), new Promise((r) => setTimeout(r, RESUME_MS))]);
    return own.state === 'running';
  };

  const play = async (clips: readonly ClipName[], language: Language, mine: number): Promise<boolean> => {
    const buffers = await Promise.all(clips.map((name) => clip(language, name)));
    if (mine !== round) return true;
    if (!(await canSound())) return false;
    const own = audio();
    let at = own.currentTime + 0.02;
    const sources = buffers.map((buffer) => {
      const source = new AudioBufferSourceNode(own, { buffer });
      source.connect(own.destination);
      source.start(at);
      at += buffer.duration + GAP_S;
      return source;
    });
    playing = sources;
    const last = sources.at(-1);
    if (last !== undefined) await new Promise((resolve) => last.addEventListener('ended', resolve, { once: true }));
    return true;
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
      for (const source of playing) source.stop();
      playing = [];
    },
    async wake() {
      await audio().resume();
      return audio().state === 'running';
    },
  };
}
