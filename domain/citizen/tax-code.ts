import type { Bilingual } from '../text.ts';

/** Weights of the tenth digit of a tax code (mã số thuế): 10 − (sum mod 11). Common practice, [G]: so a warning only. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * What looks odd about a tax code: 10 digits, 10-3 for a branch, or the 12 digits of the personal number, which serve
 * as a person's tax code since 1/7/2025. Null where nothing is odd or nothing typed; it never blocks.
 */
export function checkTaxCode(code: string): Bilingual | null {
  const bare = code.replace(/[\s.]/g, '');
  if (bare === '' || /^\d{12}$/.test(bare)) return null;
  if (!/^\d{10}(?:-?\d{3})?$/.test(bare)) {
    return {
      vi: 'Mã số thuế gồm 10, 12 hoặc 13 chữ số. Hồ sơ vẫn lưu được',
      en: 'A tax code has 10, 12 or 13 digits. It can still be saved',
    };
  }
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(bare[at]), 0);
  if (10 - (sum % 11) === Number(bare[9])) return null;
  return {
    vi: 'Mã số thuế có thể gõ nhầm một số. Hồ sơ vẫn lưu được',
    en: 'One digit of the tax code may be mistyped. It can still be saved',
  };
}
