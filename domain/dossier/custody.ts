import type { CarriedPaper, Holder } from './events/common.ts';
import type { DossierHandedOver, DossierHandoverAccepted, DossierPaperFound } from './events/handover.ts';
import type { DossierReturned } from './events/result.ts';
import type { Custody, Movement } from './view.ts';

export const NOBODY: Custody = { holder: null, since: null, movements: [], missing: [] };

/** Whether two name the same hands: counters of one office stand in for each other, units do not. */
export function sameHands(a: Holder, b: Holder): boolean {
  if (a.office !== b.office) return false;
  const counter = (holder: Holder): boolean => holder.kind === 'counter' || holder.kind === 'office';
  return counter(a) ? counter(b) : a.kind === b.kind && a.place === b.place;
}

/**
 * Given: the giver holds it until the taker has signed. `gap`: the giver was not known to hold it. What a citizen brought
 * to the counter later (giấy tờ bổ sung) follows a dossier that lies at the unit already: no gap.
 */
export function give(custody: Custody, body: DossierHandedOver, eventId: string): { custody: Custody; gap: boolean } {
  const { batch, purpose, from, to, papers, seenOnSlip, by, at } = body;
  const { holder } = custody;
  const follows = purpose === 'supplement' && holder !== null && sameHands(holder, to);
  const gap = holder !== null && !follows && !sameHands(holder, from);
  const taken = custody.movements.findLastIndex(
    (each) => each.givenAt === null && (each.batch === null || each.batch.id === batch?.id) && sameHands(each.to, to),
  );
  // Only what lies there still: paper that has moved on since was another movement's.
  const early = taken < lastTaken(custody) ? undefined : custody.movements[taken];
  // Taken before this desk heard that it was given: the two halves are one movement, and the taker holds it.
  if (early !== undefined) {
    const whole: Movement = { ...early, batch, purpose, from, papers, by, givenAt: at };
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
    by,
    givenAt: at,
    takenAt: null,
    missing: [],
    seenOnSlip,
  };
  // Given to the citizen or the post: nobody of ours signs for it.
  if (to.kind === 'citizen' || to.kind === 'post') {
    const movement = { ...open, takenAt: at };
    return { custody: { ...custody, holder: to, since: at, movements: [...custody.movements, movement] }, gap };
  }
  return { custody: { ...custody, movements: [...custody.movements, open] }, gap };
}

/**
 * Taken: the taker holds it from now on; what was listed and is not there is missing, last held by the giver. Where no
 * giving is known it came from whoever held it last, as far as is known. Two desks of one unit that both took it took it once.
 */
export function take(custody: Custody, body: DossierHandoverAccepted, eventId: string): Custody {
  const { batch, purpose, by, papers, missing, seenOnSlip, at } = body;
  const before = custody.movements.findLastIndex(
    (each) => each.takenAt !== null && batch !== null && each.batch?.id === batch.id && sameHands(each.to, by),
  );
  const again = custody.movements[before];
  if (again !== undefined) {
    const more = missing.filter((paper) => !isIn(again.missing, paper));
    return {
      ...custody,
      movements: custody.movements.with(before, { ...again, missing: [...again.missing, ...more] }),
      missing: [...custody.missing, ...more.map((paper) => ({ paper, lastHolder: again.from, eventId }))],
    };
  }
  const open = custody.movements.findLastIndex(
    (each) => each.takenAt === null && (batch === null ? sameHands(each.to, by) : each.batch?.id === batch.id),
  );
  const given = custody.movements[open];
  const taken: Movement =
    given === undefined
      ? {
          batch,
          purpose,
          from: custody.holder,
          to: by,
          papers,
          by: null,
          givenAt: null,
          takenAt: at,
          missing,
          seenOnSlip,
        }
      : { ...given, to: by, takenAt: at, missing, seenOnSlip: seenOnSlip ?? given.seenOnSlip };
  const lastHolder = taken.from;
  return {
    holder: by,
    since: at,
    movements: given === undefined ? [...custody.movements, taken] : custody.movements.with(open, taken),
    missing: [...custody.missing, ...missing.map((paper) => ({ paper, lastHolder, eventId }))],
  };
}

/** Returned (trả kết quả): the result, and the originals that go with it, are out of the office's hands; paper only. */
export function returnTo(custody: Custody, body: DossierReturned, to: Holder): Custody {
  const { originals, at } = body;
  const results = body.papers
    .filter((paper) => !paper.electronic)
    .map((paper) => ({ paperId: null, name: paper.name, originals: paper.originals, copies: paper.copies }));
  const papers = [...results, ...originals];
  if (papers.length === 0) return custody;
  const movement: Movement = {
    batch: null,
    purpose: 'result',
    from: custody.holder,
    to,
    papers,
    by: null,
    givenAt: at,
    takenAt: at,
    missing: [],
    seenOnSlip: null,
  };
  return { ...custody, holder: to, since: at, movements: [...custody.movements, movement] };
}

export function find(custody: Custody, { paper }: DossierPaperFound): Custody {
  const at = custody.missing.findIndex((each) => samePaper(each.paper, paper));
  return at < 0 ? custody : { ...custody, missing: custody.missing.toSpliced(at, 1) };
}

/**
 * The movement that waits for its signature (chờ ký nhận), or null. One the paper has gone past since, or given by
 * somebody who no longer holds it, waits for nothing.
 */
export function pending(custody: Custody): Movement | null {
  const { holder } = custody;
  const last = custody.movements.slice(lastTaken(custody) + 1).findLast((each) => each.takenAt === null);
  if (last === undefined || holder === null || last.from === null) return last ?? null;
  return sameHands(holder, last.from) || last.purpose === 'supplement' ? last : null;
}

/** Place of the last movement somebody signed for; -1 where there is none. */
function lastTaken(custody: Custody): number {
  return custody.movements.findLastIndex((each) => each.takenAt !== null);
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
