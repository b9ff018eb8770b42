import type { GuidancePaper, GuidanceSheetInput } from '../form/guidance-sheet.ts';
import { caseOf, type Channel, type PaperRule, type Procedure } from '../procedure/catalogue.ts';
import { feeWords, limitWords, waysWords } from './sheet-words.ts';

/** What of the guidance sheet the procedure itself says, in plain words. */
export type ProcedureGuidance = Pick<
  GuidanceSheetInput,
  | 'procedure'
  | 'caseLabel'
  | 'submit'
  | 'present'
  | 'steps'
  | 'limitText'
  | 'feeText'
  | 'result'
  | 'remarks'
  | 'decision'
  | 'qr'
>;

/**
 * What is told about a procedure and case (hướng dẫn thủ tục; NĐ 61/2018/NĐ-CP Điều 15, kept by NĐ 118/2025/NĐ-CP): papers,
 * steps, time, fee, result. Throws RangeError for a case the procedure does not have.
 * @param channel how the citizen means to file; time and fee are told for it
 */
export function procedureGuidance(procedure: Procedure, caseId: string, channel: Channel): ProcedureGuidance {
  const chosen = caseOf(procedure, caseId);
  if (chosen === undefined) throw new RangeError(`${procedure.code} has no case ${caseId}`);
  const papers = procedure.papers.filter((paper) => paper.cases === undefined || paper.cases.includes(caseId));
  const exempt = [...new Set(chosen.fees.flatMap((fee) => fee.exempt ?? []))];
  return {
    procedure: { code: procedure.code, name: procedure.name },
    caseLabel: procedure.cases.length < 2 ? '' : lowerFirst(chosen.label),
    submit: setsOf(papers.filter(({ group }) => group === 'submit')).map(toSubmit),
    present: setsOf(papers.filter(({ group }) => group === 'present')).map(toShow),
    steps: stepsOf(procedure, caseId, channel),
    limitText: limitWords(procedure, caseId, channel),
    feeText: feeWords(chosen.fees, channel),
    result: procedure.result,
    remarks: [
      ...procedure.notes,
      ...(exempt.length === 0 ? [] : [`Được miễn phí, lệ phí: ${exempt.map(lowerFirst).join('; ')}`]),
      ...waysWords(procedure, caseId, channel),
    ],
    decision: procedure.decision === null ? '' : `Quyết định ${procedure.decision}`,
    qr: procedure.source.startsWith('https://') ? procedure.source : '',
  };
}

/** Papers of which any one is enough stand together; the others alone. In the order of the procedure. */
function setsOf(papers: readonly PaperRule[]): PaperRule[][] {
  const sets: PaperRule[][] = [];
  for (const paper of papers) {
    const set = sets.find(([first]) => first?.oneOf !== undefined && first.oneOf === paper.oneOf);
    if (set === undefined) sets.push([paper]);
    else set.push(paper);
  }
  return sets;
}

function toSubmit(set: readonly PaperRule[]): GuidancePaper {
  const [first] = set;
  return {
    name: nameOf(set),
    originals: first?.originals ?? 0,
    certified: first?.certifiedCopies ?? 0,
    copies: first?.copies ?? 0,
    when: whenOf(set),
  };
}

function toShow(set: readonly PaperRule[]): { readonly name: string; readonly when: string } {
  return { name: nameOf(set), when: whenOf(set) };
}

function nameOf(set: readonly PaperRule[]): string {
  const names = set.map((paper) => {
    // The usual ID paper says best what counts as one.
    if (paper.role === 'identity' && paper.bring !== undefined) return `${paper.name}: ${lowerFirst(paper.bring)}`;
    return paper.form === undefined || paper.name.includes(paper.form) ? paper.name : `${paper.name} (${paper.form})`;
  });
  // Of a set each one has its own condition.
  return names.length < 2
    ? names.join('')
    : `Một trong các giấy tờ: ${set
        .map(({ condition }, index) => {
          const name = lowerFirst(names[index] ?? '');
          return condition === undefined ? name : `${name} (${lowerFirst(condition)})`;
        })
        .join('; ')}`;
}

/** "khi ủy quyền cho người khác làm thay"; empty where it is always needed. */
function whenOf(set: readonly PaperRule[]): string {
  const [first] = set;
  if (first === undefined || set.length > 1) return '';
  switch (first.need) {
    case 'always':
      return first.role === 'authorisation' ? 'khi ủy quyền cho người khác làm thay' : '';
    case 'case':
      return lowerFirst(first.condition ?? '');
    case 'if-not-in-database':
      return 'khi không tra cứu được trên dữ liệu dùng chung';
    case 'if-any':
      return 'khi có';
  }
}

function stepsOf(procedure: Procedure, caseId: string, channel: Channel): string[] {
  const fees = caseOf(procedure, caseId)?.fees ?? [];
  const free = fees.length > 0 && fees.every(({ amount }) => amount.kind === 'free');
  const pay = free ? [] : ['Nộp phí, lệ phí và nhận biên lai'];
  const begin = beginningOf(procedure, channel);
  if (procedure.fastLane && channel === 'DIRECT') return [...begin, ...pay, 'Chờ nhận kết quả tại quầy'];
  return [
    ...begin,
    'Giấy tờ còn thiếu hoặc chưa đúng thì nhận một phiếu ghi đủ những gì cần bổ sung, bổ sung một lần',
    ...pay,
    'Nhận giấy hẹn, giữ lại để theo dõi hồ sơ',
    'Đến ngày hẹn, mang giấy hẹn và giấy tờ tùy thân đến nhận kết quả; có thể đăng ký nhận qua bưu điện',
  ];
}

function beginningOf({ field }: Procedure, channel: Channel): string[] {
  switch (channel) {
    case 'DIRECT':
      return [`Lấy số lĩnh vực ${field.name}, nộp giấy tờ tại quầy khi được gọi`];
    case 'ONLINE':
      return [
        'Đăng nhập Cổng Dịch vụ công bằng tài khoản VNeID, chọn đúng thủ tục và cơ quan nhận',
        'Điền tờ khai, tải ảnh chụp hoặc bản quét giấy tờ lên; hồ sơ được kiểm tra trong 8 giờ làm việc',
      ];
    case 'POSTAL':
      return ['Gửi giấy tờ qua bưu điện đến nơi nộp, ghi rõ số điện thoại'];
  }
}

function lowerFirst(text: string): string {
  // An abbreviation keeps its capitals.
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
