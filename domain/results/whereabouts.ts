import type { LocalDateTime } from '../calendar/civil-date.ts';
import { pending } from '../dossier/custody.ts';
import type { Holder } from '../dossier/events/common.ts';
import type { DossierView } from '../dossier/view.ts';
import { papersFor } from '../handover/carried.ts';

/** Something that must go into a citizen's hands (phải trả), and where it is now. */
export interface Awaited {
  /** Kết quả, or the papers of a dossier that was stopped or cancelled (trả lại giấy tờ). */
  readonly kind: 'result' | 'papers-back';
  /**
   * `shelf`: at the shop, in its place; `counter`: at the shop, not put anywhere yet; `electronic`: nothing on paper;
   * `way`: given to the shop, not signed for; `unit`: not given yet.
   */
  readonly at: 'shelf' | 'counter' | 'electronic' | 'way' | 'unit';
  /** The shop where it is, or will be, returned. */
  readonly office: string;
  /** "Kệ B, ngăn 3"; the unit's name while it is there. */
  readonly place: string;
  /** Since when it can be collected; null while it cannot. */
  readonly readyAt: LocalDateTime | null;
}

type Facts = Pick<
  DossierView,
  'state' | 'intake' | 'received' | 'rounds' | 'custody' | 'result' | 'mergedInto' | 'clock'
>;

/** What waits to be returned of a dossier; null where nothing does. */
export function awaited(view: Facts): Awaited | null {
  const kind = kindOf(view);
  if (kind === null) return null;
  const { holder, since } = view.custody;
  const end = view.clock.endedAt ?? view.result.finished?.at ?? '';
  const home = view.intake.receivingOffice;
  const { shelf } = view.result;
  const atShop = shopOf(holder);
  if (shelf !== null && (atShop === null || atShop.office === shelf.office) && holder?.kind !== 'unit') {
    return { kind, at: 'shelf', office: shelf.office, place: shelf.place, readyAt: shelf.since };
  }
  if (kind === 'result' && isElectronicOnly(view)) {
    return { kind, at: 'electronic', office: home, place: '', readyAt: end === '' ? null : end };
  }
  if (atShop !== null) {
    // Paper may have lain at the counter all along: it can be collected once the result is there.
    const readyAt = since !== null && since > end ? since : end;
    return { kind, at: 'counter', office: atShop.office, place: '', readyAt: readyAt === '' ? null : readyAt };
  }
  const coming = pending(view.custody);
  if (coming !== null && shopOf(coming.to) !== null) {
    return { kind, at: 'way', office: coming.to.office, place: holder?.place ?? '', readyAt: null };
  }
  return { kind, at: 'unit', office: home, place: holder?.place ?? view.intake.processingUnit, readyAt: null };
}

function kindOf(view: Facts): Awaited['kind'] | null {
  switch (view.state) {
    case 'finished':
      return 'result';
    case 'stopped':
    case 'cancelled': {
      // Merged into its double, its papers lie with that one.
      const { holder } = view.custody;
      const isOut = holder === null || holder.kind === 'citizen' || holder.kind === 'post';
      return view.mergedInto !== null || isOut || papersFor(view, 'return').length === 0 ? null : 'papers-back';
    }
    case 'submitted':
    case 'guided':
    case 'refused':
    case 'received':
    case 'processing':
    case 'supplement':
    case 'financial':
    case 'withdrawing':
    case 'returned':
    case 'archived':
    case 'done':
      return null;
  }
}

/** The shop among those who may hold paper, or null. */
function shopOf(holder: Holder | null): Holder | null {
  return holder !== null && (holder.kind === 'counter' || holder.kind === 'office') ? holder : null;
}

/** A result that is a file, and nothing on paper. */
export function isElectronicOnly(view: Pick<DossierView, 'result'>): boolean {
  const papers = view.result.finished?.papers ?? [];
  return papers.length > 0 && papers.every((paper) => paper.electronic);
}
