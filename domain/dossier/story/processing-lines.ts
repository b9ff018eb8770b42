import { workStepNames } from '../../processing/work-step.ts';
import type {
  DossierAssigned,
  DossierExtended,
  DossierFinancialFulfilled,
  DossierFinancialRequested,
  DossierFinished,
  DossierOpinionAsked,
  DossierOpinionReceived,
  DossierOpinionReported,
  DossierStepSet,
  DossierStopped,
  DossierSupplemented,
  DossierSupplementRequested,
  DossierWithdrawalRequested,
} from '../events/processing.ts';
import {
  day,
  document,
  facts,
  money,
  moved,
  names,
  papers,
  promised,
  reasonOf,
  same,
  sentences,
  told,
  typed,
  type Before,
  type Told,
} from './told.ts';

/** Work of the processing unit. */

export function assignedLine({ to, name, unit }: DossierAssigned): Told {
  return to === ''
    ? told({ vi: `Trả về ${unit}, chờ phân công`, en: `Back to ${unit}, to be assigned` })
    : told({ vi: `Giao ${name} giải quyết`, en: `Assigned to ${name}` });
}

export function stepLine({ step, words }: DossierStepSet): Told {
  return told(typed(words) ?? workStepNames[step]);
}

export function supplementAskedLine({ demands, reason, override }: DossierSupplementRequested): Told {
  const n = papers(demands.length);
  return told(
    { vi: `Yêu cầu bổ sung ${n.vi}, tạm dừng`, en: `Asked for ${n.en}, paused` },
    { detail: sentences(typed(reason), names(demands)), marked: override !== null },
  );
}

export function supplementedLine({ papers: brought, due }: DossierSupplemented, before: Before): Told {
  const n = brought.length === 0 ? { vi: 'giấy tờ', en: 'what was asked for' } : papers(brought.length);
  return told(facts({ vi: `Đã bổ sung ${n.vi}`, en: `Brought ${n.en}` }, promised(due.at)), {
    detail: sentences(moved(before.due, due.at), reasonOf(due.enteredBecause ?? '')),
  });
}

export function dutyAskedLine({ what, amount, noticeNumber }: DossierFinancialRequested): Told {
  const sum = amount === null ? null : money(amount);
  return told(
    { vi: 'Yêu cầu nghĩa vụ tài chính, tạm dừng', en: 'Financial obligation asked for, paused' },
    {
      detail: facts(same(what), sum),
      paper:
        noticeNumber === ''
          ? { vi: 'Thông báo', en: 'Notice' }
          : { vi: `Thông báo ${noticeNumber}`, en: `Notice ${noticeNumber}` },
    },
  );
}

export function dutyDoneLine({ evidence, due }: DossierFinancialFulfilled, before: Before): Told {
  return told(facts({ vi: 'Đã nộp, tính hạn tiếp', en: 'Paid, the clock goes on' }, promised(due.at)), {
    detail: sentences(moved(before.due, due.at), typed(evidence), reasonOf(due.enteredBecause ?? '')),
  });
}

export function opinionAskedLine({ agency, content, answerBy, documentNumber }: DossierOpinionAsked): Told {
  const by = day(answerBy);
  return told(
    { vi: `Lấy ý kiến ${agency}, hẹn trả lời ${by.vi}`, en: `Opinion of ${agency} asked for by ${by.en}` },
    { detail: typed(content), paper: document(documentNumber) },
  );
}

export function opinionLine({ opinionId, answer, documentNumber }: DossierOpinionReceived, before: Before): Told {
  const opinion = before.opinions.find((each) => each.opinionId === opinionId);
  return told(
    { vi: `Nhận ý kiến: ${answer}`, en: `Opinion received: ${answer}` },
    { by: opinion === undefined ? null : same(opinion.agency), paper: document(documentNumber) },
  );
}

export function opinionReportedLine({ opinionId, to }: DossierOpinionReported, before: Before): Told {
  const opinion = before.opinions.find((each) => each.opinionId === opinionId);
  return told(
    { vi: `Quá hạn trả lời, đã báo ${to}`, en: `The answer is late, ${to} was told` },
    { detail: opinion === undefined ? null : same(opinion.agency) },
  );
}

export function withdrawalLine({ by, reason }: DossierWithdrawalRequested): Told {
  return told({ vi: `${by} xin rút hồ sơ`, en: `${by} asked for a withdrawal` }, { detail: reasonOf(reason) });
}

export function stoppedLine({ number, reason, signatory }: DossierStopped): Told {
  return told(
    { vi: 'Dừng giải quyết hồ sơ', en: 'Processing stopped' },
    { detail: reasonOf(reason), by: signed(signatory), paper: document(number), marked: true },
  );
}

export function extendedLine({ number, reason, due, signatory }: DossierExtended, before: Before): Told {
  return told(
    facts(
      { vi: 'Xin lỗi', en: 'Apology' },
      due.at === null
        ? null
        : { vi: `hẹn lại ${day(due.at.slice(0, 10)).vi}`, en: `new date ${day(due.at.slice(0, 10)).en}` },
    ),
    {
      detail: sentences(typed(reason), moved(before.due, due.at)),
      by: signed(signatory),
      paper: document(number),
      marked: true,
    },
  );
}

export function finishedLine({ outcome, papers: results, reason, legalBasis, signatory }: DossierFinished): Told {
  if (outcome === 'declined') {
    return told(
      { vi: 'Không đủ điều kiện giải quyết', en: 'Declined' },
      { detail: sentences(typed(reason), typed(legalBasis)), by: signed(signatory), marked: true },
    );
  }
  const [first] = results;
  return told(
    { vi: 'Đã có kết quả', en: 'The result is there' },
    {
      detail: sentences(names(results), reasonOf(reason)),
      by: signed(signatory),
      paper: first === undefined ? null : document(first.number),
    },
  );
}

function signed(signatory: string): Told['by'] {
  const name = signatory.trim();
  return name === '' ? null : { vi: `${name} ký`, en: `signed by ${name}` };
}
