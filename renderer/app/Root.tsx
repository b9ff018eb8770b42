import { useState, type ReactNode } from 'react';
import { firstAppearance, Page } from '../ui/Page.tsx';
import { App } from './App.tsx';

/** The page in the look its person has chosen. */
export function Root(): ReactNode {
  const [appearance, setAppearance] = useState(firstAppearance);
  return (
    <Page appearance={appearance}>
      <App onAppearance={setAppearance} />
    </Page>
  );
}
