import { useCallback, useEffect, useRef, useState } from 'react';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import type { PanePage } from './PagesPane.tsx';
import { pictureBlob } from './send.ts';

/**
 * The pages of a digitised paper, portion by portion. Each portion asked for is a look that is written down, so the
 * first is asked for once, and the next only on a press.
 */
export function useKeptPages(dossierId: string, fileId: string) {
  const [pages, setPages] = useState<readonly PanePage[]>([]);
  const [next, setNext] = useState<number | null>(0);
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const asked = useRef(-1);

  const load = useCallback(
    async (from: number): Promise<void> => {
      if (asked.current >= from) return;
      asked.current = from;
      try {
        const part = await desk('digitise.view', { dossierId, fileId, from });
        const more = part.pages.map((page, at) => ({
          key: String(from + at),
          turn: page.turn,
          picture: pictureBlob(page),
        }));
        setPages((before) => [...before, ...more]);
        setNext(part.next);
      } catch (error) {
        setProblem(problemOf(error));
        setNext(null);
      }
    },
    [dossierId, fileId],
  );
  useEffect(() => void load(0), [load]);

  return { pages, problem, more: next === null || next === 0 ? null : () => void load(next) };
}
