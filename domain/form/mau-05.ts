import type { CivilDate, LocalDateTime } from '../calendar/civil-date.ts';
import { recipientRows } from './mau-04.ts';
import type { Mau05Field } from './mau-05-fields.ts';
import { codeTexts, copyText, type CopyMark, type SlipCode } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { personTexts, type SlipPerson } from './slip-people.ts';
import { greeted, type Signatory } from './slip-signatory.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { dayOnSlip, momentOnSlip, numberOnSlip, sentence } from './slip-words.ts';

export interface Mau05Input {
  /** The processing agency: it signs. `centre` is its name in capitals, `point` in a sentence. */
  readonly agency: SlipOffice;
  /** "05/TB", or the number alone; empty where it is written in by hand. */
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly code: SlipCode;
  readonly applicant: SlipPerson | null;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly receivedAt: LocalDateTime;
  /** Đề nghị rút hồ sơ. */
  readonly withdrawal: { readonly by: string; readonly on: CivilDate; readonly reason: string };
  /** How far it had come, in words. */
  readonly stage: string;
  /** Why it stops, besides the request; may be empty. */
  readonly reason: string;
  /** What becomes of fees already paid, in words; empty: none were paid. */
  readonly fees: string;
  readonly papersBack: readonly string[];
  /** Nơi nhận besides the addressee and the archive. */
  readonly recipients: readonly string[];
  readonly signatory: Signatory;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/**
 * Thông báo dừng giải quyết hồ sơ: what stands in each of its fields (Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu số 05;
 * its printed form was not at hand, the fields are those of the notes on it). Only before a decision on the result.
 */
export function mau05(input: Mau05Input): SlipValues {
  const { agency, withdrawal } = input;
  const because = withdrawal.reason === '' ? '' : `, lý do: ${withdrawal.reason}`;
  const texts: Record<Mau05Field, string> = {
    ...headTexts(agency, input.issuedOn),
    number: numberOnSlip(input.number, 'TB'),
    ...codeTexts(input.code),
    ...personTexts(input.applicant),
    applicant: greeting(input.applicant),
    procedure: input.procedure.name,
    procedureCode: `(${input.procedure.code})`,
    receivedAt: momentOnSlip(input.receivedAt),
    withdrawal: sentence(`${withdrawal.by}, ${dayOnSlip(withdrawal.on)}${because}`),
    stage: sentence(input.stage),
    agency: agency.point,
    reason: input.reason === '' ? '' : sentence(input.reason),
    fees: sentence(input.fees === '' ? 'chưa nộp' : input.fees),
    onBehalf: input.signatory.onBehalf,
    position: input.signatory.position,
    signatory: input.signatory.name,
    copy: copyText(input.copy),
  };
  const papersBack = input.papersBack.length === 0 ? ['không có'] : input.papersBack;
  return filled({
    form: '05',
    texts,
    tables: { papersBack: papersBack.map((paper) => [paper]), recipients: recipientRows(input.recipients) },
    codes: { barcode: input.code.text, qr: '' },
    demo: input.demo,
  });
}

function greeting(applicant: SlipPerson | null): string {
  if (applicant === null) return 'Người nộp hồ sơ';
  return greeted({ name: applicant.name, kind: applicant.identity.kind === 'tax-code' ? 'organisation' : 'person' });
}
