import { dateOf } from '../calendar/civil-date.ts';
import type { Mau01Field } from './mau-01-fields.ts';
import type { Mau01Input } from './mau-01-input.ts';
import { feeText, noteText, paperRows, resultWay, shownPapers } from './mau-01-words.ts';
import { headTexts } from './slip-office.ts';
import { personTexts, submitterWords } from './slip-people.ts';
import { codeTexts, copyText } from './slip-marks.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { appointmentOnSlip, count, momentOnSlip, orNone } from './slip-words.ts';

export type { Mau01Input } from './mau-01-input.ts';

/**
 * Giấy tiếp nhận hồ sơ và hẹn trả kết quả: what stands in each of its fields (Thông tư 03/2025/TT-VPCP, Phụ lục I,
 * Mẫu số 01). The number behind each key is the field's; 2 (quốc hiệu) is in the template, 12 is also a table.
 */
export function mau01(input: Mau01Input): SlipValues {
  const { office, applicant, submitter, land, code, register } = input;
  const signer = submitter?.person.name ?? applicant?.name ?? '';
  const texts: Record<Mau01Field, string> = {
    ...headTexts(office, dateOf(input.receivedAt)), // 1, 4
    ...codeTexts({ ...code, offline: input.offline, checkCode: input.checkCode }), // 3
    receivingPoint: [office.point, input.counter].filter((part) => part !== '').join(', '), // 5
    ...personTexts(applicant), // 6, 7, 8, 9
    submitter: submitter?.person.name ?? '', // 6
    submitterRight: submitter === null ? '' : submitterWords(submitter), // 6
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
  return filled({
    form: '01',
    texts,
    tables: { papers: paperRows(input.papers) },
    codes: { barcode: code.text, qr: input.qr },
    demo: input.demo,
  });
}
