import type { CarriedPaper, Holder } from './events/common.ts';
import type { DossierHandedOver, DossierHandoverAccepted, DossierPaperFound } from './events/handover.ts';
import type { Custody, Movement } from './view.ts';

export const NOBODY: Custody = { holder: null, since: null, movements: [], missing: [] };

/** Whether two name the same hands: counters of one office stand in for each other, units do not. */
export function sameHands(a: Holder, b: Holder): boolean {
  if (a.office !== b.office) return false;
  const counter = (holder: Holder): boolean => holder.kind === 'counter' || holder.kind === 'office';
  return counter(a) ? counter(b) : a.kind === b.kind && a.place === b.place;
}

/** Given: the giver holds it until the taker has signed. `gap`: the giver was not known to hold it. */
export function give(custody: Custody, body: DossierHandedOver, eventId: string): { custody: Custody; gap: boolean } {
  const { batch, purpose, from, to, papers, at } = body;
  const gap = custody.holder !== null && !sameHands(custody.holder, from);
  const taken = custody.movements.findIndex(
    (each) => each.givenAt === null && (each.batch === null || each.batch.id === batch.id) && sameHands(each.to, to),
  );
  const early = custody.movements[taken];
  // Taken before this desk heard that it was given: the two halves are one movement, and the taker holds it.
  if (early !== undefined) {
    const whole: Movement = { ...early, batch, purpose, from, papers, givenAt: at };
    const lost = notCarried(papers, early.papers).filter((paper) => !isIn(early.missing, paper));
    const missing = [...early.missing, ...lost];
    return {
      custody: {
        ...custody,
        movements: custody.movements.with(taken, { ...whole, missing }),
        missing: [...custody.missing, ...lost.map((paper) => ({ paper, lastHolder: from, eventId }))],
      },
      gap: false,
    };
  }
  const open: Movement = {
    batch,
    purpose,
    from,
    to,
    papers,
    givenAt: at,
    takenAt: null,
    missing: [],
    seenOnSlip: null,
  };
  // Given to the citizen or the post: nobody of ours signs for it.
  if (to.kind === 'citizen' || to.kind === 'post') {
    const movement = { ...open, takenAt: at };
    return { custody: { ...custody, holder: to, since: at, movements: [...custody.movements, movement] }, gap };
  }
  return { custody: { ...custody, movements: [...custody.movements, open] }, gap };
}

/** Taken: the taker holds it from now on; what was listed and is not there is missing, last held by the giver. */
export function take(custody: Custody, body: DossierHandoverAccepted, eventId: string): Custody {
  const { batch, purpose, by, papers, missing, seenOnSlip, at } = body;
  const open = custody.movements.findLastIndex(
    (each) => each.takenAt === null && (batch === null ? sameHands(each.to, by) : each.batch?.id === batch.id),
  );
  const given = custody.movements[open];
  const taken: Movement =
    given === undefined
      ? { batch, purpose, from: null, to: by, papers, givenAt: null, takenAt: at, missing, seenOnSlip }
      : { ...given, to: by, takenAt: at, missing, seenOnSlip };
  const lastHolder = given?.from ?? custody.holder;
  return {
    holder: by,
    since: at,
    movements: given === undefined ? [...custody.movements, taken] : custody.movements.with(open, taken),
    missing: [...custody.missing, ...missing.map((paper) => ({ paper, lastHolder, eventId }))],
  };
}

export function find(custody: Custody, { paper }: DossierPaperFound): Custody {
  const at = custody.missing.findIndex((each) => samePaper(each.paper, paper));
  return at < 0 ? custody : { ...custody, missing: custody.missing.toSpliced(at, 1) };
}

/** The movement that waits for its signature, or null. */
export function pending(custody: Custody): Movement | null {
  return custody.movements.findLast((each) => each.takenAt === null) ?? null;
}

function notCarried(listed: readonly CarriedPaper[], taken: readonly CarriedPaper[]): CarriedPaper[] {
  // A taker who knew only the slip listed no papers: nothing can be said to be missing.
  return taken.length === 0 ? [] : listed.filter((paper) => !isIn(taken, paper));
}

function isIn(papers: readonly CarriedPaper[], paper: CarriedPaper): boolean {
  return papers.some((each) => samePaper(each, paper));
}

function samePaper(a: CarriedPaper, b: CarriedPaper): boolean {
  return a.paperId === null && b.paperId === null ? a.name === b.name : a.paperId === b.paperId;
}
