import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import type { PanePage } from './PagesPane.tsx';
import { pictureBlob } from './send.ts';

/**
 * The pages of a digitised paper, portion by portion. Each portion asked for is a look that is written down, so the
 * first is asked for once each time the paper is opened, and the next only on a press.
 */
export function useKeptPages(
  dossierId: string,
  fileId: string,
): { pages: readonly PanePage[]; problem: DeskProblem | null; more: (() => void) | null } {
  const opening = useId();
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['look', dossierId, fileId, opening],
    queryFn: ({ pageParam }) => desk('digitise.view', { dossierId, fileId, from: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) =>
      pages
        .flatMap((part) => part.pages)
        .map((page, at) => ({ key: String(at), turn: page.turn, picture: pictureBlob(page) })),
    // Closed is gone: the next opening is another look.
    staleTime: Infinity,
    gcTime: 0,
  });
  return {
    pages: data ?? [],
    problem: error === null ? null : problemOf(error),
    more: hasNextPage && !isFetching ? () => void fetchNextPage() : null,
  };
}
