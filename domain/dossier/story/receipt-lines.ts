import type { Bilingual } from '../../text.ts';
import type { DossierGuided, DossierRefused, DossierSubmitted } from '../events/guidance.ts';
import type { DossierReceived } from '../events/receipt.ts';
import { calendarDays, workingDays } from '../../calendar/date-words.ts';
import { facts, names, papers, promised, reasonOf, sentences, told, typed, type Told } from './told.ts';

/** How a dossier came to the counter: sent in, guided, refused, received. */

export function submittedLine({ portalCode, intake }: DossierSubmitted): Told {
  const way: Bilingual =
    intake.channel === 'POSTAL'
      ? { vi: 'Gửi đến qua bưu chính', en: 'Sent by post' }
      : { vi: 'Nộp trực tuyến qua cổng', en: 'Filed online' };
  const code = portalCode === '' ? null : { vi: `mã ${portalCode}`, en: `code ${portalCode}` };
  return told(facts(way, code));
}

export function guidedLine({ round, demands, reason, override }: DossierGuided): Told {
  const n = papers(demands.length);
  return told(
    { vi: `Yêu cầu bổ sung lần ${round}, ${n.vi}`, en: `Asked for what is missing, request ${round}, ${n.en}` },
    { detail: sentences(typed(reason), names(demands)), marked: override !== null },
  );
}

export function refusedLine({ reason, legalBasis, rightAgency }: DossierRefused): Told {
  const agency =
    rightAgency === null ? null : { vi: `Nơi giải quyết: ${rightAgency.name}`, en: `Belongs to: ${rightAgency.name}` };
  return told(
    { vi: 'Từ chối tiếp nhận', en: 'Refused' },
    { detail: sentences(typed(reason), typed(legalBasis), agency), marked: true },
  );
}

export function receivedLine(body: DossierReceived): Told {
  const { due, fastLane, counter } = body;
  if (due.at === null || fastLane) return told({ vi: 'Tiếp nhận, làm ngay', en: 'Received, done at once' });
  const entered = due.enteredBecause === null ? null : reasonOf(due.enteredBecause);
  return told(facts({ vi: 'Tiếp nhận', en: 'Received' }, limitWords(body), promised(due.at)), {
    detail: entered,
    place: counter,
  });
}

function limitWords({ due }: DossierReceived): Bilingual | null {
  if (due.limit === null) return null;
  switch (due.limit.unit) {
    case 'WORKING_DAY':
      return workingDays(due.limit.value);
    case 'DAY':
      return calendarDays(due.limit.value);
    case 'SAME_DAY':
      return { vi: 'trong ngày', en: 'the same day' };
  }
}
