import { dateOf, timeOf } from '../calendar/civil-date.ts';
import { dayTitle, plainDate, timeInSentence } from '../calendar/date-words.ts';
import type { Person } from '../citizen/person.ts';
import type { Bilingual } from '../text.ts';
import type { Correction } from './events/change.ts';
import type { DossierReceived, PaperTaken, Submitter } from './events/receipt.ts';

/** A receipt in the words of the form, line by line: what a correction changes, and where two sides differ. */

export interface ReceiptLine {
  /** The part of the receipt it stands in. */
  readonly field: keyof Correction;
  /** Names the line among those of the receipt. */
  readonly key: string;
  readonly label: Bilingual;
  readonly text: Bilingual;
}

/** @param officeName how an office is called, by its id */
export function receiptLines(received: DossierReceived, officeName: (id: string) => string): ReceiptLine[] {
  const { procedure, applicant, submitter, papers, due, handoverBy, fee } = received;
  const line = (
    field: keyof Correction,
    key: string,
    vi: string,
    en: string,
    text: string | Bilingual,
  ): ReceiptLine => ({
    field,
    key,
    label: { vi, en },
    text: typeof text === 'string' ? plain(text) : text,
  });
  return [
    line('procedure', 'procedure', 'Thủ tục', 'Procedure', `${procedure.code} ${procedure.name}`),
    line('procedure', 'case', 'Trường hợp', 'Case', procedure.caseLabel),
    ...personLines(applicant, line),
    line('submitter', 'submitter', 'Người nộp thay', 'On behalf', submitterText(submitter)),
    ...papers.map((paper) => line('papers', `paper.${paper.paperId}`, paper.name, paper.name, paperText(paper))),
    line('sets', 'sets', 'Số bộ', 'Sets', String(received.sets)),
    line('quantity', 'quantity', 'Số lượng', 'Quantity', String(received.quantity)),
    line('competentOffice', 'competentOffice', 'Nơi giải quyết', 'Decided by', officeName(received.competentOffice)),
    line('processingUnit', 'processingUnit', 'Phòng giải quyết', 'Unit', received.processingUnit),
    line('due', 'due', 'Hẹn trả', 'Due', momentText(due.at)),
    line('handoverBy', 'handoverBy', 'Bàn giao trước', 'Handed over before', momentText(handoverBy)),
    line('fee', 'fee', 'Phí, lệ phí', 'Fee', money(fee.amount)),
    line('fee', 'feePaid', 'Đã thu', 'Paid', paidText[fee.paid]),
    line('fee', 'feeReceipt', 'Số biên lai', 'Finance receipt', fee.receiptNumber),
    line('resultWay', 'resultWay', 'Nhận kết quả', 'Result', resultText[received.resultWay]),
    line('resultAddress', 'resultAddress', 'Địa chỉ gửi kết quả', 'Result sent to', received.resultAddress),
    line('land', 'land', 'Thửa đất', 'Land', landText(received)),
    line('note', 'note', 'Ghi chú', 'Note', received.note),
  ];
}

export interface ChangedLine extends Omit<ReceiptLine, 'text'> {
  readonly before: Bilingual;
  readonly after: Bilingual;
}

/** Lines that say something else, in the order of the form. */
export function changedLines(before: readonly ReceiptLine[], after: readonly ReceiptLine[]): ChangedLine[] {
  const then = new Map(before.map((line) => [line.key, line]));
  const now = new Set(after.map((line) => line.key));
  const changed = after.flatMap(({ text, ...line }) => {
    const old = then.get(line.key)?.text ?? NOTHING;
    return old.vi === text.vi ? [] : [{ ...line, before: old, after: text }];
  });
  const gone = before
    .filter((line) => !now.has(line.key))
    .map(({ text, ...line }) => ({ ...line, before: text, after: NOTHING }));
  return [...changed, ...gone];
}

const NOTHING: Bilingual = { vi: 'không có', en: 'none' };

function plain(text: string): Bilingual {
  return text.trim() === '' ? NOTHING : { vi: text, en: text };
}

type MakeLine = (field: keyof Correction, key: string, vi: string, en: string, text: string | Bilingual) => ReceiptLine;

function personLines(person: Person | null, line: MakeLine): ReceiptLine[] {
  const of = (key: string, vi: string, en: string, text: string | Bilingual): ReceiptLine =>
    line('applicant', `applicant.${key}`, vi, en, text);
  return [
    of('name', 'Chủ hồ sơ', 'Applicant', person?.name ?? ''),
    of('personalId', 'Số căn cước', 'ID number', person?.personalId ?? ''),
    of('oldId', 'Số chứng minh nhân dân', 'Old ID number', person?.oldId ?? ''),
    of('birthDate', 'Ngày sinh', 'Date of birth', dateText(person?.birthDate ?? null)),
    of('sex', 'Giới tính', 'Sex', person === null ? NOTHING : sexText(person.sex)),
    of('address', 'Địa chỉ', 'Address', person?.address ?? ''),
    of('phone', 'Điện thoại', 'Telephone', person?.phone ?? ''),
    of('email', 'Thư điện tử', 'E-mail', person?.email ?? ''),
    of('taxCode', 'Mã số thuế', 'Tax code', person?.taxCode ?? ''),
  ];
}

function dateText(date: string | null): string {
  return date === null ? '' : plainDate(date);
}

function sexText(sex: Person['sex']): Bilingual {
  if (sex === null) return NOTHING;
  return sex === 'male' ? { vi: 'Nam', en: 'Male' } : { vi: 'Nữ', en: 'Female' };
}

function submitterText(submitter: Submitter | null): Bilingual {
  if (submitter === null) return NOTHING;
  const { person, authority } = submitter;
  const id = person.personalId ?? person.oldId ?? '';
  const facts = [person.name, id, person.phone, authority.reference].filter((text) => text !== '');
  return plain(facts.join(', '));
}

function paperText({ state, originals, copies, note }: PaperTaken): Bilingual {
  const remark = note === '' ? '' : `, ${note}`;
  switch (state) {
    case 'has': {
      const vi = [originals > 0 ? `${originals} bản chính` : '', copies > 0 ? `${copies} bản sao` : ''];
      const en = [originals > 0 ? `${originals} original` : '', copies > 0 ? `${copies} copies` : ''];
      const words = (list: string[]): string => list.filter((text) => text !== '').join(', ');
      return { vi: `${words(vi) || 'có'}${remark}`, en: `${words(en) || 'there'}${remark}` };
    }
    case 'missing':
      return { vi: `thiếu${remark}`, en: `missing${remark}` };
    case 'wrong':
      return { vi: `chưa đúng${remark}`, en: `not right${remark}` };
    case 'notNeeded':
      return { vi: `không cần${remark}`, en: `not needed${remark}` };
  }
}

/** "17 giờ 00, thứ Sáu 27/11/2026". */
function momentText(at: string | null): Bilingual {
  if (at === null) return NOTHING;
  const [day, time] = [dayTitle(dateOf(at)), timeInSentence(timeOf(at))];
  return { vi: `${day.vi}, ${time.vi}`, en: `${day.en}, ${time.en}` };
}

/** Đồng, with points between thousands. */
function money(amount: number): Bilingual {
  const figure = String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
  return { vi: `${figure} đ`, en: `${figure} đ` };
}

const paidText: Readonly<Record<DossierReceived['fee']['paid'], Bilingual>> = {
  'nothing-due': { vi: 'không thu', en: 'nothing due' },
  unpaid: { vi: 'chưa thu', en: 'not yet' },
  cash: { vi: 'tiền mặt', en: 'cash' },
  transfer: { vi: 'chuyển khoản', en: 'transfer' },
  online: { vi: 'trực tuyến', en: 'online' },
};

const resultText: Readonly<Record<DossierReceived['resultWay'], Bilingual>> = {
  counter: { vi: 'tại quầy', en: 'at the counter' },
  post: { vi: 'qua bưu chính', en: 'by post' },
  electronic: { vi: 'bản điện tử', en: 'electronically' },
};

function landText({ land }: DossierReceived): Bilingual {
  if (land === null) return NOTHING;
  const { sheet, parcel, address } = land;
  return { vi: `Tờ ${sheet}, thửa ${parcel}, ${address}`, en: `Sheet ${sheet}, parcel ${parcel}, ${address}` };
}
