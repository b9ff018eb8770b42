import type { Score } from '../../domain/ticket/events.ts';
import type { ClipName } from '../../domain/voice/spoken.ts';
import type { viKiosk } from '../messages/vi-kiosk.ts';

/** Sentences of the kiosk that are read aloud as they stand: those with nothing to fill in. */
export const spokenKeys = [
  'title',
  'priority',
  'priorityHint',
  'choosePriority',
  'priorityNote',
  'card',
  'cardHint',
  'cardRead',
  'cardReadHint',
  'slipReadHint',
  'resultReadyHint',
  'appointmentHint',
  'dueSlipHint',
  'codeBad',
  'codeBadHint',
  'code',
  'codeHint',
  'typeCode',
  'typeCodeHint',
  'noCounter',
  'done',
  'yourNumber',
  'ahead',
  'wait',
  'waitUnknown',
  'booked',
  'calledFrom',
  'listen',
  'noPaper',
  'noPaperHint',
  'noPaperAhead',
  'noPrinterAhead',
  'refused',
  'refusedHint',
  'holdsNumber',
  'holdsNumberHint',
  'noHall',
  'noHallHint',
  'closed',
  'closedHint',
  'rateWhich',
  'rateHow',
  'rateNote',
  'rateThanks',
] as const satisfies readonly (keyof typeof viKiosk)[];

export type SpokenKey = (typeof spokenKeys)[number];

/** 'cardHint' → 'kiosk-card-hint': names of clips are file names, alike on any disk. */
export function sentenceClip(key: SpokenKey): ClipName {
  return `kiosk-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export const seriesClip = (letter: string): ClipName => `linh-vuc-${letter.toLowerCase()}`;
export const hintClip = (letter: string): ClipName => `viec-${letter.toLowerCase()}`;
export const scoreClip = (score: Score): ClipName => `muc-${score}`;
export const priorityClip = (id: string): ClipName => `dien-${id}`;

/** Words between numbers. */
export const joinClips = {
  vi: {
    under: 'dưới',
    to: 'đến',
    minutes: 'phút',
    hour: 'giờ',
    people: 'người',
    waiting: 'người đang chờ',
    nobody: 'không có ai',
  },
  en: {
    under: 'under',
    to: 'to',
    minutes: 'minutes',
    hour: 'o’clock',
    people: 'people',
    waiting: 'people waiting',
    nobody: 'nobody',
  },
} as const;
export type JoinWord = keyof (typeof joinClips)['vi'];
export const joinClip = (word: JoinWord): ClipName => `noi-${word}`;
