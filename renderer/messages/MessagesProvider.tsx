import type { ReactNode } from 'react';
import { IntlProvider, useLocale } from 'use-intl';
import type { Language } from '../ui/format.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

const catalogues = { vi, en } as const;

/** Gives everything below the words of one language. Dates come in as Vietnam time already; nothing is converted. */
export function MessagesProvider(props: { readonly language: Language; readonly children: ReactNode }): ReactNode {
  return (
    // The English catalogue has the same keys (Mirror), with other words than the types name.
    <IntlProvider
      locale={props.language}
      messages={catalogues[props.language] as typeof vi}
      timeZone="Asia/Ho_Chi_Minh"
    >
      {props.children}
    </IntlProvider>
  );
}

/** The language the screen speaks now. */
export function useLanguage(): Language {
  return useLocale();
}
