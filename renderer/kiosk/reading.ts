import type { KioskTicket, KioskView, VoiceClip } from '../../contract/desk/screens.ts';
import type { LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { scores } from '../../domain/ticket/events.ts';
import { clipsOfNumber, letterClip, type ClipName, type Language } from '../../domain/voice/spoken.ts';
import type { WaitRange } from '../../domain/voice/wait-words.ts';
import {
  hintClip,
  joinClip,
  priorityClip,
  scoreClip,
  sentenceClip,
  seriesClip,
  type SpokenKey,
} from './spoken-keys.ts';
import type { Kiosk } from './state.ts';

/** What the kiosk reads aloud of the screen as it stands: what is to be seen, from the top. */
export function readingOf(kiosk: Kiosk, view: KioskView): readonly ClipName[] {
  const { language } = kiosk;
  const say = (...keys: SpokenKey[]): ClipName[] => keys.map(sentenceClip);
  if (kiosk.step === 'done' && kiosk.ticket !== null) return ticketReading(kiosk.ticket, language);
  if (kiosk.step === 'refused') return refusedReading(kiosk.problem, language);
  if (view.state === 'none') return say('noHall', 'noHallHint');
  if (view.state === 'closed') return say('closed', 'closedHint');
  switch (kiosk.step) {
    case 'priority':
      return [...say('choosePriority'), ...view.priorities.map(({ id }) => priorityClip(id)), ...say('priorityNote')];
    case 'code':
      return kiosk.scan === 'bad' ? say('codeBad', 'typeCode') : say('typeCode', 'typeCodeHint');
    case 'rate':
      return kiosk.rating === null ? say('rateWhich', 'rateNote') : rateReading(kiosk.rating.number, language);
    case 'thanks':
      return say('rateThanks');
    case 'start':
    case 'taking':
    case 'done':
      return [
        ...say('title'),
        ...(view.printer === null ? [] : say(paperKey(view.printer))),
        ...view.series.flatMap((row) => seriesReading(row, language)),
        ...say('priority', 'priorityHint'),
        ...scanReading(kiosk),
      ];
  }
}

/** What of it there are clips for: a field that was added without one is not said, and all else is. */
export function spokenOf(reading: readonly ClipName[], clips: readonly Pick<VoiceClip, 'name'>[]): readonly ClipName[] {
  const names = new Set(clips.map(({ name }) => name));
  return reading.filter((name) => names.has(name));
}

/** The number that a person of this card holds already (HC-08); null: it was refused for another reason. */
export function heldNumber(problem: Kiosk['problem']): string | null {
  return problem?.code === 'HC-08' ? (problem.params['number'] ?? null) : null;
}

/** Why no number was taken, and what to do: of who holds one, which it is. */
function refusedReading(problem: Kiosk['problem'], language: Language): readonly ClipName[] {
  const number = heldNumber(problem);
  if (number === null) return [sentenceClip('refused'), sentenceClip('refusedHint')];
  return [
    sentenceClip('refused'),
    sentenceClip('holdsNumber'),
    ...numberReading(number, language),
    sentenceClip('holdsNumberHint'),
  ];
}

/** @param number as it stands on the ticket: a letter and digits */
function numberReading(number: string, language: Language): readonly ClipName[] {
  return [letterClip(number.slice(0, 1)), ...clipsOfNumber(Number(number.slice(1)), language)];
}

/** No paper is one thing, a printer that does not work another. */
export function paperKey(trouble: NonNullable<KioskView['printer']>): 'noPaperAhead' | 'noPrinterAhead' {
  return trouble === 'paper-out' ? 'noPaperAhead' : 'noPrinterAhead';
}

/** What a slip that was read is good for. */
export const slipHints = {
  papers: 'slipReadHint',
  result: 'resultReadyHint',
  appointment: 'appointmentHint',
  number: 'dueSlipHint',
} as const satisfies Record<Kiosk['gives'], SpokenKey>;

function rateReading(number: string, language: Language): readonly ClipName[] {
  return [
    sentenceClip('yourNumber'),
    ...numberReading(number, language),
    sentenceClip('rateHow'),
    ...scores.map(scoreClip),
    sentenceClip('rateNote'),
  ];
}

function scanReading({ scan, gives }: Pick<Kiosk, 'scan' | 'gives'>): readonly ClipName[] {
  const say = (...keys: SpokenKey[]): ClipName[] => keys.map(sentenceClip);
  switch (scan) {
    case 'none':
      return say('card', 'cardHint');
    case 'card':
      return say('cardRead', 'cardReadHint');
    case 'slip':
      return say(slipHints[gives]);
    case 'bad':
      return say('codeBad', 'codeBadHint');
  }
}

function seriesReading(row: KioskView['series'][number], language: Language): readonly ClipName[] {
  const { letter, kind, served, ahead } = row;
  const name = [...(kind === 'unknown' ? [] : [letterClip(letter)]), seriesClip(letter), hintClip(letter)];
  if (!served) return [...name, sentenceClip('noCounter')];
  const people = ahead === 0 ? [joinClip('nobody')] : [...clipsOfNumber(ahead, language), joinClip('waiting')];
  return [...name, ...waitReading(row.wait, language), ...people];
}

function waitReading(wait: WaitRange | null, language: Language): readonly ClipName[] {
  if (wait === null) return [];
  const to = clipsOfNumber(wait.to, language);
  if (wait.from <= 0) return [joinClip('under'), ...to, joinClip('minutes')];
  if (wait.from >= wait.to) return [...to, joinClip('minutes')];
  return [...clipsOfNumber(wait.from, language), joinClip('to'), ...to, joinClip('minutes')];
}

function ticketReading(ticket: KioskTicket, language: Language): readonly ClipName[] {
  const number = clipsOfNumber(Number(ticket.number.slice(1)), language);
  return [
    ...(ticket.printed ? [sentenceClip('done')] : [sentenceClip('noPaper')]),
    sentenceClip('yourNumber'),
    letterClip(ticket.series),
    ...number,
    ...(ticket.booked === null ? lineReading(ticket, language) : bookedReading(ticket.booked, language)),
    sentenceClip(ticket.printed ? 'listen' : 'noPaperHint'),
  ];
}

function lineReading({ ahead, wait }: KioskTicket, language: Language): readonly ClipName[] {
  return [
    sentenceClip('ahead'),
    ...(ahead === 0 ? [joinClip('nobody')] : [...clipsOfNumber(ahead, language), joinClip('people')]),
    ...(wait === null ? [] : [sentenceClip('wait'), ...waitReading(wait, language)]),
  ];
}

function bookedReading({ at, from }: NonNullable<KioskTicket['booked']>, language: Language): readonly ClipName[] {
  return [
    sentenceClip('booked'),
    ...timeReading(at, language),
    sentenceClip('calledFrom'),
    ...timeReading(from, language),
  ];
}

/** "9 giờ 25 phút", "9 giờ"; in English the figures alone, "9 0 5", "9 o’clock". */
function timeReading(at: LocalDateTime, language: Language): readonly ClipName[] {
  const [hour, minute] = [Number(at.slice(11, 13)), Number(at.slice(14, 16))];
  const hours = clipsOfNumber(hour, language);
  const minutes = clipsOfNumber(minute, language);
  if (language === 'en') {
    if (minute === 0) return [...hours, joinClip('hour')];
    return [...hours, ...(minute < 10 ? clipsOfNumber(0, language) : []), ...minutes];
  }
  return [...hours, joinClip('hour'), ...(minute === 0 ? [] : [...minutes, joinClip('minutes')])];
}
