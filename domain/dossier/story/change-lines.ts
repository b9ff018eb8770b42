import { plainDate } from '../../calendar/date-words.ts';
import type { Bilingual } from '../../text.ts';
import type {
  Correction,
  DossierCancelled,
  DossierCorrected,
  DossierDigitisedRemoved,
  DossierFeePaid,
  DossierFeeRefunded,
  DossierNoted,
  DossierPaperDigitised,
  DossierSettled,
} from '../events/change.ts';
import type { DossierErased } from '../events/erasure.ts';
import type { DossierForm, SlipIssued } from '../events/slip.ts';
import { slipNames } from '../slip-standing.ts';
import { facts, money, moved, reasonOf, sentences, told, typed, type Before, type Told } from './told.ts';

/** Money, mistakes put right, scans, slips. */

const howWords: Readonly<Record<DossierFeePaid['how'], Bilingual>> = {
  cash: { vi: 'tiền mặt', en: 'in cash' },
  transfer: { vi: 'chuyển khoản', en: 'by transfer' },
  online: { vi: 'trực tuyến', en: 'online' },
};

export function paidLine({ amount, how, receiptNumber, counter }: DossierFeePaid): Told {
  const sum = money(amount);
  return told(facts({ vi: `Thu ${sum.vi}`, en: `${sum.en} taken` }, howWords[how]), {
    place: counter,
    paper: receiptNumber === '' ? null : { vi: `Biên lai ${receiptNumber}`, en: `Receipt ${receiptNumber}` },
  });
}

export function refundedLine({ amount, how, reason, counter }: DossierFeeRefunded): Told {
  const sum = money(amount);
  return told(facts({ vi: `Hoàn ${sum.vi}`, en: `${sum.en} given back` }, howWords[how]), {
    place: counter,
    detail: reasonOf(reason),
    marked: true,
  });
}

/** Complete: a new field of a correction does not compile without its words. */
const fieldWords: Readonly<Record<keyof Correction, Bilingual>> = {
  procedure: { vi: 'thủ tục', en: 'procedure' },
  applicant: { vi: 'chủ hồ sơ', en: 'applicant' },
  submitter: { vi: 'người nộp', en: 'submitter' },
  papers: { vi: 'giấy tờ', en: 'papers' },
  sets: { vi: 'số bộ', en: 'sets' },
  quantity: { vi: 'số lượng', en: 'quantity' },
  competentOffice: { vi: 'cơ quan có thẩm quyền', en: 'competent agency' },
  processingUnit: { vi: 'nơi giải quyết', en: 'processing unit' },
  resultWay: { vi: 'cách nhận kết quả', en: 'way of return' },
  resultAddress: { vi: 'địa chỉ nhận kết quả', en: 'address of return' },
  land: { vi: 'thửa đất', en: 'parcel' },
  due: { vi: 'ngày hẹn trả', en: 'due date' },
  handoverBy: { vi: 'hạn bàn giao', en: 'handover deadline' },
  note: { vi: 'ghi chú', en: 'note' },
  fee: { vi: 'phí, lệ phí', en: 'fee' },
};

export function correctedLine({ change, reason }: DossierCorrected, before: Before): Told {
  // The keys of a correction are those of its type.
  const fields = (Object.keys(change) as (keyof Correction)[]).map((key) => fieldWords[key]);
  const what = facts(...fields);
  return told(
    { vi: `Sửa hồ sơ: ${what.vi}`, en: `Corrected: ${what.en}` },
    { detail: sentences(reasonOf(reason), moved(before.due, change.due?.at ?? null)), marked: true },
  );
}

export function cancelledLine({ reason, mergedInto }: DossierCancelled): Told {
  return told(
    mergedInto === null
      ? { vi: 'Hủy hồ sơ', en: 'Cancelled' }
      : { vi: 'Gộp vào hồ sơ trùng', en: 'Merged into its double' },
    { detail: reasonOf(reason), marked: true },
  );
}

export function notedLine({ text }: DossierNoted): Told {
  return told({ vi: 'Ghi chú', en: 'Note' }, { detail: typed(text) });
}

export function settledLine({ reason, setAside }: DossierSettled): Told {
  const n = setAside.length;
  const aside = n === 0 ? null : { vi: `${n} việc không còn hiệu lực`, en: `${n} set aside` };
  return told(facts({ vi: 'Đã xem lại', en: 'Looked at and settled' }, aside), {
    detail: reasonOf(reason),
    marked: true,
  });
}

export function digitisedLine({ title, pages }: DossierPaperDigitised): Told {
  return told(
    { vi: 'Số hóa giấy tờ, đã đối chiếu với bản giấy', en: 'Paper digitised and compared' },
    { detail: { vi: `${title}, ${pages} trang`, en: `${title}, ${pages} page${pages === 1 ? '' : 's'}` } },
  );
}

export function digitisedRemovedLine({ reason }: DossierDigitisedRemoved): Told {
  return told(
    { vi: 'Gỡ một giấy tờ số hóa khỏi hồ sơ', en: 'A digitised paper taken out of the dossier' },
    { detail: reasonOf(reason) },
  );
}

/** "Mẫu 01". */
export function formName(form: DossierForm): Bilingual {
  return { vi: `Mẫu ${form}`, en: `Form ${form}` };
}

export function slipLine({ form, issue, copyOf, voids }: SlipIssued): Told {
  const { vi, en } = slipNames[form];
  const paper = formName(form);
  if (copyOf !== null) {
    return told(
      { vi: `In lại ${vi}, bản ${issue}`, en: `Copy of the ${en}, issue ${issue}` },
      { detail: reasonOf(copyOf.reason), paper },
    );
  }
  if (voids !== null) {
    return told(
      {
        vi: `Tạo ${vi} mới, bản ${issue}, phiếu trước không còn hiệu lực`,
        en: `New ${en}, issue ${issue}; the one before is void`,
      },
      { paper, marked: true },
    );
  }
  return told({ vi: `Tạo ${vi}`, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)} made` }, { paper });
}

/** "Xóa nội dung hồ sơ theo văn bản 12/QĐ ngày 20/11/2026 của Tòa án". A paper of the law has its year. */
export function erasedLine({ reason, document, orderedBy }: Omit<DossierErased, 'events'>): Told {
  const on = plainDate(document.date);
  return told(
    {
      vi: `Xóa nội dung hồ sơ theo văn bản ${document.number} ngày ${on} của ${orderedBy}`,
      en: `Content erased by document ${document.number} of ${on}, ${orderedBy}`,
    },
    { detail: reasonOf(reason), by: { vi: 'Hệ thống tỉnh', en: 'The province' }, marked: true },
  );
}
