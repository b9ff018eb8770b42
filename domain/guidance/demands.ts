import type { Demand } from '../dossier/events/common.ts';
import type { PaperRule } from '../procedure/catalogue.ts';
import { checklistVerdict, type Checklist, type PaperMark } from '../procedure/checklist.ts';
import { countsToBring, proposedBring } from './bring.ts';
import { NOT_RIGHT, reasonWords, shownReasonWords, type WrongReason } from './reasons.ts';

/** What the officer said of one paper. */
export interface PaperSaid {
  readonly state: PaperMark;
  /** Why it is not right; null where it is not, or nothing was chosen. */
  readonly why: WrongReason | null;
  /** What to bring in the officer's own words; null: as proposed. */
  readonly bring: string | null;
  readonly note: string;
}

/** Something that is on no list of papers. */
export interface FurtherDemand {
  readonly name: string;
  readonly bring: string;
  readonly reason: string;
}

/** One line of the slip, with the papers it stands for: one, or a set of which any is enough. */
export interface ProposedDemand extends Demand {
  readonly papers: readonly string[];
}

/**
 * Everything that is lacking, paper by paper, with the reason and what exactly to bring: the lines of Mẫu 02. All of it
 * at once, because a supplement may be asked for once (NĐ 309/2026, Điều 17 khoản 2a).
 */
export function demandsOf(
  checklist: Checklist,
  said: Readonly<Record<string, PaperSaid>>,
  further: readonly FurtherDemand[],
): ProposedDemand[] {
  const marks = Object.fromEntries(Object.entries(said).map(([id, { state }]) => [id, state]));
  const { lacking } = checklistVerdict(checklist, marks);
  const order = [...checklist.submit, ...checklist.present].map((row) => row.paper.id);
  const lines = lacking.map(({ papers, state, name }): ProposedDemand => {
    // Of a set, what was said of the paper that was brought counts.
    const paper = papers.find(({ id }) => said[id]?.state === 'wrong') ?? papers[0];
    if (paper === undefined) throw new Error('something is lacking, but no paper');
    const own = said[paper.id];
    const why = state === 'wrong' ? (own?.why ?? 'other') : null;
    const { originals, certified, copies } = countsToBring(paper, why);
    return {
      papers: papers.map(({ id }) => id),
      paperId: papers.length === 1 ? paper.id : null,
      name,
      state,
      originals,
      certified,
      copies,
      bring: tidy(own?.bring ?? null) ?? papers.map((each) => proposedBring(each, why)).join('; hoặc '),
      reason: reasonOf(paper, why, own?.note ?? ''),
    };
  });
  const place = (line: ProposedDemand): number => Math.min(...line.papers.map((id) => order.indexOf(id)));
  return [
    ...lines.toSorted((a, b) => place(a) - place(b)),
    ...further
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, bring, reason }): ProposedDemand => ({
        papers: [],
        paperId: null,
        name: name.trim(),
        state: 'missing',
        originals: 0,
        certified: 0,
        copies: 0,
        bring: bring.trim(),
        reason: tidy(reason) ?? reasonWords.missing.vi,
      })),
  ];
}

function reasonOf(paper: PaperRule, why: WrongReason | null, note: string): string {
  const words = paper.group === 'present' ? shownReasonWords : reasonWords;
  const more = tidy(note);
  if (why === 'other') return more ?? NOT_RIGHT.vi;
  const base = words[why ?? 'missing'].vi;
  return more === null ? base : `${base}, ${more}`;
}

function tidy(text: string | null): string | null {
  const trimmed = (text ?? '').trim().replace(/\.+$/, '');
  return trimmed === '' ? null : trimmed;
}

/**
 * Why the dossier cannot be received as it is (Lý do, Mẫu 02 field 7): one sentence over all the lines.
 * @param decision the decision that publishes the list of papers; null where it is not known
 */
export function reasonForGuidance(demands: readonly Demand[], decision: string | null): string {
  const list = decision === null ? 'danh mục đã công bố' : `Quyết định ${decision}`;
  const missing = demands.some(({ state }) => state === 'missing');
  const wrong = demands.some(({ state }) => state === 'wrong');
  if (missing && wrong) return `Hồ sơ chưa đủ thành phần và có giấy tờ chưa đúng quy định, theo ${list}`;
  return wrong ? `Hồ sơ có giấy tờ chưa đúng quy định, theo ${list}` : `Hồ sơ chưa đủ thành phần, theo ${list}`;
}
