import { useEffect, useState, type RefObject } from 'react';

/** Height of one office's line and of the head over a column, CSS px at the usual text size. */
const LINE = 23.6;
const HEAD = 25;

/** How many lines a column of the board can show without scrolling, as high as it stands now. */
export function useColumnRows(box: RefObject<HTMLElement | null>): number {
  const [rows, setRows] = useState(1);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const text = Number(getComputedStyle(element).getPropertyValue('--text')) || 1;
      setRows(Math.max(1, Math.floor((element.clientHeight - HEAD * text) / (LINE * text))));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return rows;
}
