import { clipsOfNumber, letterClip, letterNames, numberWords, placeClips, type ClipName } from './spoken.ts';

/** A ticket called to a counter. `number` as printed ('B027'), `counter` as the office calls it ('Quầy 3'). */
export interface Call {
  readonly number: string;
  readonly counter: string;
}

/** One call as it is shown, as it is read, and as the clips that say it. */
export interface SpokenCall {
  /** "Mời số B027 đến Quầy 3": the display's words. */
  readonly shown: string;
  /** "Mời số bê hai mươi bảy đến quầy ba": the same words as they are read. */
  readonly said: string;
  /** Null: the counter's name is made of words no clip says; a chime and the display must do. */
  readonly clips: readonly ClipName[] | null;
}

/** Before each call, so that people look up. */
export const CHIME: ClipName = 'chuong';
/** "Mời số" */
export const INVITE: ClipName = 'moi-so';

/**
 * A call in words. Noughts in front are not read: on paper they keep the numbers equally long, aloud they make people
 * miss their own. Where the office gave a counter a name of its own, a clip named like it says it (`counterClip`).
 *
 * @throws RangeError where the number is no ticket's
 */
export function spokenCall(call: Call, own: ReadonlySet<ClipName> = new Set()): SpokenCall {
  const [, letter = '', digits = ''] = /^([A-Z])[ -]?(\d{1,6})$/.exec(call.number.normalize('NFC')) ?? [];
  const name = letterNames[letter];
  if (name === undefined) throw new RangeError(`not a ticket's number: ${call.number}`);
  const number = Number(digits);
  const place = placeOf(call.counter, own);
  return {
    shown: `Mời số ${letter}${digits} đến ${call.counter}`,
    said: `Mời số ${name} ${numberWords(number, 'vi').join(' ')} đến ${place.said}`,
    clips: place.clips === null ? null : [INVITE, letterClip(letter), ...clipsOfNumber(number, 'vi'), ...place.clips],
  };
}

/** Clip of a counter whose name is not a place and a number: 'Tiếp công dân' → 'den-tiep-cong-dan'. */
export function counterClip(counter: string): ClipName {
  const plain = counter
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `den-${plain}`;
}

function placeOf(
  counter: string,
  own: ReadonlySet<ClipName>,
): { readonly said: string; readonly clips: readonly ClipName[] | null } {
  const whole = counterClip(counter);
  if (own.has(whole)) return { said: counter, clips: [whole] };
  const [, place = '', digits = ''] = /^(\p{L}+) (?:số )?(\d{1,3})$/u.exec(counter.normalize('NFC').trim()) ?? [];
  const clip = placeClips[place.toLowerCase()];
  if (clip === undefined) return { said: counter, clips: null };
  const number = Number(digits);
  return {
    said: `${place.toLowerCase()} ${numberWords(number, 'vi').join(' ')}`,
    clips: [clip, ...clipsOfNumber(number, 'vi')],
  };
}
