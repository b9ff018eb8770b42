import type { Bilingual } from '../../text.ts';
import type { DossierHandedOver, DossierHandoverAccepted, DossierPaperFound, Purpose } from '../events/handover.ts';
import type { CarriedPaper } from '../events/common.ts';
import { facts, names, papers, told, type Told } from './told.ts';

/** Paper that changes hands. */

export function handedOverLine({ batch, purpose, to, papers: carried }: DossierHandedOver): Told {
  const { vi, en } = given(purpose);
  return told(facts({ vi: `${vi} ${to.place}`, en: `${en} ${to.place}` }, batchWords(batch), originals(carried)));
}

export function acceptedLine({ batch, purpose, by, papers: carried, missing }: DossierHandoverAccepted): Told {
  const whole: Bilingual | null =
    missing.length > 0
      ? { vi: `thiếu ${papers(missing.length).vi}`, en: `${papers(missing.length).en} missing` }
      : full(carried);
  return told(facts(taken(purpose, by.place), batchWords(batch), whole), {
    detail: names(missing),
    marked: missing.length > 0,
  });
}

export function foundLine({ paper, note }: DossierPaperFound): Told {
  const words = note.trim();
  return told(
    { vi: `Tìm thấy giấy tờ ${paper.name}`, en: `Paper found: ${paper.name}` },
    { detail: words === '' ? null : { vi: words, en: words } },
  );
}

function batchWords(batch: DossierHandedOver['batch']): Bilingual | null {
  if (batch === null) return null;
  const number = String(batch.number).padStart(2, '0');
  return { vi: `lô ${number}`, en: `batch ${number}` };
}

function count(carried: readonly CarriedPaper[]): number {
  return carried.reduce((sum, paper) => sum + paper.originals, 0);
}

function originals(carried: readonly CarriedPaper[]): Bilingual | null {
  const n = count(carried);
  return n === 0 ? null : { vi: `${n} bản gốc`, en: `${n} originals` };
}

function full(carried: readonly CarriedPaper[]): Bilingual | null {
  const n = count(carried);
  return n === 0 ? null : { vi: `đủ ${n} bản gốc`, en: `all ${n} originals` };
}

function given(purpose: Purpose): Bilingual {
  switch (purpose) {
    case 'processing':
      return { vi: 'Bàn giao cho', en: 'Handed over to' };
    case 'transfer':
      return { vi: 'Chuyển đến', en: 'Sent to' };
    case 'result':
      return { vi: 'Chuyển kết quả về', en: 'Result sent to' };
    case 'supplement':
      return { vi: 'Chuyển giấy tờ bổ sung cho', en: 'Supplement sent to' };
    case 'return':
      return { vi: 'Giao lại giấy tờ cho', en: 'Papers given back to' };
  }
}

function taken(purpose: Purpose, place: string): Bilingual {
  switch (purpose) {
    case 'processing':
    case 'transfer':
      return { vi: `${place} nhận bàn giao`, en: `${place} signed for it` };
    case 'result':
      return { vi: `${place} nhận kết quả`, en: `${place} signed for the result` };
    case 'supplement':
      return { vi: `${place} nhận giấy tờ bổ sung`, en: `${place} signed for the supplement` };
    case 'return':
      return { vi: `${place} nhận lại giấy tờ`, en: `${place} took the papers back` };
  }
}
