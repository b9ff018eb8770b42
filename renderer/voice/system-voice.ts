import { within, type Timer } from '../../domain/within.ts';
import { pageTimer } from '../app/page-timer.ts';
import { SLACK_MS } from './player.ts';

/** More than a slow voice takes for one letter, ms. */
const LETTER_MS = 200;

/** Says it with the system's own Vietnamese voice, where it has one; a voice that never ends is cut off. */
export async function systemVoice(
  words: string,
  speech: SpeechSynthesis = speechSynthesis,
  timer: Timer = pageTimer,
): Promise<void> {
  const voice = speech.getVoices().find(({ lang }) => lang.toLowerCase().startsWith('vi'));
  if (voice === undefined) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  const over = new Promise<true>((resolve) => {
    utterance.addEventListener('end', () => resolve(true));
    utterance.addEventListener('error', () => resolve(true));
  });
  speech.speak(utterance);
  if (!(await within(timer, words.length * LETTER_MS + SLACK_MS, over, false))) speech.cancel();
}
