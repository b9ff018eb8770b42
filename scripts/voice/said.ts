import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { scores } from '../../domain/ticket/events.ts';
import { INVITE } from '../../domain/voice/call.ts';
import {
  letterClip,
  letterNames,
  numberClips,
  placeClips,
  type ClipName,
  type Language,
} from '../../domain/voice/spoken.ts';
import {
  hintClip,
  joinClip,
  joinClips,
  priorityClip,
  scoreClip,
  sentenceClip,
  seriesClip,
  spokenKeys,
  type JoinWord,
} from '../../renderer/kiosk/spoken-keys.ts';
import { enKiosk } from '../../renderer/messages/en-kiosk.ts';
import { viDisplay, viKiosk } from '../../renderer/messages/vi-kiosk.ts';

/** What each clip of the program says, word for word: from the same texts the screens show. */
export type Said = Readonly<Record<ClipName, string>>;

const named = z.object({ vi: z.string(), en: z.string() });
const hallSchema = z.object({
  series: z.array(z.object({ letter: z.string(), name: named, hint: named })),
  priorities: z.array(z.object({ id: z.string(), name: named })),
});

export function saidIn(language: Language): Said {
  return { ...(language === 'vi' ? callWords() : englishNumbers()), ...kioskWords(language) };
}

/** Of the calls in the waiting room; they are made in Vietnamese alone. */
function callWords(): Said {
  const numbers = Object.entries(numberClips.vi).map(([word, clip]) => [clip, word] as const);
  const letters = Object.entries(letterNames).map(([letter, name]) => [letterClip(letter), name] as const);
  const places = Object.entries(placeClips).map(([word, clip]) => [clip, `${viDisplay.to} ${word}`] as const);
  return Object.fromEntries([[INVITE, viDisplay.invite], ...numbers, ...letters, ...places]);
}

function englishNumbers(): Said {
  const numbers = Object.entries(numberClips.en).map(([word, clip]) => [clip, word] as const);
  const letters = Object.keys(letterNames).map((letter) => [letterClip(letter), letter] as const);
  return Object.fromEntries([...numbers, ...letters]);
}

function kioskWords(language: Language): Said {
  const words = language === 'vi' ? viKiosk : enKiosk;
  const hall = hallSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'catalogue', 'hall.json'), 'utf8')),
  );
  const joins = Object.entries(joinClips[language]) as [JoinWord, string][];
  return Object.fromEntries([
    ...spokenKeys.map((key) => [sentenceClip(key), words[key]] as const),
    ...joins.map(([word, text]) => [joinClip(word), text] as const),
    ...hall.series.flatMap(({ letter, name, hint }) => [
      [seriesClip(letter), name[language]] as const,
      [hintClip(letter), hint[language]] as const,
    ]),
    ...scores.map((score) => [scoreClip(score), words.scores[score]] as const),
    ...hall.priorities.map(({ id, name }) => [priorityClip(id), name[language]] as const),
  ]);
}
