import { useEffect, useRef, type RefObject } from 'react';

/** The chosen row of a list gets the cursor as soon as the list is there; one that has gone leaves it to the next. */
export function useFocusRow(rows: readonly unknown[]): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null);
  const any = rows.length > 0;
  const n = rows.length;
  useEffect(() => {
    const active = document.activeElement;
    const lost = active === null || active === document.body || !active.isConnected;
    if (any && lost) sheet.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
  }, [any, n]);
  useEffect(() => {
    if (any) sheet.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
    // Once, when the list is there.
  }, [any]);
  return sheet;
}
