import type { CivilDate } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';
import type { Sex } from './person.ts';

/** What the QR of an ID card says of its holder (Thẻ căn cước công dân, Thẻ căn cước). */
export interface CardPerson {
  /** 12 digits. */
  readonly personalId: string;
  /** Old 9-digit number; null where the card names none. */
  readonly oldId: string | null;
  readonly name: string;
  readonly birthDate: CivilDate | null;
  readonly sex: Sex | null;
  /** As written on the card, mostly with the district of before 1/7/2025. */
  readonly address: string;
  readonly issueDate: CivilDate | null;
}

/** What was done to the scanned text before it read so. */
export interface Repair {
  readonly kind: 'normal-form' | 'mojibake' | 'separator' | 'letter-case' | 'sex';
  readonly text: Bilingual;
}

export interface CardProblem {
  /** QR-01 marks damaged, QR-02 a part is missing. */
  readonly code: 'QR-01' | 'QR-02';
  /** The damaged word, or what was read of the card, for showing. */
  readonly found: string;
  /** What happened and what is safe. */
  readonly text: Bilingual;
  readonly todo: Bilingual;
}

export type CardFormat = 'cccd-2021' | 'can-cuoc-2024' | 'unknown-order';

export type CardReading =
  | {
      readonly kind: 'read';
      readonly person: CardPerson;
      readonly format: CardFormat;
      /** `confirm`: shown for a look before it counts. */
      readonly confidence: 'certain' | 'confirm';
      readonly repairs: readonly Repair[];
      /** Fields with no place in CardPerson: cancelled numbers, names of parents. */
      readonly extra: readonly string[];
    }
  | { readonly kind: 'ask'; readonly problem: CardProblem; readonly partial: Partial<CardPerson> }
  | { readonly kind: 'not-a-card' };

export function damagedMarks(found: string): CardProblem {
  return {
    code: 'QR-01',
    found,
    text: {
      vi: `Mã thẻ đọc bị sai dấu: “${found}”. Chưa điền gì vào hồ sơ.`,
      en: `The card code was read with broken marks: “${found}”. Nothing has been filled in.`,
    },
    todo: {
      vi: 'Quét lại mặt sau, hoặc gõ họ tên.',
      en: 'Scan the back again, or type the name.',
    },
  };
}

export function partMissing(found: string): CardProblem {
  return {
    code: 'QR-02',
    found,
    text: {
      vi: 'Mã thẻ đọc thiếu một phần. Chưa điền gì vào hồ sơ.',
      en: 'A part of the card code is missing. Nothing has been filled in.',
    },
    todo: {
      vi: 'Quét lại, giữ thẻ yên đến khi có tiếng bíp, hoặc gõ thông tin.',
      en: 'Scan again, holding the card still until the beep, or type the details.',
    },
  };
}

export const repairs: Readonly<Record<Repair['kind'], Repair>> = {
  'normal-form': repair('normal-form', 'Dấu tách rời đã ghép vào chữ', 'Separate marks were joined to their letters'),
  mojibake: repair('mojibake', 'Bảng mã đã được chuyển về Unicode', 'The code page was turned back into Unicode'),
  separator: repair('separator', 'Dấu ngăn các phần đã được khôi phục', 'The separators were restored'),
  'letter-case': repair(
    'letter-case',
    'Chữ hoa, chữ thường đã được đảo lại',
    'Capital and small letters were turned back',
  ),
  sex: repair('sex', 'Giới tính lấy theo số định danh', 'The sex was taken from the personal number'),
};

function repair(kind: Repair['kind'], vi: string, en: string): Repair {
  return { kind, text: { vi, en } };
}
