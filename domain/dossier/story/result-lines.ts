import type { Bilingual } from '../../text.ts';
import type { DossierArchived, DossierNotified, DossierResultShelved, DossierReturned } from '../events/result.ts';
import { facts, sentences, told, typed, type Told } from './told.ts';

/** The result at the shop and its return. */

export function shelvedLine({ place }: DossierResultShelved): Told {
  return told({ vi: `Xếp kết quả vào ${place}`, en: `Result put in ${place}` });
}

/** Who was told at the counter stood there: nobody was asked to come back. */
export function notifiedLine({ about, way, text }: DossierNotified): Told {
  return told(facts(aboutWords(way === 'counter' && about === 'call-back' ? 'other' : about), wayWords(way)), {
    detail: typed(text),
  });
}

function aboutWords(about: DossierNotified['about']): Bilingual {
  switch (about) {
    case 'result-ready':
      return { vi: 'Báo người nộp: đã có kết quả', en: 'The submitter was told: the result is ready' };
    case 'reminder':
      return { vi: 'Nhắc người nộp đến nhận kết quả', en: 'The submitter was reminded of the result' };
    case 'extended':
      return { vi: 'Báo người nộp: hẹn lại ngày trả', en: 'The submitter was told: a new date' };
    case 'supplement':
      return { vi: 'Báo người nộp: cần bổ sung', en: 'The submitter was told: papers are missing' };
    case 'call-back':
      return { vi: 'Mời người nộp trở lại', en: 'The submitter was asked to come back' };
    case 'other':
      return { vi: 'Báo người nộp', en: 'The submitter was told' };
  }
}

function wayWords(way: DossierNotified['way']): Bilingual {
  switch (way) {
    case 'message':
      return { vi: 'tin nhắn', en: 'by message' };
    case 'phone':
      return { vi: 'gọi điện', en: 'by phone' };
    case 'letter':
      return { vi: 'thư', en: 'by letter' };
    case 'counter':
      return { vi: 'tại quầy', en: 'at the counter' };
  }
}

export function returnedLine(body: DossierReturned): Told {
  const { to, apology, originals, override } = body;
  const back: Bilingual | null = originals.length === 0 ? null : { vi: 'trả lại bản gốc', en: 'originals given back' };
  const sorry: Bilingual | null = apology
    ? { vi: 'kèm lời xin lỗi trả muộn', en: 'with the apology for being late' }
    : null;
  return told(facts(toWhom(to), back, sorry), {
    detail: sentences(authority(to), typed(override?.reason ?? '')),
    marked: override !== null,
  });
}

function toWhom(to: DossierReturned['to']): Bilingual {
  switch (to.kind) {
    case 'applicant':
      return { vi: 'Trả kết quả cho chủ hồ sơ', en: 'Returned to the applicant' };
    case 'submitter':
      return { vi: 'Trả kết quả cho người nộp', en: 'Returned to the submitter' };
    case 'authorised':
      return { vi: `Trả kết quả cho ${to.person.name} nhận thay`, en: `Returned to ${to.person.name} on their behalf` };
    case 'post':
      return { vi: `Trả kết quả qua bưu chính, số ${to.number}`, en: `Returned by post, number ${to.number}` };
  }
}

function authority(to: DossierReturned['to']): Bilingual | null {
  if (to.kind !== 'authorised') return null;
  const { relation, paper, number } = to.authority;
  const words = [relation, paper, number].map((part) => part.trim()).filter((part) => part !== '');
  return words.length === 0 ? null : typed(words.join(', '));
}

export function archivedLine({ rule, place }: DossierArchived): Told {
  return told(
    { vi: `Không ai đến nhận, lưu tại ${place}`, en: `Never collected, kept at ${place}` },
    { detail: typed(rule) },
  );
}
