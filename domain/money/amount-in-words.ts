/**
 * A sum in words (số tiền bằng chữ): "Một trăm năm mươi nghìn đồng". As schools and the treasury's forms write it:
 * mốt, tư and lăm after mươi, linh before a lone unit, nghìn.
 */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const MILLIARD = 1_000_000_000;
/** Beyond it, whole numbers are no longer exact. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * `amount` in whole đồng, with "đồng" at the end and a capital in front.
 * @throws RangeError where it is no whole number from 0 up
 */
export function amountInWords(amount: number): string {
  if (!Number.isInteger(amount) || amount < 0 || amount > MOST) throw new RangeError(`not a sum in đồng: ${amount}`);
  const words = numberInWords(amount).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** A whole number from 0 up, word by word: 105 is một, trăm, linh, năm. */
export function numberInWords(n: number): readonly string[] {
  return n === 0 ? [digit(0)] : wordsOf(n, false);
}

/** `full`: something stands before it, so that its empty hundreds are said. */
function wordsOf(amount: number, full: boolean): string[] {
  const milliards = Math.floor(amount / MILLIARD);
  const rest = amount % MILLIARD;
  const groups = [
    { value: Math.floor(rest / 1_000_000), unit: ['triệu'] },
    { value: Math.floor(rest / 1000) % 1000, unit: ['nghìn'] },
    { value: rest % 1000, unit: [] },
  ];
  const words = milliards === 0 ? [] : [...wordsOf(milliards, full), 'tỷ'];
  for (const { value, unit } of groups) {
    if (value > 0) words.push(...hundreds(value, full || words.length > 0), ...unit);
  }
  return words;
}

/** 1 to 999. */
function hundreds(value: number, full: boolean): string[] {
  const hundred = Math.floor(value / 100);
  const ten = Math.floor(value / 10) % 10;
  const unit = value % 10;
  const words = hundred > 0 || full ? [digit(hundred), 'trăm'] : [];
  if (ten === 0) {
    if (unit === 0) return words;
    return words.length === 0 ? [digit(unit)] : [...words, 'linh', digit(unit)];
  }
  words.push(...(ten === 1 ? ['mười'] : [digit(ten), 'mươi']));
  if (unit > 0) words.push(unitAfterTen(unit, ten));
  return words;
}

function unitAfterTen(unit: number, ten: number): string {
  if (unit === 5) return 'lăm';
  if (ten > 1 && unit === 1) return 'mốt';
  if (ten > 1 && unit === 4) return 'tư';
  return digit(unit);
}

function digit(n: number): string {
  const word = DIGITS[n];
  if (word === undefined) throw new RangeError(`not a digit: ${n}`);
  return word;
}
