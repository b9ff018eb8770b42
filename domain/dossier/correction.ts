import { canonical, type Json } from '../log/canonical.ts';
import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';
import { hasLeft } from './correction-limit.ts';
import type { Holder } from './events/common.ts';
import type { Correction } from './events/change.ts';
import type { DossierReceived } from './events/receipt.ts';
import type { DossierForm } from './events/slip.ts';
import { mayDo, type LawView } from './law.ts';
import { stateFacts } from './states.ts';
import type { DossierView, SlipView } from './view.ts';

/**
 * Putting a received dossier right (đính chính hồ sơ đã tiếp nhận): what may be changed, by whom, and what follows. The
 * code and the moment of receipt never change: they stand on paper and the law counts from them.
 */

/** Everything that may be corrected; complete, so that a new part of a receipt asks for its line. */
const correctable: Readonly<Record<keyof Correction, true>> = {
  procedure: true,
  applicant: true,
  submitter: true,
  papers: true,
  sets: true,
  quantity: true,
  competentOffice: true,
  processingUnit: true,
  resultWay: true,
  resultAddress: true,
  land: true,
  due: true,
  handoverBy: true,
  note: true,
  fee: true,
};
// Object.keys gives strings; the object has one key a field.
export const correctableFields = Object.keys(correctable) as (keyof Correction)[];

/** What of a receipt is different now. */
export function correctionOf(before: DossierReceived, after: DossierReceived): Correction {
  const changed = correctableFields.filter((field) => !isSame(before[field], after[field]));
  // Built from the fields of one receipt.
  return Object.fromEntries(changed.map((field) => [field, after[field]])) as Correction;
}

/** Receipts are the JSON of their events. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a as Json) === canonical(b as Json);
}

/** Who may correct, as the dossier stands. */
export type CorrectionLimit =
  | { readonly kind: 'free' }
  /** Only with a supervisor's approval; the reasons in words. */
  | { readonly kind: 'approval'; readonly why: readonly Bilingual[] }
  | { readonly kind: 'never'; readonly why: Bilingual };

type CorrectionView = LawView & Pick<DossierView, 'received' | 'custody' | 'state'>;

/**
 * An officer of the receiving office corrects on the day of receipt while the paper is still at the shop; after that a
 * supervisor must approve. Another office's receipt is that office's to correct.
 */
export function correctionLimit(view: CorrectionView, office: string, today: CivilDate): CorrectionLimit {
  const { received } = view;
  const may = mayDo(view, 'dossier.corrected');
  if (received === null || may === 'never') {
    const { name } = stateFacts[view.state];
    return {
      kind: 'never',
      why: {
        vi: `Hồ sơ đang ở bước “${name.vi}”, không sửa được nữa`,
        en: `The dossier is at “${name.en}” and cannot be corrected`,
      },
    };
  }
  if (received.receivingOffice !== office) {
    const why = { vi: 'Chỉ nơi tiếp nhận được sửa hồ sơ', en: 'Only the office that received it may correct it' };
    return { kind: 'never', why };
  }
  const why = [
    ...(may === 'override' ? [AFTER_THE_RESULT] : []),
    ...(dateOf(received.receivedAt) === today ? [] : [ANOTHER_DAY]),
    ...(hasLeft(view) ? [HAS_LEFT] : []),
  ];
  return why.length === 0 ? { kind: 'free' } : { kind: 'approval', why };
}

const AFTER_THE_RESULT: Bilingual = { vi: 'đã có kết quả', en: 'there is a result already' };
const ANOTHER_DAY: Bilingual = { vi: 'đã qua ngày tiếp nhận', en: 'the day of receipt is over' };
const HAS_LEFT: Bilingual = { vi: 'giấy tờ đã bàn giao khỏi quầy', en: 'the paper has left the counter' };

/** Which parts of a receipt stand on which slip: changed, the slip says something false. */
export const printedOn: Readonly<Partial<Record<DossierForm, readonly (keyof Correction)[]>>> = {
  '01': [
    'procedure',
    'applicant',
    'submitter',
    'papers',
    'sets',
    'resultWay',
    'resultAddress',
    'land',
    'due',
    'fee',
    'competentOffice',
  ],
  '06': ['procedure', 'applicant', 'due', 'handoverBy', 'processingUnit', 'competentOffice'],
};

/** What follows from a correction. */
export interface CorrectionResult {
  /** Slips that are void from now on, copies among them; each needs a new one. */
  readonly voids: readonly SlipView[];
  readonly reprint: readonly DossierForm[];
  /** The citizen holds paper that says something else and must be told (phải gọi báo). */
  readonly callBack: boolean;
  /** The promise moves; null where it does not. */
  readonly due: { readonly before: LocalDateTime | null; readonly after: LocalDateTime | null } | null;
  /** The paper lies with somebody who is no longer the right one. */
  readonly fetchFrom: Holder | null;
  /** Đồng still to take; negative: to give back; 0: nothing. */
  readonly feeDifference: number;
}

export function followsFrom(
  view: Pick<DossierView, 'received' | 'slips' | 'custody' | 'clock' | 'payments'>,
  change: Correction,
): CorrectionResult {
  const isTouched = ({ form }: SlipView): boolean =>
    (printedOn[form] ?? []).some((field) => change[field] !== undefined);
  const voids = view.slips.filter((slip) => slip.voidedBy === null && isTouched(slip));
  const reprint = [...new Set(voids.map((slip) => slip.form))].sort();
  const { received, clock } = view;
  const moved = change.due !== undefined && clock.endedAt === null && change.due.at !== (received?.due.at ?? null);
  const unit = change.processingUnit ?? received?.processingUnit ?? '';
  const { holder } = view.custody;
  const isElsewhere =
    (change.processingUnit !== undefined || change.competentOffice !== undefined) &&
    holder?.kind === 'unit' &&
    (holder.place !== unit || holder.office !== (change.competentOffice ?? received?.competentOffice));
  return {
    voids,
    reprint,
    callBack: voids.some((slip) => slip.form === '01'),
    due: moved ? { before: received?.due.at ?? null, after: change.due.at } : null,
    fetchFrom: isElsewhere ? holder : null,
    feeDifference: change.fee === undefined ? 0 : owedAfter(view, change.fee) - owedBefore(view),
  };
}

type Owing = Pick<DossierView, 'received' | 'payments'>;

function owedBefore({ received, payments }: Owing): number {
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  return (received?.fee.amount ?? 0) - paid;
}

/** What the receipt itself says was paid is corrected with it; what was paid later stays. */
function owedAfter({ payments }: Owing, fee: DossierReceived['fee']): number {
  const later = payments.filter((payment) => !payment.atReceipt).reduce((sum, payment) => sum + payment.amount, 0);
  const atReceipt = fee.paid === 'unpaid' || fee.paid === 'nothing-due' ? 0 : fee.amount;
  return fee.amount - later - atReceipt;
}
