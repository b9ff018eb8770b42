import { type CivilDate, dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import type { Mau04Field } from './mau-04-fields.ts';
import { codeTexts, copyText, type CopyMark, type SlipCode } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { addressed, greeted, type Addressee, type Signatory } from './slip-signatory.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { appointmentOnSlip, dayOnSlip, numberOnSlip, orNone, sentence, unbroken } from './slip-words.ts';

export interface Mau04Input {
  /** The processing agency: it signs, not the counter. `centre` is its name in capitals, `point` in a sentence. */
  readonly agency: SlipOffice;
  /** "03/PXL", or the number alone; empty where it is written in by hand. */
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly code: SlipCode;
  readonly addressee: Addressee;
  readonly address: string;
  readonly phone: string;
  readonly receivedAt: LocalDateTime;
  /** Cơ quan tiếp nhận. */
  readonly receivingAgency: string;
  /** Lĩnh vực. */
  readonly field: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly due: LocalDateTime;
  readonly reason: string;
  readonly newDue: LocalDateTime;
  /** Nơi nhận besides the addressee and the archive: "Trung tâm PVHCC phường Sa Đéc". */
  readonly recipients: readonly string[];
  readonly signatory: Signatory;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/**
 * Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết (formerly Phiếu xin lỗi và hẹn lại ngày trả kết quả): what
 * stands in each of its fields (Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu số 04). The number behind each key is the
 * field's. That there is only one, and in time, is the state table's to hold.
 */
export function mau04(input: Mau04Input): SlipValues {
  const { addressee, agency } = input;
  const texts: Record<Mau04Field, string> = {
    ...headTexts(agency, input.issuedOn), // 1
    number: numberOnSlip(input.number, 'PXL'), // 1
    ...codeTexts(input.code), // 6
    addressee: greeted(addressee), // 2
    addressed: addressed(addressee), // 9
    address: orNone(input.address), // 3
    phone: unbroken(orNone(input.phone)), // 4
    receivedOn: dayOnSlip(dateOf(input.receivedAt)), // 5
    receivingAgency: input.receivingAgency, // 5
    field: input.field, // 5
    procedure: input.procedure.name, // 5
    procedureCode: `(${input.procedure.code})`, // 5
    due: appointmentOnSlip(input.due), // 7
    agency: agency.point, // 9
    reason: sentence(input.reason), // 8
    newDue: appointmentOnSlip(input.newDue), // 10
    onBehalf: input.signatory.onBehalf,
    position: input.signatory.position, // 12
    signatory: input.signatory.name, // 12
    copy: copyText(input.copy),
  };
  return filled({
    form: '04',
    texts,
    tables: { recipients: recipientRows(input.recipients) }, // 11
    codes: { barcode: input.code.text, qr: '' },
    demo: input.demo,
  });
}

/** Nơi nhận, in the order of Nghị định 30/2020/NĐ-CP: the addressee first, the archive (văn thư) last. */
export function recipientRows(others: readonly string[]): readonly (readonly string[])[] {
  return [['Như trên;'], ...others.map((other) => [`${other};`]), ['Lưu: VT.']];
}
