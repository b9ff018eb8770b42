import type { Bilingual } from '../text.ts';
import type { PaperRule } from './catalogue.ts';

interface Counted {
  readonly n: number;
  readonly vi: string;
  readonly short: string;
  readonly en: string;
}

function counts(paper: PaperRule): readonly Counted[] {
  const all: readonly Counted[] = [
    { n: paper.originals, vi: 'bản chính', short: 'chính', en: 'original' },
    { n: paper.certifiedCopies ?? 0, vi: 'bản sao có chứng thực', short: 'sao chứng thực', en: 'certified copy' },
    { n: paper.copies, vi: 'bản sao', short: 'sao', en: 'copy' },
  ];
  return all.filter((c) => c.n > 0);
}

const plural = (c: Counted): string => {
  if (c.n === 1) return c.en;
  return c.en.endsWith('copy') ? `${c.en.slice(0, -1)}ies` : `${c.en}s`;
};

/** The count column of a paper row: "1 bản chính", "1 chính, 1 sao", "nếu có", "thông tin". */
export function countText(paper: PaperRule): Bilingual {
  if (paper.need === 'if-any') return { vi: 'nếu có', en: 'if any' };
  const list = counts(paper);
  const [only] = list;
  if (only === undefined) return { vi: 'thông tin', en: 'information' };
  const en = list.map((c) => `${c.n} ${plural(c)}`).join(', ');
  if (list.length === 1) return { vi: `${only.n} ${only.vi}`, en };
  return { vi: list.map((c) => `${c.n} ${c.short}`).join(', '), en };
}

/** What to bring, as the guidance slip says it: "01 bản chính và 01 bản sao". Numbers below 10 with a 0 before. */
export function bringText(paper: PaperRule): Bilingual {
  const list = counts(paper);
  const en = list.map((c) => `${c.n} ${plural(c)}`).join(' and ');
  if (paper.bring !== undefined) return { vi: paper.bring, en: en === '' ? 'the details asked for' : en };
  return { vi: list.map((c) => `${String(c.n).padStart(2, '0')} ${c.vi}`).join(' và '), en };
}
