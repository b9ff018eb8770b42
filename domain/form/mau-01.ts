import { dateOf } from '../calendar/civil-date.ts';
import type { Mau01Input } from './mau-01-input.ts';
import { copyText, feeText, noteText, orNone, paperRows, resultWay, shownPapers, unbroken } from './mau-01-words.ts';
import { printable } from './printable.ts';
import { identityLabel, submitterWords } from './slip-people.ts';
import type { SlipValues } from './slip-values.ts';
import { appointmentOnSlip, count, dayOnSlip, momentOnSlip } from './slip-words.ts';

export type { Mau01Input } from './mau-01-input.ts';

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
    temporaryMark: code.kind === 'temporary' ? 'Mã chính thức cấp sau.' : '', // 3
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
