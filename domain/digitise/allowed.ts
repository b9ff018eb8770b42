import type { PaperRule } from '../procedure/catalogue.ts';
import { documentType } from './document-types.ts';

/** Whether a paper may be made into a file, and why not. */
export type MayDigitise = { readonly may: true } | { readonly may: false; readonly why: 'identity' };

/**
 * Images of ID cards only where the law needs them: who shows the card may not be asked for papers or data already on
 * it (Luật Căn cước 26/2023/QH15 Điều 20.3), and its picture is sensitive personal data (NĐ 356/2025/NĐ-CP Điều 4).
 * So an identity paper becomes a file only where the procedure itself keeps a copy of it: handed in, copies above 0.
 * A paper that is only shown (xuất trình) may be photographed, unless it is one of these.
 *
 * @param paper as the catalogue of the dossier's procedure has it; null: not one of its papers
 * @param type code of the kind of paper the officer names; null while none is chosen
 */
export function mayDigitise(
  paper: Pick<PaperRule, 'role' | 'group' | 'copies' | 'certifiedCopies'> | null,
  type: string | null,
): MayDigitise {
  const identity = paper?.role === 'identity' || (type !== null && documentType(type)?.identity === true);
  if (!identity) return { may: true };
  // A copy that must be kept is one of the identity paper itself: another paper's copy does not cover it.
  const kept =
    paper?.role === 'identity' && paper.group === 'submit' && paper.copies + (paper.certifiedCopies ?? 0) > 0;
  return kept ? { may: true } : { may: false, why: 'identity' };
}
