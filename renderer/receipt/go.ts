/** Where the cursor goes next. Places of the sheet are named by `data-go`. */

const focusable = 'input, select, textarea, button, [tabindex="0"]';

function canFocus(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(':disabled, [inert] *') && element.offsetParent !== null;
}

/** A desk with much to do may take so long to say what is to be drawn. Milliseconds. */
const PATIENCE_MS = 3000;
/** Where one was sent last: an older errand still waiting is given up. */
let errand = 0;

/** Ctrl K was faster than the first look. */
function isSearching(stands: Element | null): boolean {
  return stands instanceof HTMLInputElement && stands.closest('header') !== null;
}

/** Goes to the first of these places that is there, waiting for one that is about to be drawn, unless somebody moved on. */
export function goTo(...places: readonly string[]): void {
  errand += 1;
  const mine = errand;
  const until = performance.now() + PATIENCE_MS;
  let stood: Element | null = null;
  const look = (): void => {
    if (mine !== errand) return;
    const stands = document.activeElement;
    // Asked before the place is looked for: it may be drawn in the very moment somebody begins to search.
    const movedOn = stood === null ? isSearching(stands) : stands !== stood && stands !== document.body;
    if (movedOn) return;
    stood = stands;
    for (const place of places) {
      const room = document.querySelector<HTMLElement>(`[data-go="${place}"]`);
      const inside = room === null ? [] : [...room.querySelectorAll<HTMLElement>(focusable)].filter(canFocus);
      const found =
        inside.find((element) => element.matches('input:checked, [tabindex="0"], [data-first]')) ?? inside[0];
      if (found !== undefined) return found.focus();
    }
    if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Enter goes on like Tab: to what follows in the sheet; a group of choices counts as one. */
export function goOn(from: HTMLElement, sheet: HTMLElement): void {
  const group = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : null;
  const all = [...sheet.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) =>
      element === from || (canFocus(element) && !(element instanceof HTMLInputElement && element.name === group)),
  );
  const next = all[all.indexOf(from) + 1];
  next?.focus();
}

/** After the person: the procedure, or with one chosen, what is open of it. */
export function goToWork(procedureCode: string | null): void {
  if (procedureCode === null) goTo('procedure');
  else goTo('case', 'papers');
}
