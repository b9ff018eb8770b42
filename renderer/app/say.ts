import { createContext } from 'react';
import type { Bilingual } from '../../domain/text.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';

/** What the desk says in both languages, in the one the screen speaks. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}

/** Vietnam's time by the province's clock, 'YYYY-MM-DDTHH:mm:ss', new each minute; empty until the desk has told it. */
export const NowContext = createContext('');
