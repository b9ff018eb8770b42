import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { KeyboardProvider } from './keyboard.tsx';
import { applyAppearance, type Appearance } from './theme.ts';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';

export const firstAppearance: Appearance = { theme: 'system', textSize: 100, keyHints: true, language: 'vi' };

/** The desk answers from this machine: there is no line to wait for, and a refusal is an answer, not a glitch. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** What every page stands in: data, words, keys, and how it looks. */
export function Page({
  appearance,
  children,
}: {
  readonly appearance: Appearance;
  readonly children: ReactNode;
}): ReactNode {
  const [client] = useState(newQueryClient);
  useEffect(() => applyAppearance(appearance), [appearance]);
  return (
    <QueryClientProvider client={client}>
      <MessagesProvider language={appearance.language}>
        <KeyboardProvider>{children}</KeyboardProvider>
      </MessagesProvider>
    </QueryClientProvider>
  );
}
