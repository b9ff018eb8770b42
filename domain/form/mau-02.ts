import { dateOf } from '../calendar/civil-date.ts';
import type { Mau02Field } from './mau-02-fields.ts';
import type { Demand, Mau02Input } from './mau-02-input.ts';
import { codeTexts, copyText } from './slip-marks.ts';
import { headTexts } from './slip-office.ts';
import { personTexts } from './slip-people.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { count, DAY_BY_HAND, dayOnSlip, numberOnSlip, sentence, unbroken } from './slip-words.ts';

export type { Mau02Input } from './mau-02-input.ts';

/**
 * Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: what stands in each of its fields (Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu
 * số 02). The number behind each key is the field's; those marked + are not in the circular.
 */
export function mau02(input: Mau02Input): SlipValues {
  const { code, contact, round, returnCode, answerBy, givenOn } = input;
  const { applicant, address, phone, email } = personTexts(input.applicant);
  const texts: Record<Mau02Field, string> = {
    ...headTexts(input.office, dateOf(input.issuedAt)), // 1
    number: numberOnSlip(input.number, 'HDHS'), // 1
    ...codeTexts(code), // +
    applicant, // 2
    procedure: input.procedure.name, // 3
    procedureCode: `(${input.procedure.code})`, // 3
    caseLabel: input.caseLabel, // 3
    address, // 4
    phone, // 5
    email, // 5
    askedBy: input.askedBy, // +
    reason: input.reason, // 7
    round: `(Lần ${round.ordinal})`, // +
    roundApproval:
      round.ordinal < 2
        ? ''
        : `yêu cầu lần ${round.ordinal} do ${round.approvedBy} duyệt, lý do: ${sentence(round.reason)}`, // +
    answerBy: answerBy === null ? '' : dayOnSlip(answerBy), // +
    givenOn: givenOn === null ? DAY_BY_HAND : dayOnSlip(givenOn), // +
    remarks: input.remarks.map(sentence).join(' '), // +
    returnCode: unbroken(returnCode?.text ?? ''), // +
    contact: contact.name, // 8
    contactPhone: unbroken(contact.phone), // 8
    website: contact.website, // 8
    receiver: input.receiver, // +
    officer: input.officer, // 9
    copy: copyText(input.copy),
  };
  return filled({
    form: '02',
    texts,
    tables: { demands: input.demands.map(demandRow) }, // 6
    codes: { barcode: code?.text ?? '', qr: returnCode?.qr ?? '' },
    demo: input.demo,
  });
}

function demandRow(demand: Demand, index: number): readonly string[] {
  const counted = (n: number): string => (n === 0 ? '' : count(n));
  return [
    String(index + 1),
    demand.name,
    counted(demand.originals),
    counted(demand.certified),
    counted(demand.copies),
    demand.bring === '' ? '' : sentence(demand.bring),
    demand.reason === '' ? '' : sentence(demand.reason),
  ];
}
