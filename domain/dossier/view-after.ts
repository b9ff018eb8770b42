import { applyEvent, NOTHING, type By } from './apply.ts';
import type { CurrentDossierEvent } from './events.ts';
import { FOLD_VERSION } from './fold.ts';
import type { DossierView } from './view.ts';

/** The view as it will be after an event; the one before where the event changes nothing of it, null where it begins nothing. */
export function viewAfter(
  id: string,
  before: DossierView | null,
  by: By,
  event: CurrentDossierEvent,
): DossierView | null {
  const {
    state,
    intake,
    stateEvent: _event,
    gap: _gap,
    ...rest
  } = applyEvent(before === null ? NOTHING : { ...before, stateEvent: '', gap: false }, by, event);
  if (state === 'nothing' || intake === null) return before;
  const { flags, settled, story, heads } = before ?? { flags: [], settled: [], story: [], heads: [] };
  return { ...rest, id, foldVersion: FOLD_VERSION, state, intake, flags, settled, story, heads };
}
