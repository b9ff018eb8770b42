import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf, epochMs, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import type { BatchClosed, BatchRef, DossierHandedOver, Purpose } from '../../../domain/dossier/events/handover.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { papersFor } from '../../../domain/handover/carried.ts';
import type { OpenRow } from '../../store/open-batches.ts';
import { bodyOf, type RecordPlan } from '../../store/store.ts';
import { writtenLocal } from '../trusted-time.ts';
import type { DeskSession } from '../sessions.ts';
import { splitKey, type DueRow, type Hands } from './hands.ts';
import type { OpenWork } from './open-work.ts';

type Detail = CallOutput<'handover.out'>;

/** The side that gives: what is in the open batch, what is still to be found, and closing it (chốt lô). */
export function createOut(hands: Hands, work: OpenWork) {
  const { context, acting, places } = hands;
  const { store, clock } = context;

  /** What is due for a place on the day of the key and not in its open batch. */
  const leftFor = (here: Holder, key: string): DueRow[] => {
    const { place, later } = splitKey(key);
    const to = places.normal(place);
    const scanned = new Set(work.rows(work.out(here, to)).map((row) => row.dossierId));
    const due = hands.dueFrom(here).filter((row) => row.place === to && !scanned.has(row.dossierId));
    return due.filter((row) => (later === null ? row.later === null : row.later === later));
  };
  const firstDeadline = (rows: readonly (LocalDateTime | null)[]): LocalDateTime | null =>
    rows.filter((at) => at !== null).toSorted()[0] ?? null;
  const purposeOf = (view: DossierView | null, to: Holder, row: DueRow | undefined): Purpose => {
    if (row !== undefined) return row.purpose;
    if (to.kind === 'unit') return 'processing';
    return view?.state === 'finished' || view?.state === 'stopped' ? 'result' : 'transfer';
  };
  const viewsOf = (rows: readonly OpenRow[]) => rows.map((row) => ({ row, view: store.dossiers.get(row.dossierId) }));

  function detail(session: DeskSession, key: string): Detail {
    const here = hands.here(session);
    const place = places.normal(splitKey(key).place);
    const open = work.out(here, place);
    const due = new Map(hands.dueFrom(here).map((row) => [row.dossierId, row]));
    const rows = viewsOf(work.rows(open)).map(({ row, view }) => shown(row.dossierId, view, row));
    const left = leftFor(here, key);
    const rest = left.flatMap((row) => {
      const view = store.dossiers.get(row.dossierId);
      return view === null ? [] : [{ ...shown(row.dossierId, view, null), mustGo: row.mustGo }];
    });
    const at = firstDeadline([
      ...rows.map((row) => due.get(row.dossierId)?.deadline ?? null),
      ...left.map((row) => row.deadline),
    ]);
    const now = context.localNow();
    return {
      key,
      batchId: open?.id ?? null,
      number: open?.number ?? work.nextNumber(here),
      place: places.nameOf(place),
      receivers: places.receivers(place),
      deadline: hands.deadline(at),
      minutesLeft:
        at === null || dateOf(at) !== dateOf(now) || at < now
          ? null
          : Math.floor((epochMs(at) - epochMs(now)) / 60_000),
      rows: [...rows, ...rest],
      originals: rows.reduce((sum, row) => sum + (row.originals ?? 0), 0),
    };
  }

  function shown(dossierId: string, view: DossierView | null, row: OpenRow | null): Detail['rows'][number] {
    const holder = view?.custody.holder ?? null;
    return {
      ...hands.brief(dossierId, view, row?.seen ?? null),
      receivedAt: view?.received?.receivedAt ?? null,
      dueAt: view === null ? (row?.seen?.due ?? null) : (view.clock.dueAt ?? view.clock.firstDue),
      scannedAt: row === null ? null : writtenLocal(row.scanned),
      lastHolder: holder === null ? '' : places.words(holder),
      since: view?.custody.since ?? null,
      mustGo: false,
    };
  }

  /** @throws ProblemError BG-01 no such batch any more, BG-02 nothing scanned, BG-03 short without a reason, HS-01 */
  function close(session: DeskSession, key: string, shortBecause: string): CallOutput<'handover.close'> {
    const user = hands.userOf(session);
    const here = hands.here(session);
    const place = places.normal(splitKey(key).place);
    const to = places.holderOf(place);
    let done: CallOutput<'handover.close'> | null = null;
    store.record((): RecordPlan => {
      if (work.out(here, place) === null) throw new ProblemError('BG-01');
      const open = work.openOut(here, place);
      const rows = viewsOf(work.rows(open)).toReversed();
      if (rows.length === 0) throw new ProblemError('BG-02');
      const left = leftFor(here, place).filter((row) => row.mustGo);
      if (left.length > 0 && shortBecause === '') throw new ProblemError('BG-03', { n: String(left.length) });
      const due = new Map(hands.dueFrom(here).map((row) => [row.dossierId, row]));
      const batch: BatchRef = { id: open.id, number: open.number };
      const at = context.localNow();
      const purposes = rows.map(({ row, view }) => purposeOf(view, to, due.get(row.dossierId)));
      const closed: BatchClosed = {
        number: open.number,
        purpose: purposes[0] ?? 'processing',
        from: here,
        to,
        dossiers: rows.map(({ row, view }) => ({
          id: row.dossierId,
          code: view === null ? (row.seen?.code ?? '') : codeOfView(view),
        })),
        short: left.flatMap((row) => {
          const view = store.dossiers.get(row.dossierId);
          const holder = view?.custody.holder ?? null;
          if (view === null) return [];
          return [{ id: view.id, code: codeOfView(view), lastHolder: holder === null ? '' : places.words(holder) }];
        }),
        shortBecause: left.length > 0 ? shortBecause : '',
        by: firstDeadline(rows.map(({ row }) => due.get(row.dossierId)?.deadline ?? null)),
        at,
      };
      const given = rows.flatMap(({ row, view }, index) => {
        const purpose = purposes[index] ?? 'processing';
        const body: DossierHandedOver = {
          batch,
          purpose,
          from: here,
          to,
          papers: view === null ? [] : papersFor(view, purpose),
          by: due.get(row.dossierId)?.deadline ?? null,
          seenOnSlip: view === null ? row.seen : null,
          at,
        };
        return acting.entries({ id: row.dossierId, view }, [{ type: 'dossier.handedOver', body }], user, null);
      });
      done = { batchId: open.id, number: open.number, dossiers: rows.length };
      return {
        now: clock.now(),
        events: [
          {
            stamp: context.stamp(),
            event: {
              aggregate: 'batch',
              aggregateId: open.id,
              after: [],
              type: 'batch.closed',
              version: 1,
              body: bodyOf(closed),
              actor: user.id,
              approvedBy: null,
            },
          },
          ...given,
        ],
        also: () => store.openBatches.remove(open.id),
      };
    });
    acting.done();
    if (done === null) throw new Error('recorded nothing');
    return done;
  }

  return { detail, close };
}
