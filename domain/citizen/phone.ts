import type { Bilingual } from '../text.ts';

/**
 * Telephone numbers of Vietnam (TT 22/2014/TT-BTTTT with the changes of 2017–2018): ten digits for mobiles (03, 05, 07,
 * 08, 09), eleven for fixed lines (02). A number never blocks a dossier.
 */

/** The digits alone, +84 and 0084 as 0. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits.replace(/^(?:\+84|0084|84(?=\d{9}$))0?/, '0').replace(/\D/g, '');
}

/** Null where nothing is odd or nothing typed. */
export function checkPhone(phone: string): Bilingual | null {
  if (phone.trim() === '') return null;
  if (/[^\d\s.()+\u00a0-]/.test(phone)) {
    return {
      vi: 'Số điện thoại có ký tự lạ. Hồ sơ vẫn lưu được',
      en: 'Odd signs in the phone number. It can still be saved',
    };
  }
  const digits = phoneDigits(phone);
  // From abroad, and the short numbers of services and hotlines.
  if (phone.trim().startsWith('+') && !digits.startsWith('0')) return null;
  if (/^1[89]00\d{4,6}$/.test(digits)) return null;
  if (!/^0(?:[235789]|$)/.test(digits)) {
    return {
      vi: 'Đầu số này không có ở Việt Nam. Hồ sơ vẫn lưu được',
      en: 'No Vietnamese number begins so. It can still be saved',
    };
  }
  const by = digits.length - (digits.startsWith('02') ? 11 : 10);
  if (by === 0) return null;
  return by < 0
    ? { vi: `Thiếu ${-by} số. Hồ sơ vẫn lưu được`, en: `${-by} digits missing. It can still be saved` }
    : { vi: `Thừa ${by} số. Hồ sơ vẫn lưu được`, en: `${by} digits too many. It can still be saved` };
}

/** "0912 000 345", "0277 385 1234", "024 3825 1234"; anything else as it was typed. */
export function formatPhone(phone: string): string {
  const digits = phoneDigits(phone);
  if (/^0[35789]\d{8}$/.test(digits)) return digits.replace(/^(.{4})(.{3})(.{3})$/, '$1 $2 $3');
  if (/^02[48]\d{8}$/.test(digits)) return digits.replace(/^(.{3})(.{4})(.{4})$/, '$1 $2 $3');
  if (/^02\d{9}$/.test(digits)) return digits.replace(/^(.{4})(.{3})(.{4})$/, '$1 $2 $3');
  return phone;
}
