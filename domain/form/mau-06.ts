import { dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import type { Mau06Field } from './mau-06-fields.ts';
import { codeTexts, copyText, type CopyMark, type SlipCode } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { filled, type SlipValues } from './slip-values.ts';
import {
  appointmentOnSlip,
  count,
  momentOnSlip,
  orNone,
  SHORT_MOMENT_BY_HAND,
  shortMoment,
  unbroken,
} from './slip-words.ts';

/** One handing over (giao, nhận) of the dossier on its way. */
export interface ControlHandover {
  readonly from: string;
  readonly to: string;
  /** Null where it is written in by hand. */
  readonly givenAt: LocalDateTime | null;
  readonly giver: string;
  readonly takenAt: LocalDateTime | null;
  readonly taker: string;
  /** How the giver kept its own time (trước hạn, đúng hạn, quá hạn); null where that is not known yet. */
  readonly outcome: 'early' | 'on-time' | 'late' | null;
  readonly note: string;
}

export interface Mau06Input {
  readonly office: SlipOffice;
  readonly issuedAt: LocalDateTime;
  readonly code: SlipCode;
  /** The QR of the dossier's Mẫu 01: a unit that never heard of the dossier reads it with no line. */
  readonly qr: string;
  /** Empty where the fast lane left the person unnamed. */
  readonly applicant: string;
  readonly phone: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly unit: string;
  /** Cơ quan phối hợp. */
  readonly partners: readonly string[];
  readonly receivedAt: LocalDateTime;
  readonly due: LocalDateTime | null;
  /** Papers in the original that travel with the dossier. */
  readonly originals: number;
  readonly handovers: readonly ControlHandover[];
  /** Rows left to be written in by hand. */
  readonly blankRows: number;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/**
 * Phiếu kiểm soát quá trình giải quyết hồ sơ: what stands in each of its fields (Thông tư 03/2025/TT-VPCP, Phụ lục I,
 * Mẫu số 06). The number behind each key is the field's; those marked + are not in the circular.
 */
export function mau06(input: Mau06Input): SlipValues {
  const texts: Record<Mau06Field, string> = {
    ...headTexts(input.office, dateOf(input.issuedAt)), // 1
    ...codeTexts(input.code), // 1
    applicant: input.applicant === '' ? 'không ghi tên' : input.applicant, // 1
    phone: unbroken(orNone(input.phone)), // 1
    procedure: input.procedure.name, // 1
    procedureCode: `(${input.procedure.code})`, // 1
    unit: input.unit, // 2
    partners: input.partners.length === 0 ? 'không' : input.partners.join('; '), // 2
    receivedAt: momentOnSlip(input.receivedAt), // +
    due: input.due === null ? 'trả ngay khi giải quyết xong' : appointmentOnSlip(input.due), // +
    originals: count(input.originals), // +
    copy: copyText(input.copy),
  };
  const blank = Array.from({ length: input.blankRows }, () => handoverRow(BY_HAND));
  return filled({
    form: '06',
    texts,
    tables: { handovers: [...input.handovers.map(handoverRow), ...blank] }, // 3
    codes: { barcode: input.code.text, qr: input.qr },
    demo: input.demo,
  });
}

const BY_HAND: ControlHandover = {
  from: '',
  to: '',
  givenAt: null,
  giver: '',
  takenAt: null,
  taker: '',
  outcome: null,
  note: '',
};

function handoverRow(row: ControlHandover): readonly string[] {
  const moment = (at: LocalDateTime | null): string => (at === null ? SHORT_MOMENT_BY_HAND : shortMoment(at));
  return [
    row.from === '' ? '……………' : row.from,
    row.to === '' ? '……………' : row.to,
    moment(row.givenAt),
    row.giver,
    moment(row.takenAt),
    row.taker,
    outcomeWords(row.outcome),
    row.note,
  ];
}

function outcomeWords(outcome: ControlHandover['outcome']): string {
  switch (outcome) {
    case 'early':
      return 'Trước hạn';
    case 'on-time':
      return 'Đúng hạn';
    case 'late':
      return 'Quá hạn';
    case null:
      return '';
  }
}
