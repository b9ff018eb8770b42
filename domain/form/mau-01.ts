import { dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import { printable } from './printable.ts';
import type { SlipOffice } from './slip-office.ts';
import { identityLabel, type SlipPerson, type SlipSubmitter, submitterWords } from './slip-people.ts';
import type { SlipValues } from './slip-values.ts';
import { appointmentOnSlip, count, dayOnSlip, momentOnSlip, moneyOnSlip } from './slip-words.ts';

/** One paper of the dossier as it was taken. */
export interface SlipPaper {
  readonly name: string;
  /** `submit` stays with the dossier; `present` (chỉ xuất trình) was shown and given back. */
  readonly group: 'submit' | 'present';
  readonly originals: number;
  readonly copies: number;
}

export interface Mau01Input {
  readonly office: SlipOffice;
  /** "Quầy 3". */
  readonly counter: string;
  readonly officer: string;
  /** Chủ hồ sơ; null where the fast lane left the person unnamed. */
  readonly applicant: SlipPerson | null;
  /** Null where the applicant hands it in. */
  readonly submitter: SlipSubmitter | null;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly papers: readonly SlipPaper[];
  /** Thửa đất; null but for land procedures. */
  readonly land: { readonly sheet: string; readonly parcel: string; readonly address: string } | null;
  readonly sets: number;
  /** `limitOnSlip(...)`, or what the officer entered where the law gives no usable time. */
  readonly limitText: string;
  readonly receivedAt: LocalDateTime;
  /** Null where the result is given at once. */
  readonly due: { readonly at: LocalDateTime } | null;
  readonly result: { readonly way: 'counter' | 'post' | 'electronic'; readonly address: string };
  readonly fee: {
    /** Whole đồng. */
    readonly amount: number;
    readonly paid: 'nothing-due' | 'unpaid' | 'cash' | 'transfer' | 'online';
    /** Number of the finance receipt (biên lai), may be empty. */
    readonly receiptNumber: string;
  };
  readonly code: { readonly text: string; readonly kind: 'official' | 'temporary' };
  /** Short code to compare by telephone; printed where the dossier is not in the provincial system yet. */
  readonly checkCode: string;
  readonly offline: boolean;
  /** Sổ theo dõi hồ sơ: the running number is the province's, null until it is known. */
  readonly register: { readonly volume: string; readonly number: number | null };
  readonly hotline: string;
  /** Address where the citizen follows the dossier, without the scheme: "dichvucong.gov.vn". May be empty. */
  readonly lookup: string;
  /** Whole sentences about days off before the due date, in the order to be printed. */
  readonly remarks: readonly string[];
  readonly qr: string;
  /** Set on a reprint (in lại): 2 is the second issue. */
  readonly copy: { readonly issue: number; readonly reason: string } | null;
  readonly demo: boolean;
}

const NOT_GIVEN = 'không có';
const orNone = (text: string): string => (text.trim() === '' ? NOT_GIVEN : text);
/** With no-break spaces: telephone numbers and the like stay on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0');
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

function paperRows(papers: readonly SlipPaper[]): readonly (readonly string[])[] {
  return papers
    .filter((paper) => paper.group === 'submit')
    .map((paper, index) => {
      const kinds = [
        { n: paper.originals, what: unbroken('Bản chính') },
        { n: paper.copies, what: unbroken('Bản sao') },
      ].filter(({ n }) => n > 0);
      const kind = kinds.map(({ what }) => what).join(', ');
      const counts = kinds.map(({ n }) => count(n)).join(', ');
      return [String(index + 1), paper.name, kind === '' ? 'Thông tin' : kind, counts === '' ? count(1) : counts];
    });
}

function shownPapers(papers: readonly SlipPaper[]): string {
  return papers
    .filter((paper) => paper.group === 'present')
    .map((paper) => insideSentence(paper.name))
    .join('; ');
}

/** "Thẻ căn cước" → "thẻ căn cước"; a name that begins with an abbreviation ("CCCD") stays. */
function insideSentence(name: string): string {
  const second = name.slice(1, 2);
  return second === second.toLowerCase() ? `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` : name;
}

function resultWay(result: Mau01Input['result']): string {
  switch (result.way) {
    case 'counter':
      return 'Quầy trả kết quả';
    case 'post':
      return `${result.address === '' ? 'nhà' : result.address}, qua bưu chính công ích`;
    case 'electronic':
      return 'Cổng Dịch vụ công quốc gia (bản điện tử)';
  }
}

function feeText(fee: Mau01Input['fee']): string {
  const money = moneyOnSlip(fee.amount);
  const receipt = fee.receiptNumber === '' ? '' : `, biên lai số ${fee.receiptNumber}`;
  switch (fee.paid) {
    case 'nothing-due':
      return money;
    case 'unpaid':
      return `${money} (chưa nộp)`;
    case 'cash':
      return `${money} (đã nộp${receipt})`;
    case 'transfer':
      return `${money} (đã chuyển khoản${receipt})`;
    case 'online':
      return `${money} (đã nộp trực tuyến${receipt})`;
  }
}

function noteText(input: Mau01Input): string {
  const isTaxpayer = input.applicant?.identity.kind === 'tax-code';
  const identity = isTaxpayer ? 'giấy tờ tùy thân của người nhận' : 'thẻ căn cước';
  const bring =
    input.fee.paid === 'unpaid' && input.fee.amount > 0
      ? `mang theo giấy này, ${identity} và tiền phí, lệ phí`
      : `mang theo giấy này và ${identity}`;
  return [
    `Khi nhận kết quả ${bring}; người nhận thay mang thêm giấy ủy quyền.`,
    ...input.remarks.map(sentence),
    ...(input.hotline === '' ? [] : [`Hỏi đáp: ${unbroken(input.hotline)}.`]),
    ...(input.lookup === '' ? [] : [`Theo dõi hồ sơ: quét mã trên giấy này hoặc vào ${input.lookup}.`]),
  ].join(' ');
}

function copyText(copy: Mau01Input['copy']): string {
  return copy === null ? '' : `BẢN SAO, in lại lần ${copy.issue}, lý do: ${sentence(copy.reason)}`;
}

/**
 * Giấy tiếp nhận hồ sơ và hẹn trả kết quả: what stands in each of its fields (Thông tư 03/2025/TT-VPCP, Phụ lục I,
 * Mẫu số 01). The number behind each key is the field's; 2 (quốc hiệu) is in the template, 12 is also a table.
 */
export function mau01(input: Mau01Input): SlipValues {
  const { office, applicant, submitter, land, code, register } = input;
  const signer = submitter?.person.name ?? applicant?.name ?? '';
  const texts: Record<Mau01Field, string> = {
    authority: office.authority, // 1
    centre: office.centre, // 1
    code: code.text, // 3
    codeMark: code.kind === 'temporary' ? unbroken('(số tạm)') : '', // 3
    temporaryMark: code.kind === 'temporary' ? 'Số tạm, mã chính thức cấp sau.' : '', // 3
    offlineMark: input.offline ? 'Chưa ghi nhận trên hệ thống tỉnh lúc in.' : '', // 3
    checkCode: input.offline ? input.checkCode : '', // 3
    placeDate: `${office.place}, ${dayOnSlip(dateOf(input.receivedAt))}`, // 4
    receivingPoint: [office.point, input.counter].filter((part) => part !== '').join(', '), // 5
    applicant: applicant?.name ?? 'không ghi tên', // 6
    submitter: submitter?.person.name ?? '', // 6
    submitterRight: submitter === null ? '' : submitterWords(submitter), // 6
    identityLabel: applicant === null ? '' : identityLabel(applicant.identity.kind), // 7
    identity: applicant === null ? '' : orNone(applicant.identity.number), // 7
    address: applicant === null ? '' : orNone(applicant.address), // 8
    phone: applicant === null ? '' : unbroken(orNone(applicant.phone)), // 9
    email: applicant === null ? '' : orNone(applicant.email), // 9
    land:
      land === null
        ? ''
        : [
            `tờ bản đồ số ${orNone(land.sheet)}`,
            `thửa đất số ${orNone(land.parcel)}`,
            `địa chỉ ${orNone(land.address)}`,
          ].join(', '), // 10
    procedure: input.procedure.name, // 11
    procedureCode: `(${input.procedure.code})`, // 11
    shown: shownPapers(input.papers), // 12
    sets: `${count(input.sets)} (bộ)`, // 13
    limit: input.limitText, // 14
    receivedAt: momentOnSlip(input.receivedAt), // 15
    due: input.due === null ? 'trả ngay khi giải quyết xong' : appointmentOnSlip(input.due.at), // 16
    resultWay: resultWay(input.result), // 17
    fee: feeText(input.fee), // 18
    registerVolume: register.volume, // 19
    registerNumber: register.number === null ? '' : String(register.number), // 19
    registerPending: register.number !== null ? '' : input.offline ? 'cấp khi có đường truyền' : 'cấp sau', // 19
    submitterName: signer, // 20
    officerName: input.officer, // 21
    note: noteText(input), // 22
    copy: copyText(input.copy),
  };
  return {
    form: '01',
    texts: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, printable(text)])),
    tables: { papers: paperRows(input.papers).map((row) => row.map(printable)) },
    codes: { barcode: code.text, qr: input.qr },
    demo: input.demo,
  };
}

export const mau01Fields = [
  'authority',
  'centre',
  'code',
  'codeMark',
  'temporaryMark',
  'offlineMark',
  'checkCode',
  'placeDate',
  'receivingPoint',
  'applicant',
  'submitter',
  'submitterRight',
  'identityLabel',
  'identity',
  'address',
  'phone',
  'email',
  'land',
  'procedure',
  'procedureCode',
  'shown',
  'sets',
  'limit',
  'receivedAt',
  'due',
  'resultWay',
  'fee',
  'registerVolume',
  'registerNumber',
  'registerPending',
  'submitterName',
  'officerName',
  'note',
  'copy',
] as const;
export type Mau01Field = (typeof mau01Fields)[number];
