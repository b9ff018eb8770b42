import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import type { SeenOnSlip } from '../../../domain/dossier/events/handover.ts';
import { placeKey, placeOfHands } from '../../../domain/handover/to-give.ts';
import type { OpenBatch, OpenRow, ScannedList } from '../../store/open-batches.ts';
import { type Hands } from './hands.ts';

/** Batches being put together or gone through at this desk. Local rows: nothing was written of them yet. */
export interface OpenWork {
  list(here: Holder): OpenBatch[];
  /** The open batch that goes to a place, or null. */
  out(here: Holder, place: string): OpenBatch | null;
  /** The same, opened where it is not. Call inside a transaction. */
  openOut(here: Holder, place: string): OpenBatch;
  /** The number the next batch of this place has today. */
  nextNumber(here: Holder): number;
  in(here: Holder, id: string): OpenBatch | null;
  /** What came without a list, gone through together. */
  withoutList(here: Holder): OpenBatch | null;
  openIn(here: Holder, id: string | null, list: ScannedList | null): OpenBatch;
  rows(batch: OpenBatch | null): OpenRow[];
  add(batch: OpenBatch, dossierId: string, seen: SeenOnSlip | null, user: string): void;
  /** Takes a row out; a batch that is left with nothing is no batch. */
  drop(batch: OpenBatch, dossierId: string): void;
  tick(batch: OpenBatch, dossierId: string, missing: readonly string[]): void;
}

export function openWorkOf({ context, places }: Pick<Hands, 'context' | 'places'>): OpenWork {
  const { store, clock, random } = context;
  const keyHere = (here: Holder): string => placeKey(placeOfHands(here));
  const list = (here: Holder): OpenBatch[] => store.openBatches.list(keyHere(here));
  const today = (): string => dateOf(context.localNow());

  const nextNumber = (here: Holder): number => {
    const date = today();
    const taken = new Set(store.batches.numbersOn(here.office, here.place, date));
    for (const open of list(here)) if (open.side === 'out' && open.date === date) taken.add(open.number);
    let number = 1;
    while (taken.has(number)) number += 1;
    return number;
  };
  const out = (here: Holder, place: string): OpenBatch | null =>
    list(here).find((each) => each.side === 'out' && each.place === place) ?? null;

  return {
    list,
    out,
    nextNumber,
    openOut(here, place) {
      const open = out(here, place);
      // Left open overnight: the number is the day's on which it is closed.
      if (open !== null && open.date === today()) return open;
      const batch: OpenBatch = {
        id: open?.id ?? random.id(),
        side: 'out',
        here: keyHere(here),
        place,
        number: nextNumber(here),
        date: today(),
        list: null,
        opened: open?.opened ?? clock.now(),
      };
      store.openBatches.put(batch);
      return batch;
    },
    in: (here, id) => {
      const open = store.openBatches.get(id, keyHere(here));
      return open?.side === 'in' ? open : null;
    },
    withoutList: (here) =>
      list(here).find((each) => each.side === 'in' && each.list === null && store.batches.get(each.id) === null) ??
      null,
    openIn(here, id, scanned) {
      const known = id === null ? null : store.openBatches.get(id, keyHere(here));
      if (known !== null) return known;
      const from = scanned?.from ?? (id === null ? null : (store.batches.get(id)?.closed?.from ?? null));
      const batch: OpenBatch = {
        id: id ?? random.id(),
        side: 'in',
        here: keyHere(here),
        place: from === null ? '' : places.keyOf(placeOfHands(from)),
        number: 0,
        date: today(),
        list: scanned,
        opened: clock.now(),
      };
      store.openBatches.put(batch);
      return batch;
    },
    rows: (batch) => (batch === null ? [] : store.openBatches.rows(batch.id)),
    add(batch, dossierId, seen, user) {
      const row: OpenRow = { dossierId, scanned: context.now(), scannedBy: user, seen, missing: [] };
      store.openBatches.putRow(batch.id, row);
    },
    drop(batch, dossierId) {
      store.openBatches.removeRow(batch.id, dossierId);
      if (store.openBatches.rows(batch.id).length === 0) store.openBatches.remove(batch.id);
    },
    tick(batch, dossierId, missing) {
      const row = store.openBatches.rows(batch.id).find((each) => each.dossierId === dossierId);
      if (row === undefined) throw new ProblemError('BG-01');
      store.openBatches.putRow(batch.id, { ...row, missing });
    },
  };
}
