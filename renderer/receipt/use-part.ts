import { useEffect, useState, type RefObject } from 'react';

/**
 * The numbered part the cursor stands in. With the pointer it is told when the button is let go: a part that folded
 * while it is held would move what is being clicked away.
 */
export function usePart(sheet: RefObject<HTMLElement | null>): [string | null, (part: string) => void] {
  const [part, setPart] = useState<string | null>(null);
  useEffect(() => {
    let held = false;
    const look = (): void => {
      const active = document.activeElement;
      const inside = sheet.current?.contains(active) === true ? active?.closest<HTMLElement>('[data-part]') : null;
      if (inside !== null && inside !== undefined) setPart(inside.dataset['part'] ?? null);
    };
    const onFocus = (): void => {
      if (!held) look();
    };
    const onDown = (): void => {
      held = true;
    };
    const onClick = (): void => {
      held = false;
      look();
    };
    const listeners = { focusin: onFocus, pointerdown: onDown, click: onClick, pointercancel: onClick } as const;
    for (const [kind, run] of Object.entries(listeners)) document.addEventListener(kind, run);
    return () => {
      for (const [kind, run] of Object.entries(listeners)) document.removeEventListener(kind, run);
    };
  }, [sheet]);
  return [part, setPart];
}
