import type { KioskTicket, KioskView } from '../../contract/desk/screens.ts';
import type { Language } from '../../domain/voice/spoken.ts';
import type { DeskProblem } from '../app/desk-client.ts';

/** Where a citizen is at the kiosk. Nothing of it outlives the return to the start. */
export type Step = 'start' | 'priority' | 'code' | 'rate' | 'thanks' | 'taking' | 'done' | 'refused';

export interface Kiosk {
  readonly step: Step;
  readonly language: Language;
  /** Buttons below 1.2 m (hạ nút xuống). */
  readonly isLow: boolean;
  readonly isBlack: boolean;
  /** Id of the priority class chosen. */
  readonly priority: string | null;
  /** What was scanned, as it came: an ID card goes along with the ticket. */
  readonly card: string | null;
  /** Return code of a guidance slip, or the code of a receipt slip (giấy hẹn). */
  readonly slip: string | null;
  /** What that slip gives. */
  readonly gives: 'papers' | 'result' | 'appointment' | 'number';
  /** What became of the last scan. */
  readonly scan: 'none' | 'card' | 'slip' | 'bad';
  /** The eight letters of a return code as typed so far. */
  readonly typed: string;
  /** Whose number was touched to say how content they were. */
  readonly rating: KioskView['toRate'][number] | null;
  readonly ticket: KioskTicket | null;
  readonly problem: DeskProblem | null;
}

export const atStart: Kiosk = {
  step: 'start',
  language: 'vi',
  isLow: false,
  isBlack: false,
  priority: null,
  card: null,
  slip: null,
  gives: 'number',
  scan: 'none',
  typed: '',
  rating: null,
  ticket: null,
  problem: null,
};

export type KioskAct =
  /** Nobody has touched anything for a while, or somebody has finished. */
  | { readonly kind: 'home' }
  | { readonly kind: 'open'; readonly step: 'start' | 'priority' | 'code' | 'rate' }
  | { readonly kind: 'rateFor'; readonly ticket: KioskView['toRate'][number] }
  /** Said how content they are. */
  | { readonly kind: 'rated' }
  | { readonly kind: 'language' }
  | { readonly kind: 'low' }
  | { readonly kind: 'black' }
  | { readonly kind: 'priority'; readonly id: string | null }
  | { readonly kind: 'card'; readonly text: string }
  | { readonly kind: 'slip'; readonly code: string; readonly gives: Kiosk['gives'] }
  | { readonly kind: 'badScan' }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'take' }
  | { readonly kind: 'taken'; readonly ticket: KioskTicket }
  | { readonly kind: 'refused'; readonly problem: DeskProblem };

/** Letters of a return code (Crockford's, without I, L, O, U); dotted pairs cannot be confused. */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

export function kioskAfter(kiosk: Kiosk, act: KioskAct): Kiosk {
  switch (act.kind) {
    case 'home':
      return atStart;
    case 'open':
      return { ...kiosk, step: act.step, typed: '', rating: null, problem: null, scan: goodScan(kiosk) };
    case 'rateFor':
      return { ...kiosk, rating: act.ticket };
    case 'rated':
      return { ...kiosk, step: 'thanks' };
    case 'language':
      return { ...kiosk, language: kiosk.language === 'vi' ? 'en' : 'vi' };
    case 'low':
      return { ...kiosk, isLow: !kiosk.isLow };
    case 'black':
      return { ...kiosk, isBlack: !kiosk.isBlack };
    case 'priority':
      return { ...kiosk, step: 'start', priority: act.id };
    case 'card':
      return taking(kiosk) ? kiosk : { ...kiosk, step: 'start', card: act.text, scan: 'card' };
    case 'slip':
      return taking(kiosk) ? kiosk : { ...kiosk, step: 'start', slip: act.code, gives: act.gives, scan: 'slip' };
    case 'badScan':
      return taking(kiosk) ? kiosk : { ...kiosk, scan: 'bad' };
    case 'letter':
      if (kiosk.typed.length >= CODE_LENGTH || !CODE_LETTERS.includes(act.letter)) return kiosk;
      return { ...kiosk, typed: kiosk.typed + act.letter, scan: goodScan(kiosk) };
    case 'erase':
      return { ...kiosk, typed: kiosk.typed.slice(0, -1), scan: goodScan(kiosk) };
    case 'take':
      // A second touch while the first is on its way takes no second number.
      return kiosk.step === 'start' ? { ...kiosk, step: 'taking', problem: null } : kiosk;
    case 'taken':
      return { ...kiosk, step: 'done', ticket: act.ticket, card: null };
    case 'refused':
      // A second touch on an answer that was taken is no refusal.
      if (kiosk.step === 'thanks') return kiosk;
      return { ...kiosk, step: 'refused', problem: act.problem };
  }
}

const taking = ({ step }: Kiosk): boolean => step === 'taking' || step === 'done';

/** A code that was not read is said until something else is done; what was read before it still holds. */
function goodScan({ scan, slip, card }: Kiosk): Kiosk['scan'] {
  if (scan !== 'bad') return scan;
  return slip !== null ? 'slip' : card !== null ? 'card' : 'none';
}
