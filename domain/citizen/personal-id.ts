import type { CivilDate } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';
import type { Sex } from './person.ts';
import { provinceOfPrefix } from './id-prefixes.ts';

/** Số định danh cá nhân: what its 12 digits say (NĐ 137/2015/NĐ-CP; TT 59/2021/TT-BCA, Điều 4). It has no check digit. */
export interface PersonalIdFacts {
  readonly prefix: string;
  /** Province of birth registration by its name before 1/7/2025; null for a country or a prefix not in the table. */
  readonly province: string | null;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** Something that looks odd. It never blocks: the officer sees the card, and sex or date may have been corrected by law. */
export interface Warning {
  readonly code: 'id-old-number' | 'id-letters' | 'id-length' | 'id-prefix' | 'id-sex' | 'id-birth-year';
  readonly text: Bilingual;
}

/** The facts in a 12-digit number, spaces and dots allowed between digits; null where it is not one. */
export function personalIdFacts(id: string): PersonalIdFacts | null {
  const digits = bare(id);
  if (!/^\d{12}$/.test(digits)) return null;
  const century = Number(digits[3]);
  return {
    prefix: digits.slice(0, 3),
    province: provinceOfPrefix(digits.slice(0, 3)),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(digits.slice(4, 6)),
  };
}

/** Whether it has the shape of số chứng minh nhân dân, the 9-digit number of before; an old number only. */
export function isOldNumber(id: string): boolean {
  return /^\d{9}$/.test(bare(id));
}

/** What looks odd about a typed personal number; empty where nothing does, or where nothing is typed. */
export function checkPersonalId(
  id: string,
  known: { readonly birthDate?: CivilDate | null; readonly sex?: Sex | null } = {},
): Warning[] {
  const digits = bare(id);
  if (digits === '') return [];
  if (/\D/.test(digits)) {
    return [warning('id-letters', 'Số định danh chỉ gồm chữ số', 'A personal number has digits only')];
  }
  if (digits.length === 9) {
    const vi = 'Đây là số chứng minh nhân dân cũ, chỉ ghi là số cũ';
    return [warning('id-old-number', vi, 'This is an old identity number, kept as an old number only')];
  }
  const facts = personalIdFacts(digits);
  if (facts === null) return [lengthWarning(digits.length)];
  const warnings: Warning[] = [];
  if (facts.province === null) {
    const vi = `Ba số đầu ${facts.prefix} không phải mã tỉnh; có thể người này đăng ký khai sinh ở nước ngoài`;
    const en = `${facts.prefix} is no province; the birth may have been registered abroad`;
    warnings.push(warning('id-prefix', vi, en));
  }
  if (known.sex !== undefined && known.sex !== null && known.sex !== facts.sex) {
    const [vi, en] = facts.sex === 'male' ? ['nam', 'male'] : ['nữ', 'female'];
    warnings.push(
      warning(
        'id-sex',
        `Số định danh là của ${vi}, khác giới tính đã ghi`,
        `The number says ${en}, unlike the sex given`,
      ),
    );
  }
  if (known.birthDate !== undefined && known.birthDate !== null) {
    const year = Number(known.birthDate.slice(0, 4));
    if (year !== facts.birthYear) {
      const vi = `Số định danh ghi năm sinh ${facts.birthYear}, khác ngày sinh đã ghi`;
      warnings.push(warning('id-birth-year', vi, `The number says born in ${facts.birthYear}, unlike the date given`));
    }
  }
  return warnings;
}

/** "087 196 004 218", as on screen; slips print it unbroken. Other text is given back as it is. */
export function formatPersonalId(id: string): string {
  const digits = bare(id);
  return /^(?:\d{12}|\d{9})$/.test(digits) ? digits.replace(/\d{3}(?=\d)/g, '$& ') : id;
}

/** "••• ••• ••• 218": for rows and screens others can see. A text that is no number is hidden whole. */
export function maskPersonalId(id: string): string {
  const digits = bare(id);
  if (!/^(?:\d{12}|\d{9})$/.test(digits)) return '•'.repeat(Math.min(id.length, 12));
  return formatPersonalId(digits).replace(/\d(?=.*\d{3}$)/g, '•');
}

function bare(id: string): string {
  return id.replace(/[\s.\u00a0-]/g, '');
}

function lengthWarning(length: number): Warning {
  const by = Math.abs(12 - length);
  return length < 12
    ? warning('id-length', `Thiếu ${by} số. Hồ sơ vẫn lưu được`, `${by} digits missing. It can still be saved`)
    : warning('id-length', `Thừa ${by} số. Hồ sơ vẫn lưu được`, `${by} digits too many. It can still be saved`);
}

function warning(code: Warning['code'], vi: string, en: string): Warning {
  return { code, text: { vi, en } };
}

export { checkPhone, formatPhone } from './phone.ts';
export { checkTaxCode } from './tax-code.ts';
