import type { DossierView, Opinion } from '../dossier/view.ts';
import { stateFacts } from '../dossier/states.ts';
import type { WorkStep } from '../dossier/events/processing.ts';
import type { Bilingual } from '../text.ts';

/** The step a dossier is at, in the unit's own words. */

/** Opinions asked for and not yet answered, the oldest first. */
export function openOpinions({ work }: Pick<DossierView, 'work'>): readonly Opinion[] {
  return work.opinions.filter((opinion) => opinion.answeredAt === null);
}

export const workStepNames: Readonly<Record<WorkStep, Bilingual>> = {
  review: { vi: 'Đang thẩm định', en: 'Under review' },
  site: { vi: 'Kiểm tra thực địa', en: 'On site' },
  signature: { vi: 'Chờ ký', en: 'For signature' },
  other: { vi: 'Bước khác', en: 'Another step' },
};

/** "Mới nhận", "Chờ trích đo", "Chờ ý kiến Chi nhánh VPĐK". */
export function stepOf(view: Pick<DossierView, 'state' | 'work'>): Bilingual {
  const { state, work } = view;
  if (state !== 'received' && state !== 'processing') return stateFacts[state].name;
  const asked = openOpinions(view).at(-1);
  // What was done last is where it stands.
  if (asked !== undefined && (work.stepAt === null || work.stepAt <= asked.askedAt)) {
    return { vi: `Chờ ý kiến ${asked.agency}`, en: `Waiting for ${asked.agency}` };
  }
  if (work.step === null) return { vi: 'Mới nhận', en: 'Just taken' };
  const words = work.stepWords.trim();
  return words === '' ? workStepNames[work.step] : { vi: words, en: words };
}
