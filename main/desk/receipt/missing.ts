import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Person } from '../../../domain/citizen/person.ts';
import type { Submitter } from '../../../domain/dossier/events/receipt.ts';
import type { Procedure } from '../../../domain/procedure/catalogue.ts';
import type { ChecklistVerdict } from '../../../domain/procedure/checklist.ts';

type Missing = Assessment['missing'][number];

/** What stands between the form and the receipt, in the order of the work. */
export function missingFor(known: {
  content: ReceiptContent;
  applicant: Person | null;
  submitter: Submitter | null;
  procedure: Procedure | null;
  caseId: string | null;
  verdict: ChecklistVerdict | null;
  hasDue: boolean;
  hasFee: boolean;
  hasOffice: boolean;
}): Missing[] {
  const { content, applicant, submitter, procedure, caseId, verdict } = known;
  const missing: Missing[] = [];
  const add = (field: string, vi: string, en: string): void => {
    missing.push({ field, text: { vi, en } });
  };
  // Decision 8: in the fast lane the person may stay unnamed.
  if (applicant === null && procedure?.fastLane !== true) add('applicant', 'chưa có người nộp', 'no applicant yet');
  if (content.submitter !== null && submitter === null) {
    add('submitter', 'chưa đủ thông tin người nộp thay', 'who hands it in is not complete');
  }
  if (!known.hasOffice) {
    add('competentOffice', 'không có cơ quan giải quyết này', 'there is no such competent office');
  }
  if (procedure === null) add('procedure', 'chưa chọn thủ tục', 'no procedure chosen');
  else if (caseId === null) add('case', 'chưa chọn trường hợp', 'no case chosen');
  if (verdict !== null && verdict.kind !== 'complete') {
    missing.push({ field: 'papers', text: { vi: lowerFirst(verdict.text.vi), en: lowerFirst(verdict.text.en) } });
  }
  if (caseId !== null && !known.hasDue) add('due', 'chưa có ngày hẹn và căn cứ', 'no due date with its basis');
  if (caseId !== null && !known.hasFee) add('fee', 'chưa nhập lệ phí', 'no fee entered');
  if (content.resultWay === 'post' && content.resultAddress.trim() === '') {
    add('resultAddress', 'chưa có địa chỉ gửi kết quả', 'no address to post the result to');
  }
  return missing;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
