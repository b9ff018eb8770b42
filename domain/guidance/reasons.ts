import type { Bilingual } from '../text.ts';

/** Why a paper is not right (chưa đúng vì), as the row offers it: A to E. */
export const wrongReasons = ['uncertified', 'expired', 'altered', 'unsigned', 'other'] as const;
export type WrongReason = (typeof wrongReasons)[number];

/** What the supplement slip says of it; of `other`, the officer says it. */
export const reasonWords: Readonly<Record<Exclude<WrongReason, 'other'> | 'missing', Bilingual>> = {
  missing: { vi: 'chưa có trong hồ sơ', en: 'not in the dossier' },
  uncertified: { vi: 'bản đã nộp chưa được chứng thực', en: 'the copy handed in is not certified' },
  expired: { vi: 'bản đã nộp hết hạn', en: 'the paper handed in has expired' },
  altered: { vi: 'bản đã nộp bị tẩy xóa', en: 'the paper handed in was altered' },
  unsigned: { vi: 'bản đã nộp thiếu chữ ký', en: 'the paper handed in lacks a signature' },
};

/** Of a paper that is only shown: nothing was handed in. */
export const shownReasonWords: typeof reasonWords = {
  missing: { vi: 'chưa xuất trình', en: 'not shown' },
  uncertified: { vi: 'bản xuất trình chưa được chứng thực', en: 'the copy shown is not certified' },
  expired: { vi: 'giấy xuất trình hết hạn', en: 'the paper shown has expired' },
  altered: { vi: 'giấy xuất trình bị tẩy xóa', en: 'the paper shown was altered' },
  unsigned: { vi: 'giấy xuất trình thiếu chữ ký', en: 'the paper shown lacks a signature' },
};

/** Said of `other` while the officer has not said why. */
export const NOT_RIGHT: Bilingual = { vi: 'chưa đúng quy định', en: 'not as required' };

/** Why a dossier is refused at the counter (từ chối tiếp nhận, Mẫu 03). */
export const refusalReasons = ['wrong-authority', 'not-allowed', 'not-supplemented', 'other'] as const;
