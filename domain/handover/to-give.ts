import type { LocalDateTime } from '../calendar/civil-date.ts';
import { pending } from '../dossier/custody.ts';
import type { Holder } from '../dossier/events/common.ts';
import type { Purpose } from '../dossier/events/handover.ts';
import type { DossierView } from '../dossier/view.ts';

/** One end of a handover: the shop (any counter of an office), a processing unit of it, another office. */
export interface Place {
  readonly kind: 'shop' | 'unit' | 'office';
  readonly office: string;
  /** Name of the unit; empty where the office says it. */
  readonly unit: string;
}

/** What must leave the place where it lies (phải bàn giao), and where to. */
export interface ToGive {
  readonly from: Place;
  readonly to: Place;
  readonly purpose: Purpose;
  /** Deadline frozen at receipt; null where it is counted from `since`. */
  readonly by: LocalDateTime | null;
  /** Since when it lies there. Vietnam local time. */
  readonly since: LocalDateTime;
  /** Given already in this batch, not signed for; null where it is still to be given. */
  readonly batch: string | null;
}

/** The part of a view that decides it. */
export type GiveFacts = Pick<DossierView, 'state' | 'intake' | 'received' | 'custody' | 'rounds' | 'result' | 'clock'>;

/**
 * Whether the paper of a dossier must be handed on by whoever holds it, as its state says (Điều 18): from the counter to
 * the unit that works on it, or to the office that may decide (phi địa giới); what was brought later to the unit; from
 * the unit, once it has decided, back to the shop; from there to the office that received it. Null: it stays.
 */
export function toGive(view: GiveFacts): ToGive | null {
  const { custody, received } = view;
  const { holder, since } = custody;
  if (holder === null || since === null || received === null) return null;
  const wanted = holder.kind === 'unit' ? fromUnit(view) : fromShop(view);
  if (wanted === null) return null;
  return { ...wanted, batch: pending(custody)?.batch?.id ?? null };
}

type Wanted = Omit<ToGive, 'batch'>;

function fromShop({ state, intake, received, custody }: GiveFacts): Wanted | null {
  const { holder, since } = custody;
  if (holder === null || since === null || received === null) return null;
  if (holder.kind !== 'counter' && holder.kind !== 'office') return null;
  const from = shop(holder.office);
  const isHome = holder.office === intake.receivingOffice;
  const isFirst = !custody.movements.some((each) => each.takenAt !== null);
  const by = isHome && isFirst ? received.handoverBy : null;
  switch (state) {
    case 'received':
    case 'processing':
    case 'financial':
    case 'withdrawing': {
      // What came through the portal is at the unit already; no paper, nothing to carry.
      const isPaper = intake.channel !== 'ONLINE' || received.papers.some((paper) => paper.originals > 0);
      if (!isPaper) return null;
      if (holder.office !== intake.competentOffice) {
        return { from, to: office(intake.competentOffice), purpose: 'transfer', by, since };
      }
      if (intake.processingUnit === '') return null;
      const to = unit(holder.office, intake.processingUnit);
      const isBack = custody.movements.some((each) => each.takenAt !== null && each.to.kind === 'unit');
      return { from, to, purpose: isBack ? 'supplement' : 'processing', by, since };
    }
    case 'finished':
    case 'stopped':
      return isHome ? null : { from, to: office(intake.receivingOffice), purpose: 'result', by: null, since };
    case 'submitted':
    case 'guided':
    case 'refused':
    case 'supplement':
    case 'returned':
    case 'archived':
    case 'cancelled':
    case 'done':
      return null;
  }
}

function fromUnit({ state, custody, rounds, result, clock }: GiveFacts): Wanted | null {
  const { holder, since } = custody;
  if (holder === null || since === null) return null;
  switch (state) {
    case 'finished':
    case 'stopped': {
      const at = result.finished?.at ?? clock.endedAt ?? since;
      const from = unit(holder.office, holder.place);
      return { from, to: shop(holder.office), purpose: 'result', by: clock.dueAt, since: at };
    }
    case 'processing':
    case 'financial':
    case 'withdrawing': {
      // Brought to the counter while the dossier lies at the unit: it follows.
      const round = rounds.findLast((each) => each.by === 'unit' && each.answeredAt !== null);
      const answeredAt = round?.answeredAt ?? null;
      if (answeredAt === null || round?.brought.every((paper) => paper.originals + paper.copies === 0) === true) {
        return null;
      }
      const went = custody.movements.some(
        (each) => each.purpose === 'supplement' && each.takenAt !== null && each.takenAt >= answeredAt,
      );
      if (went) return null;
      const to = unit(holder.office, holder.place);
      return { from: shop(holder.office), to, purpose: 'supplement', by: null, since: answeredAt };
    }
    case 'submitted':
    case 'guided':
    case 'refused':
    case 'received':
    case 'supplement':
    case 'returned':
    case 'archived':
    case 'cancelled':
    case 'done':
      return null;
  }
}

const shop = (id: string): Place => ({ kind: 'shop', office: id, unit: '' });
const unit = (id: string, name: string): Place => ({ kind: 'unit', office: id, unit: name });
const office = (id: string): Place => ({ kind: 'office', office: id, unit: '' });

/** The name by which lists and open batches mean a place. */
export function placeKey({ kind, office: id, unit: name }: Place): string {
  return [kind === 'office' ? 'shop' : kind, id, name].join('|');
}

/** The place in a key of {@link placeKey}, or null. */
export function placeOfKey(key: string): Place | null {
  const [kind = '', id = '', ...rest] = key.split('|');
  if ((kind !== 'shop' && kind !== 'unit') || id === '') return null;
  return { kind, office: id, unit: rest.join('|') };
}

/** The place whose hands these are. */
export function placeOfHands({ kind, office: id, place }: Holder): Place {
  return kind === 'unit' ? unit(id, place) : shop(id);
}
