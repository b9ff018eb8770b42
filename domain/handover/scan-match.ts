import { pending, sameHands } from '../dossier/custody.ts';
import type { Holder } from '../dossier/events/common.ts';
import type { DossierView, Movement } from '../dossier/view.ts';
import { toGive, type Place, type ToGive } from './to-give.ts';

/** What a scanned dossier is to the batch being put together. */
export type GiveMatch =
  | { readonly kind: 'fits'; readonly give: ToGive }
  /** It goes somewhere else. */
  | { readonly kind: 'elsewhere'; readonly give: ToGive }
  /** Given already, not signed for. */
  | { readonly kind: 'given'; readonly movement: Movement }
  /** Others hold it, as far as is known here. */
  | { readonly kind: 'held'; readonly holder: Holder }
  /** Nothing has to leave: finished, waiting for the citizen, at its place. */
  | { readonly kind: 'stays' };

/**
 * @param here who gives: a counter or a unit
 * @param isThere whether a place is where the batch goes to; always, where none is open yet
 * @param lost whether the batch it was given in was gone through without it
 */
export function matchToGive(
  view: DossierView,
  here: Holder,
  isThere: (place: Place) => boolean,
  lost: (batch: string) => boolean,
): GiveMatch {
  const give = toGive(view);
  const waiting = pending(view.custody);
  if (waiting !== null && !(waiting.batch !== null && lost(waiting.batch.id))) {
    return { kind: 'given', movement: waiting };
  }
  const { holder } = view.custody;
  if (give === null || !isFrom(give.from, here)) {
    return holder !== null && !sameHands(holder, here) ? { kind: 'held', holder } : { kind: 'stays' };
  }
  return { kind: isThere(give.to) ? 'fits' : 'elsewhere', give };
}

/** Whether these hands are the place something lies at. */
export function isFrom(place: Place, here: Holder): boolean {
  if (place.office !== here.office) return false;
  return place.kind === 'unit' ? here.kind === 'unit' && here.place === place.unit : here.kind !== 'unit';
}
