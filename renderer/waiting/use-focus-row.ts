import { useEffect, useRef, type RefObject } from 'react';

/** The chosen row of a list gets the cursor as soon as the list is there, and whenever the row that had it has gone. */
export function useFocusRow(rows: readonly unknown[]): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null);
  const any = rows.length > 0;
  const focus = (): void => sheet.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
  useEffect(() => {
    // A row that moved to another group was drawn anew.
    if (any && document.activeElement === document.body) focus();
  });
  useEffect(() => {
    if (any) focus();
    // Once, when the list is there.
  }, [any]);
  return sheet;
}
