import { sentence, unbroken } from './slip-words.ts';

/** What several forms print about a slip itself: which code it carries, that it is a copy. */

/** A dossier's code as it stood when the slip was made. */
export interface SlipCode {
  readonly text: string;
  readonly kind: 'official' | 'temporary';
  /** The dossier is not in the provincial system yet. */
  readonly offline: boolean;
  /** Short code to compare by telephone; printed where offline. */
  readonly checkCode: string;
}

/** Set on a reprint (in lại): 2 is the second issue. */
export type CopyMark = { readonly issue: number; readonly reason: string } | null;

export type CodeField = 'code' | 'codeMark' | 'temporaryMark' | 'offlineMark' | 'checkCode';

/** Said on every paper made while the clock of the machine is known to be wrong, rather than left to be found out. */
export const CLOCK_WRONG = 'Đồng hồ máy sai lúc in, ngày giờ trên giấy này cần đối chiếu.';

/** Mã hồ sơ with its marks; all empty where the dossier has no code. */
export function codeTexts(code: SlipCode | null): Record<CodeField, string> {
  const isTemporary = code?.kind === 'temporary';
  const isOffline = code?.offline === true;
  return {
    code: code?.text ?? '',
    codeMark: isTemporary ? unbroken('(số tạm)') : '',
    temporaryMark: isTemporary ? 'Mã chính thức cấp sau.' : '',
    offlineMark: isOffline ? 'Chưa ghi nhận trên hệ thống tỉnh lúc in.' : '',
    checkCode: isOffline ? code.checkCode : '',
  };
}

export function copyText(copy: CopyMark): string {
  return copy === null ? '' : `BẢN SAO, in lại lần ${copy.issue}, lý do: ${sentence(copy.reason)}`;
}
