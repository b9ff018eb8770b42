import type { Bilingual } from '../text.ts';
import { caseOf, type Channel, type FeeAmount, type FeeRule, type Procedure } from './catalogue.ts';

/** One document to be copied: pages of the original, and how many copies. */
export interface CopyOrder {
  readonly pages: number;
  readonly copies: number;
}

export interface FeeRequest {
  /** Copies, cases or persons the fee is taken for; 1 for an ordinary dossier. */
  readonly quantity: number;
  /** Needed for fees by page. */
  readonly documents?: readonly CopyOrder[];
  /** The exemption claimed, word for word one of the rule's. */
  readonly exemption?: string;
}

/** Amounts are whole đồng. */
export interface FeeLine {
  readonly what: string;
  readonly amount: number;
  readonly explanation: Bilingual;
  readonly legal: string;
}

export interface FeeQuote {
  readonly kind: 'fee';
  readonly total: number;
  readonly lines: readonly FeeLine[];
}

/** The program knows no amount; the officer enters what is taken. `listed` is what the portal shows, never a default. */
export interface AskForFee {
  readonly kind: 'ask';
  readonly why: 'council' | 'unknown' | 'pages' | 'channel';
  readonly what: string;
  readonly reason: Bilingual;
  readonly listed: number | null;
  readonly legal: string;
}

/** 150000 → "150.000 đ". */
export function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;
}

const needWhole = (n: number, what: string): void => {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`${what} must be a whole number from 1 up, not ${n}`);
};

type ByPage = Extract<FeeAmount, { kind: 'perPage' }>;

/** Price of one copy of a document: the first pages at one price, the further ones at another, up to the ceiling. */
export function copyPrice(fee: ByPage, pages: number): number {
  needWhole(pages, 'pages');
  const first = Math.min(pages, fee.firstPages);
  return Math.min(first * fee.first + (pages - first) * fee.further, fee.maxPerCopy);
}

function byPage(rule: FeeRule, fee: ByPage, documents: readonly CopyOrder[]): FeeLine {
  const parts = documents.map((d) => {
    needWhole(d.copies, 'copies');
    const price = copyPrice(fee, d.pages);
    return {
      amount: price * d.copies,
      vi: `${d.pages} trang, ${d.copies} bản × ${dong(price)}`,
      en: `${d.pages} pages, ${d.copies} copies × ${dong(price)}`,
    };
  });
  return {
    what: rule.what,
    amount: parts.reduce((sum, p) => sum + p.amount, 0),
    explanation: { vi: parts.map((p) => p.vi).join('; '), en: parts.map((p) => p.en).join('; ') },
    legal: rule.legal,
  };
}

function asked(rule: FeeRule, why: AskForFee['why'], listed: number | null, reason: Bilingual): AskForFee {
  return { kind: 'ask', why, what: rule.what, reason, listed, legal: rule.legal };
}

function lineOf(rule: FeeRule, request: FeeRequest): FeeLine | AskForFee {
  const { what, legal, amount: fee } = rule;
  if (request.exemption !== undefined && rule.exempt?.includes(request.exemption) === true) {
    return { what, amount: 0, explanation: { vi: `Miễn: ${request.exemption}`, en: 'Exempt' }, legal };
  }
  switch (fee.kind) {
    case 'free':
      return { what, amount: 0, explanation: { vi: 'Không thu', en: 'Free' }, legal };
    case 'fixed':
      return {
        what,
        amount: fee.amount * request.quantity,
        explanation: {
          vi: `${request.quantity} ${fee.per} × ${dong(fee.amount)}`,
          en: `${request.quantity} × ${dong(fee.amount)}`,
        },
        legal,
      };
    case 'perPage':
      if (request.documents === undefined || request.documents.length === 0) {
        return asked(rule, 'pages', null, { vi: 'Nhập số trang và số bản.', en: 'Enter pages and copies.' });
      }
      return byPage(rule, fee, request.documents);
    case 'council':
      return asked(rule, 'council', fee.listed, {
        vi: 'Mức do HĐND tỉnh quyết định, chương trình chưa có mức của tỉnh. Nhập số tiền thu.',
        en: 'The provincial council sets the amount and the program does not have it. Enter the amount taken.',
      });
    case 'unknown':
      return asked(rule, 'unknown', fee.listed, {
        vi: 'Chưa có mức công bố đọc được. Nhập số tiền thu.',
        en: 'No published amount could be read. Enter the amount taken.',
      });
  }
}

/** Who is freed from the fee of a case and channel, word for word as the rules name them; each once. */
export function exemptionsFor(procedure: Procedure, caseId: string, channel: Channel): string[] {
  return [...new Set(rulesFor(procedure, caseId, channel).flatMap((rule) => rule.exempt ?? []))];
}

function rulesFor(procedure: Procedure, caseId: string, channel: Channel): FeeRule[] {
  const chosen = caseOf(procedure, caseId);
  if (chosen === undefined) throw new RangeError(`${procedure.code} has no case ${caseId}`);
  return chosen.fees.filter((fee) => fee.channel === channel || fee.channel === null);
}

/**
 * The fee of a case and channel. Asks as soon as one part is not known: a sum with a guess in it is a guess.
 * An exemption frees those parts of the fee whose rule names it.
 * Throws RangeError for an unknown case, a quantity below 1 or an exemption none of the rules has.
 */
export function feeFor(
  procedure: Procedure,
  caseId: string,
  channel: Channel,
  request: FeeRequest,
): FeeQuote | AskForFee {
  needWhole(request.quantity, 'quantity');
  const rules = rulesFor(procedure, caseId, channel);
  const { exemption } = request;
  if (exemption !== undefined && !rules.some((rule) => rule.exempt?.includes(exemption) === true)) {
    throw new RangeError(`"${exemption}" is no exemption here`);
  }
  const lines: FeeLine[] = [];
  for (const rule of rules) {
    const line = lineOf(rule, request);
    if ('kind' in line) return line;
    lines.push(line);
  }
  if (lines.length === 0) {
    return {
      kind: 'ask',
      why: 'channel',
      what: 'Phí, lệ phí',
      reason: {
        vi: 'Chưa có mức công bố cho cách nộp này. Nhập số tiền thu.',
        en: 'No amount is published for this way of filing. Enter the amount taken.',
      },
      listed: null,
      legal: procedure.feeNote,
    };
  }
  return { kind: 'fee', total: lines.reduce((sum, l) => sum + l.amount, 0), lines };
}
