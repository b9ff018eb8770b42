import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import type { Procedure } from '../../../domain/procedure/catalogue.ts';
import type { Checklist } from '../../../domain/procedure/checklist.ts';
import { countText } from '../../../domain/procedure/paper-text.ts';
import type { Bilingual } from '../../../domain/text.ts';

/** Procedure and papers as the screen shows them. */

export function shownProcedure(procedure: Procedure, caseId: string | null): NonNullable<Assessment['procedure']> {
  const { code, name, shortName, nameEn, field, decision, levels, fastLane, cases } = procedure;
  return {
    code,
    name,
    shortName,
    nameEn,
    field: field.name,
    decision,
    level: levels[0] ?? '',
    fastLane,
    isLand: field.name === 'Đất đai',
    feeByPage: cases.some((row) => row.fees.some((fee) => fee.amount.kind === 'perPage')),
    cases: cases.map(({ id, label, labelEn, when }) => ({ id, label, labelEn, when })),
    caseId,
  };
}

/** What was asked for last time, by paper: that is what the citizen comes back with. */
export function askedBefore(view: DossierView | null): ReadonlyMap<string, Bilingual> {
  const last = view?.guided ?? null;
  const open = view?.rounds.at(-1)?.answeredAt === null;
  return new Map(
    (open ? (last?.demands ?? []) : []).flatMap(({ paperId, bring, reason }) =>
      paperId === null
        ? []
        : [[paperId, { vi: `Đã yêu cầu ${bring}; ${reason}`, en: `Asked for: ${bring}; ${reason}` }] as const],
    ),
  );
}

export function checklistRows(
  checklist: Checklist,
  content: ReceiptContent,
  asked: ReadonlyMap<string, Bilingual>,
): Assessment['checklist'] {
  return [...checklist.submit, ...checklist.present].map(({ paper, mayBeNotNeeded, initial, hint }) => ({
    paperId: paper.id,
    name: paper.name,
    group: paper.group,
    amount: countText(paper),
    originals: paper.originals,
    copies: paper.copies + (paper.certifiedCopies ?? 0),
    conditional: mayBeNotNeeded,
    hint:
      asked.get(paper.id) ??
      hint ??
      (paper.condition === undefined ? null : { vi: paper.condition, en: paper.condition }),
    state: content.papers[paper.id]?.state ?? initial,
  }));
}

export const WHY_HIDDEN: Readonly<Record<'case' | 'not-on-behalf', Bilingual>> = {
  case: { vi: 'Trường hợp này không cần', en: 'Not in this case' },
  'not-on-behalf': { vi: 'Không nộp thay', en: 'Not on behalf of somebody' },
};
