import type { CivilDate } from '../calendar/civil-date.ts';
import { documentType } from './document-types.ts';

/** How far a digitised paper may be used (phạm vi sử dụng). */
export type DigitisedScope = 'dossier' | 'owner';

/**
 * What must be known of a digitised paper (NĐ 107/2021, TT 01/2023/TT-VPCP): document type code, owner's ID, title
 * (tên giấy tờ), summary (trích yếu), validity, scope of use.
 */
export interface Description {
  readonly documentType: string;
  /** Personal number (12 digits) or tax code (10, or 13 with the branch) of whom the paper is about; null: nobody's. */
  readonly ownerId: string | null;
  readonly title: string;
  readonly summary: string;
  readonly validFrom: CivilDate | null;
  /** Null: no end is written on it (không thời hạn). */
  readonly validTo: CivilDate | null;
  readonly scope: DigitisedScope;
}

/** What of a description is not yet right, in the order of the form. */
export type DescriptionGap = 'documentType' | 'ownerId' | 'title' | 'summary' | 'validity' | 'scope';

/** As it is filled in, before it is complete. */
export interface DescriptionDraft {
  readonly documentType: string | null;
  readonly ownerId: string;
  readonly title: string;
  readonly summary: string;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
  readonly scope: DigitisedScope | null;
}

/** A summary shorter than this says nothing. */
const SHORTEST_SUMMARY = 3;

export function descriptionGaps(draft: DescriptionDraft): DescriptionGap[] {
  const { validFrom, validTo } = draft;
  const gaps: DescriptionGap[] = [];
  if (draft.documentType === null || documentType(draft.documentType) === null) gaps.push('documentType');
  if (ownerIdOf(draft.ownerId) === undefined) gaps.push('ownerId');
  if (draft.title.trim() === '') gaps.push('title');
  if (draft.summary.trim().length < SHORTEST_SUMMARY) gaps.push('summary');
  if (validFrom !== null && validTo !== null && validTo < validFrom) gaps.push('validity');
  if (draft.scope === null) gaps.push('scope');
  return gaps;
}

/** The description as it is kept; null while something is missing. */
export function describe(draft: DescriptionDraft): Description | null {
  const { documentType: type, scope } = draft;
  const ownerId = ownerIdOf(draft.ownerId);
  if (descriptionGaps(draft).length > 0 || type === null || scope === null || ownerId === undefined) return null;
  return {
    documentType: type,
    ownerId,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    validFrom: draft.validFrom,
    validTo: draft.validTo,
    scope,
  };
}

/** The bare number; null where none is given; undefined where it is neither a personal number nor a tax code. */
function ownerIdOf(typed: string): string | null | undefined {
  const bare = typed.replace(/[\s.-]/g, '');
  if (bare === '') return null;
  return /^(?:\d{12}|\d{10}(?:\d{3})?)$/.test(bare) ? bare : undefined;
}
