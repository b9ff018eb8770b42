import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './app/Root.tsx';

const place = document.querySelector('#page');
if (place === null) throw new Error('index.html has no #page');

createRoot(place).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
