import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallInput, CallName, CallOutput, Topic } from '../../contract/desk.ts';
import { topicNames } from '../../contract/desk-names.ts';
import { deskBridge } from '../bridge/index.ts';
import { desk, type DeskProblem } from './desk-client.ts';

/**
 * A question to the desk, asked again whenever it says that one of these topics changed.
 * What it answered goes from the page when somebody else sits down ({@link forgetPerson}).
 */
export function useDesk<N extends CallName>(
  name: N,
  input: CallInput<N>,
  about: readonly Topic[],
  options: { readonly every?: number; readonly when?: boolean } = {},
): UseQueryResult<CallOutput<N>, DeskProblem> {
  return useQuery<CallOutput<N>, DeskProblem>({
    queryKey: ['desk', name, input],
    queryFn: () => desk(name, input),
    meta: { about },
    enabled: options.when ?? true,
    // What was shown stays until the newer answer is there: nothing flickers.
    placeholderData: (before) => before,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  });
}

/** Asks again what hangs on a topic; once, at the root of the page. */
export function useTopics(): void {
  const client = useQueryClient();
  useEffect(() => {
    const ends = topicNames.map((topic) => deskBridge().subscribe(topic, () => askAgain(client, topic)));
    return () => ends.forEach((end) => end());
  }, [client]);
}

function askAgain(client: QueryClient, topic: Topic): void {
  void client.invalidateQueries({
    predicate: ({ meta }) => Array.isArray(meta?.['about']) && meta['about'].includes(topic),
  });
}

/** Nothing a person saw stays in the page after they left or locked it. */
export function forgetPerson(client: QueryClient): void {
  const kept = new Set<unknown>(['session.get', 'status.get', 'preferences.get']);
  client.removeQueries({ predicate: ({ queryKey }) => !kept.has(queryKey[1]) });
}
