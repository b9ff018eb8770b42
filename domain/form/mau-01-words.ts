import type { Mau01Input, SlipPaper } from './mau-01-input.ts';
import { count, moneyOnSlip, sentence, unbroken } from './slip-words.ts';

/** The sentences of Mẫu 01 that depend on the dossier. */

export function paperRows(papers: readonly SlipPaper[]): readonly (readonly string[])[] {
  return papers
    .filter((paper) => paper.group === 'submit')
    .map((paper, index) => {
      const kinds = [
        { n: paper.originals, what: unbroken('Bản chính') },
        { n: paper.copies, what: unbroken('Bản sao') },
      ].filter(({ n }) => n > 0);
      const kind = kinds.map(({ what }) => what).join(', ');
      const counts = kinds.map(({ n }) => count(n)).join(', ');
      return [String(index + 1), paper.name, kind === '' ? 'Thông tin' : kind, counts === '' ? count(1) : counts];
    });
}

export function shownPapers(papers: readonly SlipPaper[]): string {
  return papers
    .filter((paper) => paper.group === 'present')
    .map((paper) => insideSentence(paper.name))
    .join('; ');
}

/** "Thẻ căn cước" → "thẻ căn cước"; a name that begins with an abbreviation ("CCCD") stays. */
function insideSentence(name: string): string {
  const second = name.slice(1, 2);
  return second === second.toLowerCase() ? `${name.slice(0, 1).toLowerCase()}${name.slice(1)}` : name;
}

export function resultWay(result: Mau01Input['result']): string {
  switch (result.way) {
    case 'counter':
      return 'Quầy trả kết quả';
    case 'post':
      return `${result.address === '' ? 'nhà' : result.address}, qua bưu chính công ích`;
    case 'electronic':
      return 'Cổng Dịch vụ công quốc gia (bản điện tử)';
  }
}

export function feeText(fee: Mau01Input['fee']): string {
  const money = moneyOnSlip(fee.amount);
  const receipt = fee.receiptNumber === '' ? '' : `, biên lai số ${fee.receiptNumber}`;
  switch (fee.paid) {
    case 'nothing-due':
      return money;
    case 'unpaid':
      return `${money} (chưa nộp)`;
    case 'cash':
      return `${money} (đã nộp${receipt})`;
    case 'transfer':
      return `${money} (đã chuyển khoản${receipt})`;
    case 'online':
      return `${money} (đã nộp trực tuyến${receipt})`;
  }
}

export function noteText(input: Mau01Input): string {
  const isTaxpayer = input.applicant?.identity.kind === 'tax-code';
  const identity = isTaxpayer ? 'giấy tờ tùy thân của người nhận' : 'thẻ căn cước';
  const bring =
    input.fee.paid === 'unpaid' && input.fee.amount > 0
      ? `mang theo giấy này, ${identity} và tiền phí, lệ phí`
      : `mang theo giấy này và ${identity}`;
  return [
    `Khi nhận kết quả ${bring}; người nhận thay mang thêm giấy ủy quyền.`,
    ...input.remarks.map(sentence),
    ...(input.hotline === '' ? [] : [`Hỏi đáp: ${unbroken(input.hotline)}.`]),
    ...(input.lookup === '' ? [] : [`Theo dõi hồ sơ: quét mã trên giấy này hoặc vào ${input.lookup}.`]),
  ].join(' ');
}
