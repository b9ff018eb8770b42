import { dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import type { SlipContact } from './common-fields.ts';
import type { Mau03Field } from './mau-03-fields.ts';
import { codeTexts, copyText, type CopyMark, type SlipCode } from './slip-marks.ts';
import { headTexts, type SlipOffice } from './slip-office.ts';
import { personTexts, type SlipPerson } from './slip-people.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { numberOnSlip, sentence, unbroken } from './slip-words.ts';

export interface Mau03Input {
  readonly office: SlipOffice;
  /** Running number of the slip, empty where it is written in by hand. */
  readonly number: string;
  readonly issuedAt: LocalDateTime;
  /** Null where nothing was received; a dossier refused in handling has its code. */
  readonly code: SlipCode | null;
  /** `receipt`: không tiếp nhận at the counter; `handling`: không giải quyết by the unit, through the shop. */
  readonly stage: 'receipt' | 'handling';
  readonly applicant: SlipPerson | null;
  /** Who hands the dossier in; empty where it is the applicant. */
  readonly submitter: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly reason: string;
  /** Law and article the refusal rests on. */
  readonly legalBasis: string;
  /** Where the dossier belongs, for one brought to the wrong authority. */
  readonly rightAgency: { readonly name: string; readonly address: string; readonly phone: string } | null;
  readonly contact: SlipContact;
  readonly officer: string;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/**
 * Phiếu từ chối tiếp nhận giải quyết hồ sơ: what stands in each of its fields (Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu
 * số 03). The number behind each key is the field's; those marked + are not in the circular.
 */
export function mau03(input: Mau03Input): SlipValues {
  const { code, contact, rightAgency } = input;
  const person = personTexts(input.applicant);
  const texts: Record<Mau03Field, string> = {
    ...headTexts(input.office, dateOf(input.issuedAt)), // 1
    number: numberOnSlip(input.number, 'TCTN'), // 1
    ...codeTexts(code), // +
    receivingPoint: input.office.point, // 1
    ...person, // 2, 3, 4
    procedure: input.procedure.name, // 5
    procedureCode: `(${input.procedure.code})`, // 5
    refused: input.stage === 'receipt' ? 'không tiếp nhận' : 'không giải quyết', // 6
    reason: sentence(input.reason), // 6
    legalBasis: input.legalBasis === '' ? '' : sentence(input.legalBasis), // 6
    rightAgency: rightAgency?.name ?? '', // 6
    rightAgencyAddress: rightAgency === null ? '' : agencyWords(rightAgency), // 6
    contact: contact.name, // 7
    contactPhone: unbroken(contact.phone), // 7
    website: contact.website, // 7
    submitterName: input.submitter === '' ? (input.applicant?.name ?? '') : input.submitter, // 8
    officerName: input.officer, // 9
    copy: copyText(input.copy),
  };
  return filled({
    form: '03',
    texts,
    tables: {},
    codes: { barcode: code?.text ?? '', qr: '' },
    demo: input.demo,
  });
}

function agencyWords({ address, phone }: { readonly address: string; readonly phone: string }): string {
  return [address, phone === '' ? '' : `điện thoại ${unbroken(phone)}`].filter((part) => part !== '').join(', ');
}
