import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Frame } from './frame/Frame.tsx';
import { StatusBar } from './frame/StatusBar.tsx';
import { TitleBar } from './frame/TitleBar.tsx';
import { firstAppearance, Page } from './ui/Page.tsx';

const place = document.querySelector('#page');
if (place === null) throw new Error('index.html has no #page');

createRoot(place).render(
  <StrictMode>
    <Page appearance={firstAppearance}>
      <Frame
        title={<TitleBar />}
        status={
          <StatusBar
            line={{ state: 'notEnrolled' }}
            printer={{ state: 'unknown', name: null }}
            attention={0}
            time=""
            day=""
          />
        }
      >
        {null}
      </Frame>
    </Page>
  </StrictMode>,
);
