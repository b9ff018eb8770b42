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
 * Whether whoever signed is whom it was given to: an office is reached through any of its counters or units. What went to
 * a citizen or the post nobody of ours signs for.
 */
export function reaches(to: Holder, by: Holder): boolean {
  if (to.kind === 'citizen' || to.kind === 'post') return false;
  return to.office === by.office && (to.kind !== 'unit' || (by.kind === 'unit' && to.place === by.place));
}

/** Whether two signed for the same list in the same place. */
export function isSameTaking(a: Taking, b: Taking): boolean {
  return a.batch !== null && a.batch.id === b.batch?.id && sameHands(a.by, b.by);
}
type Taking = Pick<DossierHandoverAccepted, 'batch' | 'by'>;

/**
 * Given: the giver holds it until the taker has signed. `gap`: the giver was not known to hold it. What a citizen brought
 * to the counter later (giấy tờ bổ sung) follows a dossier that lies at the unit already: no gap.
 */
export function give(custody: Custody, body: DossierHandedOver): { custody: Custody; gap: boolean } {
  const { batch, purpose, from, to, papers, seenOnSlip, by, at } = body;
  const given: Movement = {
    batch,
    purpose,
    from,
    to,
    papers,
    by,
    givenAt: at,
    takenAt: null,
    takenBy: '',
    missing: [],
    seenOnSlip,
  };
  const isGap = (holder: Holder | null): boolean => {
    const follows = purpose === 'supplement' && holder !== null && sameHands(holder, to);
    return holder !== null && !follows && !sameHands(holder, from);
  };
  const taken = custody.movements.findLastIndex(
    (each) => each.givenAt === null && (each.batch === null ? reaches(to, each.to) : each.batch.id === batch?.id),
  );
  // Only what lies there still: paper that has moved on since was another movement's.
  const early = taken < lastTaken(custody) ? undefined : custody.movements[taken];
  // Taken before this desk heard that it was given: the two halves are one movement, and the taker holds it.
  if (early !== undefined) return { custody: joined(custody, given, early, taken), gap: isGap(early.from) };
  const gap = isGap(custody.holder);
  // Given to the citizen or the post: nobody of ours signs for it.
  if (to.kind === 'citizen' || to.kind === 'post') {
    const movement = { ...given, takenAt: at };
    return { custody: { ...custody, holder: to, since: at, movements: [...custody.movements, movement] }, gap };
  }
  return { custody: { ...custody, movements: [...custody.movements, given] }, gap };
}

/**
 * Taken: the taker holds it from now on; what was listed and is not there is missing, last held by the giver. Where no
 * giving is known it came from whoever held it last, as far as is known. Two desks of one unit that both took it took it once.
 */
export function take(custody: Custody, body: DossierHandoverAccepted, eventId: string): Custody {
  const { batch, purpose, by, papers, missing, seenOnSlip, at } = body;
  const before = custody.movements.findLastIndex(
    (each) => each.takenAt !== null && isSameTaking({ batch: each.batch, by: each.to }, body),
  );
  const again = custody.movements[before];
  if (again !== undefined) return takenTwice(custody, again, before, body, eventId);
  const taken: Movement = {
    batch,
    purpose,
    from: custody.holder,
    to: by,
    papers,
    by: null,
    givenAt: null,
    takenAt: at,
    takenBy: eventId,
    missing,
    seenOnSlip,
  };
  const open = custody.movements.findLastIndex(
    (each) => each.takenAt === null && (batch === null ? reaches(each.to, by) : each.batch?.id === batch.id),
  );
  const given = custody.movements[open];
  const lost = unknown(custody, missing).map((paper) => ({ paper, lastHolder: custody.holder, eventId }));
  const next: Custody = { ...custody, holder: by, since: at, missing: [...custody.missing, ...lost] };
  return given === undefined ? { ...next, movements: [...custody.movements, taken] } : joined(next, given, taken, open);
}

/** The first signature is when it was taken, whichever was heard of first. */
function takenTwice(
  custody: Custody,
  again: Movement,
  place: number,
  { by, missing, at }: DossierHandoverAccepted,
  eventId: string,
): Custody {
  const more = missing.filter((paper) => !isIn(again.missing, paper));
  const isEarlier = again.takenAt !== null && [at, eventId].join(' ') < [again.takenAt, again.takenBy].join(' ');
  const first = isEarlier ? { to: by, takenAt: at, takenBy: eventId } : {};
  const isHere = custody.since === again.takenAt && place === lastTaken(custody);
  return {
    ...custody,
    ...(isEarlier && isHere ? { holder: by, since: at } : {}),
    movements: custody.movements.with(place, { ...again, ...first, missing: [...again.missing, ...more] }),
    missing: [
      ...custody.missing,
      ...unknown(custody, more).map((paper) => ({ paper, lastHolder: again.from, eventId })),
    ],
  };
}

/** The two halves of one movement, whichever was heard of first. */
function joined(custody: Custody, given: Movement, taken: Movement, at: number): Custody {
  const lost = notCarried(given.papers, taken.papers).filter((paper) => !isIn(taken.missing, paper));
  const { to, takenAt, takenBy } = taken;
  const seenOnSlip = taken.seenOnSlip ?? given.seenOnSlip;
  const missing = [...taken.missing, ...lost];
  const { from: lastHolder } = given;
  return {
    ...custody,
    movements: custody.movements.with(at, { ...given, to, takenAt, takenBy, seenOnSlip, missing }),
    missing: [
      ...custody.missing.map((each) => (each.eventId === takenBy ? { ...each, lastHolder } : each)),
      ...unknown(custody, lost).map((paper) => ({ paper, lastHolder, eventId: takenBy })),
    ],
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
    takenBy: '',
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

/** Those not known to be missing already: a paper is missing once. */
function unknown({ missing }: Custody, papers: readonly CarriedPaper[]): readonly CarriedPaper[] {
  return papers.filter((paper) => !missing.some((each) => samePaper(each.paper, paper)));
}

function notCarried(listed: readonly CarriedPaper[], taken: readonly CarriedPaper[]): CarriedPaper[] {
  // A taker who knew only the slip listed no papers: nothing can be said to be missing.
  return taken.length === 0 ? [] : listed.filter((paper) => !isIn(taken, paper));
}

function isIn(papers: readonly CarriedPaper[], paper: CarriedPaper): boolean {
  return papers.some((each) => samePaper(each, paper));
}

export function samePaper(a: CarriedPaper, b: CarriedPaper): boolean {
  return a.paperId === null && b.paperId === null ? a.name === b.name : a.paperId === b.paperId;
}
