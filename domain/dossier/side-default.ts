import { plainDate } from '../calendar/date-words.ts';
import { dateOf } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';
import type { DossierEventType } from './events.ts';
import type { Known } from './sides.ts';
import type { DossierView } from './view.ts';

/** Which of two sides stands by the rules, and why (mặc định theo quy định). */

export type Choice = 'left' | 'right' | 'both';

export interface Default {
  readonly choice: Choice;
  readonly reason: Bilingual;
  readonly mayBoth: boolean;
}

/**
 * What citizens hold on paper weighs first; then what the law allows once only; then what cannot be undone; at last what
 * is in effect already. No clock decides.
 */
export function defaultOf(view: DossierView, left: readonly Known[], right: readonly Known[]): Default {
  const mayBoth = bothStand(left, right);
  const [l, r] = [left.map(idOf), right.map(idOf)];
  const paper = only(holdsPaper(view, l), holdsPaper(view, r));
  if (paper !== null && isAboutPaper(left, right)) return { ...paper, reason: ON_PAPER, mayBoth };
  const once = onlyOnce(view, left, right);
  if (once !== null) return { ...once, mayBoth };
  const weight = only(weightOf(left) > weightOf(right), weightOf(right) > weightOf(left));
  if (weight !== null) return { ...weight, reason: heavier(weight.choice === 'left' ? left : right), mayBoth };
  if (mayBoth) return { choice: 'both', reason: BOTH, mayBoth };
  return { choice: 'left', reason: IN_EFFECT, mayBoth };
}

const ON_PAPER: Bilingual = { vi: 'Theo phiếu người dân đang giữ', en: 'By the slip the citizen holds' };
const IN_EFFECT: Bilingual = { vi: 'Đang có hiệu lực', en: 'In effect now' };
const BOTH: Bilingual = { vi: 'Hai việc không loại trừ nhau', en: 'Neither rules the other out' };

const idOf = ({ envelope }: Known): string => envelope.id;

function only(left: boolean, right: boolean): { readonly choice: 'left' | 'right' } | null {
  if (left === right) return null;
  return { choice: left ? 'left' : 'right' };
}

/** Whether a slip that holds puts one of these on paper, or was made after it by the same desk and says it. */
function holdsPaper(view: DossierView, ids: readonly string[]): boolean {
  return view.slips.some((slip) => slip.voidedBy === null && slip.about !== null && ids.includes(slip.about));
}

/** Slips replacing one another are judged by themselves. */
function isAboutPaper(left: readonly Known[], right: readonly Known[]): boolean {
  return [...left, ...right].every(({ event }) => event.type !== 'dossier.slipIssued');
}

/** Requests and extensions the law allows once (NĐ 309/2026, Điều 17 khoản 2a; NĐ 61/2018 Điều 19 khoản 9). */
function onlyOnce(view: DossierView, left: readonly Known[], right: readonly Known[]): Omit<Default, 'mayBoth'> | null {
  const isRequest = (side: readonly Known[]): boolean => has(side, 'dossier.supplementRequested');
  const mine = new Set([...left, ...right].map(idOf));
  const used = view.rounds.find((round) => !mine.has(round.eventId));
  if (used === undefined || isRequest(left) === isRequest(right)) return null;
  const day = plainDate(dateOf(used.at)).slice(0, 5);
  return {
    choice: isRequest(left) ? 'right' : 'left',
    reason: {
      vi: `Theo quy định: chỉ được yêu cầu bổ sung một lần, lần 1 đã dùng ${day}`,
      en: `By law a supplement is asked for once; it was, on ${day}`,
    },
  };
}

/** How hard an act is to undo: the result in a citizen's hands weighs most. */
const weights: Readonly<Partial<Record<DossierEventType, number>>> = {
  'dossier.returned': 9,
  'dossier.archived': 8,
  'dossier.finished': 7,
  'dossier.received': 6,
  'dossier.stopped': 5,
  'dossier.supplemented': 4,
  'dossier.financialFulfilled': 4,
  'dossier.withdrawalRequested': 3,
  'dossier.handoverAccepted': 2,
  'dossier.supplementRequested': 1,
  'dossier.financialRequested': 1,
};

function weightOf(side: readonly Known[]): number {
  return Math.max(0, ...side.map(({ event }) => weights[event.type] ?? 0));
}

function heavier(side: readonly Known[]): Bilingual {
  if (has(side, 'dossier.returned')) return { vi: 'Kết quả đã ở tay người dân', en: 'The citizen has the result' };
  if (has(side, 'dossier.archived')) return { vi: 'Kết quả đã lưu', en: 'The result is archived' };
  if (has(side, 'dossier.finished')) return { vi: 'Đã có kết quả', en: 'There is a result' };
  if (has(side, 'dossier.received')) return { vi: 'Đã nhận hồ sơ và cấp mã', en: 'Received, with its code' };
  if (has(side, 'dossier.stopped')) return { vi: 'Đã ra thông báo dừng', en: 'The notice of stopping is out' };
  if (has(side, 'dossier.handoverAccepted')) return { vi: 'Đã ký nhận giấy tờ', en: 'The paper was signed for' };
  if (has(side, 'dossier.withdrawalRequested')) return { vi: 'Theo yêu cầu của người dân', en: 'As the citizen asked' };
  if (has(side, 'dossier.supplemented') || has(side, 'dossier.financialFulfilled')) {
    return { vi: 'Người dân đã làm xong', en: 'The citizen has done it' };
  }
  return { vi: 'Người dân đã được yêu cầu', en: 'The citizen was asked' };
}

function has(side: readonly Known[], type: DossierEventType): boolean {
  return side.some(({ event }) => event.type === type);
}

/** Acts of which both may stand: two who signed, a date moved and the result then there, two payments. */
function bothStand(left: readonly Known[], right: readonly Known[]): boolean {
  const types = (side: readonly Known[]): DossierEventType[] => side.map(({ event }) => event.type);
  const isEach = (side: readonly Known[], ...wanted: DossierEventType[]): boolean =>
    types(side).every((type) => wanted.includes(type));
  if (isEach(left, 'dossier.handoverAccepted') && isEach(right, 'dossier.handoverAccepted')) return true;
  if (isEach([...left, ...right], 'dossier.feePaid', 'dossier.feeRefunded')) return true;
  if (isEach([...left, ...right], 'dossier.paperDigitised')) return true;
  const [one, other] = [types(left), types(right)];
  const pair = (a: DossierEventType, b: DossierEventType): boolean =>
    (one.every((t) => t === a) && other.every((t) => t === b)) ||
    (one.every((t) => t === b) && other.every((t) => t === a));
  return pair('dossier.extended', 'dossier.finished') || pair('dossier.corrected', 'dossier.finished');
}
