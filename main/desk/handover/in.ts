import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { sha256 } from '../../../contract/signing.ts';
import type { CarriedPaper, Holder } from '../../../domain/dossier/events/common.ts';
import type { BatchRef, DossierHandoverAccepted, Purpose } from '../../../domain/dossier/events/handover.ts';
import type { DossierView, Movement } from '../../../domain/dossier/view.ts';
import { pending, sameHands } from '../../../domain/dossier/custody.ts';
import { compare, type BatchView } from '../../../domain/handover/batch.ts';
import { digestText } from '../../../domain/handover/batch-qr.ts';
import { papersFor } from '../../../domain/handover/carried.ts';
import { isFrom } from '../../../domain/handover/scan-match.ts';
import { placeOfHands } from '../../../domain/handover/to-give.ts';
import { heads } from '../../../domain/log/order.ts';
import { ownOffice } from '../context.ts';
import type { OpenBatch, OpenRow } from '../../store/open-batches.ts';
import { bodyOf, type RecordPlan } from '../../store/store.ts';
import type { DeskSession } from '../sessions.ts';
import { writtenLocal } from '../trusted-time.ts';
import type { Hands } from './hands.ts';
import type { OpenWork } from './open-work.ts';

type Detail = CallOutput<'handover.in'>;

/** The side that takes: a list gone through paper by paper, and signed for (ký nhận). */
export function createIn(hands: Hands, work: OpenWork) {
  const { context, acting, places } = hands;
  const { store, clock } = context;

  /** What is known of a batch here: from the line, from its list's QR, or nothing but the paper. */
  const knownOf = (here: Holder, id: string, alsoGiven = false) => {
    const batch = store.batches.get(id);
    const open = work.in(here, id);
    const closed = batch?.closed ?? null;
    const from = closed?.from ?? open?.list?.from ?? null;
    const mine =
      closed === null || sameHands(closed.to, here) || (alsoGiven && isFrom(placeOfHands(closed.from), here));
    if ((closed === null && open === null) || !mine) throw new ProblemError('BG-01');
    return { batch, open, closed, from, signed: signedFor(batch) };
  };
  const movementOf = (view: DossierView, batchId: string, here: Holder): Movement | null => {
    const waiting = pending(view.custody);
    if (waiting !== null && (waiting.batch?.id === batchId || sameHands(waiting.to, here))) return waiting;
    return view.custody.movements.findLast((each) => each.batch?.id === batchId) ?? null;
  };
  /** `code`: as the slip says it, where that is all there is: one of our own comes back, another's comes to be decided. */
  const purposeOf = (view: DossierView | null, code: string, here: Holder, listed: Purpose | null): Purpose => {
    if (listed !== null) return listed;
    if (here.kind === 'unit') return 'processing';
    const { codePrefix } = ownOffice(context);
    if (view === null) return codePrefix !== null && code.startsWith(`${codePrefix}-`) ? 'result' : 'transfer';
    const decides = view.intake.competentOffice === here.office && view.state !== 'finished';
    return decides && view.intake.receivingOffice !== here.office ? 'transfer' : 'result';
  };
  const expected = (view: DossierView | null, movement: Movement | null, purpose: Purpose): readonly CarriedPaper[] => {
    if (view === null) return [];
    return movement !== null && movement.papers.length > 0 ? movement.papers : papersFor(view, purpose);
  };

  function detail(session: DeskSession, id: string): Detail {
    const here = hands.here(session);
    const { batch, open, closed, from, signed } = knownOf(here, id, true);
    const list = open?.list ?? null;
    const listed = closed?.purpose ?? list?.purpose ?? null;
    const rows = work.rows(open);
    const there = rows.map((row) => row.dossierId);
    const shown = (dossierId: string, row: OpenRow | null): Detail['rows'][number] => {
      const view = store.dossiers.get(dossierId);
      const movement = view === null ? null : movementOf(view, id, here);
      const gone = new Set(row?.missing ?? movement?.missing.map((paper) => paper.name) ?? []);
      const holder = movement?.from ?? view?.custody.holder ?? null;
      const code = closed?.dossiers.find((each) => each.id === dossierId)?.code ?? '';
      const brief = hands.brief(dossierId, view, row?.seen ?? null);
      return {
        ...brief,
        code: brief.code === '' ? code : brief.code,
        dueAt: view === null ? (row?.seen?.due ?? null) : (view.clock.dueAt ?? view.clock.firstDue),
        scannedAt: row === null ? (signed.get(dossierId) ?? null) : writtenLocal(row.scanned),
        isListed: closed === null || code !== '',
        isSigned: row === null && signed.has(dossierId),
        papers: expected(view, movement, purposeOf(view, brief.code, here, movement?.purpose ?? listed)).map(
          (paper) => ({
            name: paper.name,
            originals: paper.originals,
            copies: paper.copies,
            isThere: !gone.has(paper.name),
          }),
        ),
        lastHolder: holder === null ? '' : places.words(holder),
        since: movement?.givenAt ?? view?.custody.since ?? null,
      };
    };
    const rest = (closed?.dossiers ?? []).map((each) => each.id).filter((each) => !there.includes(each));
    const done = rest.filter((each) => signed.has(each));
    return {
      id,
      place: from === null ? '' : places.nameOfHolder(from),
      to: places.nameOfHolder(closed?.to ?? list?.to ?? here),
      giver: from === null ? '' : places.words(from),
      number: closed?.number ?? list?.number ?? null,
      givenAt: closed?.at ?? list?.at ?? null,
      count: closed?.dossiers.length ?? list?.count ?? null,
      list: closed !== null ? 'arrived' : list === null ? 'none' : 'scanned',
      whole: wholeOf(batch, open, [...there, ...signed.keys()]),
      acceptedAt: batch?.acceptances.at(-1)?.at ?? null,
      rows: [
        ...rows.map((row) => shown(row.dossierId, row)),
        ...done.map((each) => shown(each, null)),
        ...rest.filter((each) => !signed.has(each)).map((each) => shown(each, null)),
      ],
    };
  }

  /** @throws ProblemError BG-01 not open here, BG-02 nothing scanned, HS-01 */
  function accept(session: DeskSession, id: string): CallOutput<'handover.accept'> {
    const user = hands.userOf(session);
    const here = hands.here(session);
    let done: CallOutput<'handover.accept'> | null = null;
    store.record((): RecordPlan => {
      const { open, closed, signed } = knownOf(here, id);
      const rows = work.rows(open).toReversed();
      if (open === null || rows.length === 0) throw new ProblemError('BG-02');
      const at = context.localNow();
      const number = closed?.number ?? open.list?.number ?? null;
      const own: BatchRef | null = number === null ? null : { id, number };
      let papersMissing = 0;
      const taken = rows.flatMap((row) => {
        const view = store.dossiers.get(row.dossierId);
        const movement = view === null ? null : movementOf(view, id, here);
        const listed = movement?.purpose ?? closed?.purpose ?? open.list?.purpose ?? null;
        const purpose = purposeOf(view, row.seen?.code ?? '', here, listed);
        const papers = expected(view, movement, purpose);
        const gone = new Set(row.missing);
        const missing = papers.filter((paper) => gone.has(paper.name));
        papersMissing += missing.length;
        // What stood on no list of this batch keeps the batch it was given in.
        const isListed = closed === null || closed.dossiers.some((each) => each.id === row.dossierId);
        const body: DossierHandoverAccepted = {
          batch: isListed && own !== null ? own : (movement?.batch ?? null),
          purpose,
          by: here,
          papers: papers.filter((paper) => !gone.has(paper.name)),
          missing,
          seenOnSlip: view === null ? row.seen : null,
          at,
        };
        return acting.entries({ id: row.dossierId, view }, [{ type: 'dossier.handoverAccepted', body }], user, null);
      });
      const there = rows.map((row) => row.dossierId);
      const names = closed?.dossiers.map((each) => each.id) ?? [];
      const { missing } = compare(names, [...there, ...signed.keys()]);
      done = { accepted: rows.length, missing: missing.length, papersMissing };
      const events =
        own === null
          ? taken
          : [
              ...taken,
              {
                stamp: context.stamp(),
                event: {
                  aggregate: 'batch' as const,
                  aggregateId: id,
                  after: heads((store.log?.ofAggregate(id) ?? []).map((event) => event.envelope)),
                  type: 'batch.accepted',
                  version: 1,
                  body: bodyOf({ by: here, accepted: there, missing, at }),
                  actor: user.id,
                  approvedBy: null,
                },
              },
            ];
      return { now: clock.now(), events, also: () => store.openBatches.remove(open.id) };
    });
    acting.done();
    if (done === null) throw new Error('recorded nothing');
    return done;
  }

  return { detail, accept };
}

/** When each dossier of a batch was signed for. */
function signedFor(batch: BatchView | null): ReadonlyMap<string, string> {
  const signed = new Map<string, string>();
  for (const { accepted, at } of batch?.acceptances ?? []) {
    for (const id of accepted) if (!signed.has(id)) signed.set(id, at);
  }
  return signed;
}

/** Whether what is there is the whole list: by its names, or by the digest its QR carries. */
function wholeOf(batch: BatchView | null, open: OpenBatch | null, there: readonly string[]): boolean | null {
  const closed = batch?.closed ?? null;
  if (closed !== null) {
    return (
      compare(
        closed.dossiers.map((each) => each.id),
        there,
      ).missing.length === 0
    );
  }
  const list = open?.list ?? null;
  return list === null ? null : list.count === there.length && list.digest === sha256(digestText(there)).slice(0, 16);
}
