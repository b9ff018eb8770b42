import { limitOnSlip, moneyOnSlip } from '../form/slip-words.ts';
import type { Channel, FeeAmount, FeeRule, Procedure } from '../procedure/catalogue.ts';
import { limitFor, type TimeLimit } from '../procedure/limit.ts';

/** Time and money of a procedure as the guidance sheet tells them to a citizen. Vietnamese: it is the citizen's sheet. */

const WAYS: Readonly<Record<Channel, string>> = {
  DIRECT: 'trực tiếp tại quầy',
  ONLINE: 'trực tuyến',
  POSTAL: 'qua bưu điện',
};

/** How long it takes; where no limit can be used, where the date will be told. */
export function limitWords(procedure: Procedure, caseId: string, channel: Channel): string {
  if (procedure.fastLane && channel === 'DIRECT') return 'trả ngay tại quầy';
  const limit = limitFor(procedure, caseId, channel);
  if (limit.kind === 'ask') return 'theo ngày ghi trên giấy hẹn khi nộp';
  if (limit.unit === 'SAME_DAY') return 'trong ngày làm việc; nộp sau 15 giờ thì trả vào ngày làm việc kế tiếp';
  return `${limitOnSlip(limit)} kể từ khi nộp đủ giấy tờ`;
}

/** Other ways of filing that take less time. */
export function waysWords(procedure: Procedure, caseId: string, channel: Channel): string[] {
  if (procedure.fastLane) return [];
  const own = limitFor(procedure, caseId, channel);
  return (['DIRECT', 'ONLINE', 'POSTAL'] as const).flatMap((other) => {
    if (other === channel) return [];
    const limit = limitFor(procedure, caseId, other);
    return own.kind === 'limit' && limit.kind === 'limit' && isShorter(limit, own)
      ? [`Nộp ${WAYS[other]} chỉ mất ${limitOnSlip(limit)}`]
      : [];
  });
}

function isShorter(limit: TimeLimit, than: TimeLimit): boolean {
  return limit.unit === than.unit && limit.value < than.value;
}

/** What it costs; an amount that is not known is told at the counter, never guessed. */
export function feeWords(fees: readonly FeeRule[], channel: Channel): string {
  const rules = fees.filter((fee) => fee.channel === channel || fee.channel === null);
  if (rules.length === 0) return 'báo tại quầy khi nộp';
  if (rules.every(({ amount }) => amount.kind === 'free')) return 'không thu';
  const [only, second] = rules;
  if (only !== undefined && second === undefined) return amountWords(only.amount);
  return rules
    .map(({ what, amount }) => `${what.charAt(0).toLowerCase()}${what.slice(1)}: ${amountWords(amount)}`)
    .join('; ');
}

function amountWords(amount: FeeAmount): string {
  switch (amount.kind) {
    case 'free':
      return 'không thu';
    case 'fixed':
      return `${moneyOnSlip(amount.amount)} một ${amount.per}`;
    case 'perPage':
      return `${moneyOnSlip(amount.first)} một trang, từ trang thứ ${amount.firstPages + 1} là ${moneyOnSlip(amount.further)}, nhiều nhất ${moneyOnSlip(amount.maxPerCopy)} một bản`;
    case 'council':
      return 'theo mức của Hội đồng nhân dân tỉnh, báo tại quầy khi nộp';
    case 'unknown':
      return 'báo tại quầy khi nộp';
  }
}
