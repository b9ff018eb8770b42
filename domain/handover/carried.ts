import type { CarriedPaper } from '../dossier/events/common.ts';
import type { Purpose } from '../dossier/events/handover.ts';
import type { PaperTaken } from '../dossier/events/receipt.ts';
import type { DossierView } from '../dossier/view.ts';

/** The part of a view that says which papers lie with a dossier. */
export type PaperFacts = Pick<DossierView, 'received' | 'rounds' | 'custody' | 'result'>;

/**
 * Papers that must be in the bundle (giấy tờ kèm hồ sơ) when it changes hands for `purpose`: what was submitted, in the
 * original or as a copy, and what was brought later; on the way back also the result. What is known to be missing is not
 * listed again. Papers that were only shown (chỉ xuất trình) were given back at once.
 */
export function papersFor(view: PaperFacts, purpose: Purpose): CarriedPaper[] {
  const listed = purpose === 'supplement' ? broughtLast(view) : whole(view, purpose === 'result');
  return listed.filter((paper) => !view.custody.missing.some((each) => isSamePaper(each.paper, paper)));
}

/** Whether two name one paper: by its place in the checklist, else by its name. */
export function isSamePaper(a: CarriedPaper, b: CarriedPaper): boolean {
  return a.paperId === null && b.paperId === null ? a.name === b.name : a.paperId === b.paperId;
}

/** Originals (bản chính) among them. */
export function originalsOf(papers: readonly CarriedPaper[]): number {
  return papers.reduce((sum, paper) => sum + paper.originals, 0);
}

/** What the citizen brought for the unit's last request; where nothing was, the whole dossier goes. */
function broughtLast(view: PaperFacts): CarriedPaper[] {
  const brought = carried(view.rounds.at(-1)?.brought ?? []);
  return brought.length > 0 ? brought : whole(view, false);
}

function whole(view: PaperFacts, withResult: boolean): CarriedPaper[] {
  const papers = carried(view.received?.papers ?? []);
  for (const paper of view.rounds.flatMap((round) => carried(round.brought))) {
    const at = papers.findIndex((each) => isSamePaper(each, paper));
    if (at < 0) papers.push(paper);
    else papers[at] = paper;
  }
  const results = withResult ? (view.result.finished?.papers ?? []).filter((paper) => !paper.electronic) : [];
  return [...results.map(({ name, originals, copies }) => ({ paperId: null, name, originals, copies })), ...papers];
}

function carried(papers: readonly PaperTaken[]): CarriedPaper[] {
  return papers
    .filter((paper) => paper.group === 'submit' && paper.state === 'has' && paper.originals + paper.copies > 0)
    .map(({ paperId, name, originals, copies }) => ({ paperId, name, originals, copies }));
}
