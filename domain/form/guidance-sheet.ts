import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { GuidanceSheetField } from './guidance-sheet-fields.ts';
import { copyText, type CopyMark } from './slip-marks.ts';
import type { SlipOffice } from './slip-office.ts';
import { filled, type SlipValues } from './slip-values.ts';
import { count, momentOnSlip, sentence, unbroken } from './slip-words.ts';

/** A paper in plain words. */
export interface GuidancePaper {
  readonly name: string;
  readonly originals: number;
  readonly certified: number;
  readonly copies: number;
  /** "khi ủy quyền cho người khác nộp"; empty: always. */
  readonly when: string;
}

export interface GuidanceSheetInput {
  readonly office: SlipOffice;
  readonly procedure: { readonly code: string; readonly name: string };
  /** Trường hợp; empty where the procedure has but one. */
  readonly caseLabel: string;
  /** Phải nộp. */
  readonly submit: readonly GuidancePaper[];
  /** Chỉ xuất trình: shown and handed back, no copy may be asked for. */
  readonly present: readonly Pick<GuidancePaper, 'name' | 'when'>[];
  /** What the citizen does, one sentence each. */
  readonly steps: readonly string[];
  readonly limitText: string;
  readonly feeText: string;
  /** What is got in the end: "Giấy khai sinh". */
  readonly result: string;
  /** Place with its address. */
  readonly where: string;
  readonly hours: string;
  readonly hotline: string;
  /** Where it can be filed online, without the scheme; may be empty. */
  readonly website: string;
  readonly remarks: readonly string[];
  /** Quyết định công bố the sheet rests on. */
  readonly decision: string;
  readonly givenAt: LocalDateTime;
  readonly officer: string;
  /** Content of the QR: address of the procedure's page; empty: none. */
  readonly qr: string;
  readonly copy: CopyMark;
  readonly demo: boolean;
}

/**
 * Phiếu hướng dẫn thủ tục, one sheet to take home: papers, steps, time, fee, where (what Nghị định 61/2018/NĐ-CP, Điều
 * 15 says must be told). Plain words; what is only shown stands apart from what is handed in.
 */
export function guidanceSheet(input: GuidanceSheetInput): SlipValues {
  const { submit, present } = input;
  const texts: Record<GuidanceSheetField, string> = {
    authority: input.office.authority,
    centre: input.office.centre,
    procedure: input.procedure.name,
    procedureCode: `(${input.procedure.code})`,
    caseLabel: input.caseLabel,
    submitCount: submit.length === 0 ? 'không phải nộp giấy tờ nào' : `${count(submit.length)} loại`,
    presentCount: present.length === 0 ? '' : count(present.length),
    limit: input.limitText,
    fee: input.feeText,
    result: input.result,
    where: sentence(input.where),
    hours: sentence(input.hours),
    hotline: unbroken(input.hotline),
    website: input.website,
    remarks: input.remarks.map(sentence).join(' '),
    decision: input.decision,
    givenAt: momentOnSlip(input.givenAt),
    officer: input.officer,
    copy: copyText(input.copy),
  };
  return filled({
    form: 'guidance-sheet',
    texts,
    tables: {
      submit: submit.map((paper, index) => [String(index + 1), paper.name, paperCountWords(paper), paper.when]),
      present: present.map(({ name, when }) => [name, when]),
      steps: input.steps.map((step) => [sentence(step)]),
    },
    codes: { barcode: '', qr: input.qr },
    demo: input.demo,
  });
}

/** "1 bản chính, 2 bản sao"; what is only told, and no paper, says so. */
export function paperCountWords({ originals, certified, copies }: GuidancePaper): string {
  const parts = [
    { n: originals, what: 'bản chính' },
    { n: certified, what: 'bản sao có chứng thực' },
    { n: copies, what: 'bản sao' },
  ].filter(({ n }) => n > 0);
  return parts.length === 0 ? 'chỉ cung cấp thông tin' : parts.map(({ n, what }) => `${n} ${what}`).join(', ');
}
