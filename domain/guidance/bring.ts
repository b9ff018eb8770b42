import type { PaperRule } from '../procedure/catalogue.ts';
import { bringText } from '../procedure/paper-text.ts';
import type { WrongReason } from './reasons.ts';

/** How many of each the citizen must bring, as the columns of Mẫu 02 count them. */
export interface Counts {
  readonly originals: number;
  /** Bản chứng thực. */
  readonly certified: number;
  /** Bản photo. */
  readonly copies: number;
}

/** A copy that was not certified is asked for again certified; otherwise the catalogue's counts. */
export function countsToBring(paper: PaperRule, why: WrongReason | null): Counts {
  const { originals, copies } = paper;
  const certified = paper.certifiedCopies ?? 0;
  if (why !== 'uncertified') return { originals, certified, copies };
  // Only an original is asked for: a certified copy of it was meant.
  return copies + certified === 0
    ? { originals: 0, certified: Math.max(1, originals), copies: 0 }
    : { originals, certified: certified + copies, copies: 0 };
}

/**
 * What exactly to bring (cần mang), proposed from the catalogue and the reason; the officer may change it. A paper that
 * is only shown is not to be handed in, and the phrase says so.
 */
export function proposedBring(paper: PaperRule, why: WrongReason | null): string {
  const base = why === 'uncertified' ? counted(countsToBring(paper, why)) : bringText(paper).vi;
  const shown = paper.group === 'present' ? `${base}, chỉ để xuất trình` : base;
  switch (why) {
    case 'expired':
      return `${shown}, còn hạn`;
    case 'altered':
      return `${shown}, không tẩy xóa`;
    case 'unsigned':
      return `${shown}, có đủ chữ ký`;
    case 'uncertified':
    case 'other':
    case null:
      return shown;
  }
}

function counted({ originals, certified, copies }: Counts): string {
  return [
    { n: originals, words: 'bản chính' },
    { n: certified, words: 'bản sao có chứng thực' },
    { n: copies, words: 'bản sao' },
  ]
    .filter(({ n }) => n > 0)
    .map(({ n, words }) => `${String(n).padStart(2, '0')} ${words}`)
    .join(' và ');
}
