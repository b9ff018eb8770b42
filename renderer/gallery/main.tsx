import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { Components } from './Components.tsx';
import { ReceiptStill } from './ReceiptStill.tsx';
import { firstAppearance, Page } from '../ui/Page.tsx';
import type { Appearance } from '../ui/theme.ts';

/** `gallery.html#components`, `#receipt`; with `,dark`, `,contrast`, `,en`, `,115`, `,130` after it. */
const [view = 'components', ...wishes] = location.hash.slice(1).split(',');
const place = document.querySelector('#page');
if (place === null) throw new Error('gallery.html has no #page');

const appearance: Appearance = {
  ...firstAppearance,
  theme: wishes.includes('dark') ? 'dark' : wishes.includes('contrast') ? 'contrast' : 'light',
  textSize: wishes.includes('115') ? 115 : wishes.includes('130') ? 130 : 100,
  language: wishes.includes('en') ? 'en' : 'vi',
};

createRoot(place).render(<Page appearance={appearance}>{view === 'receipt' ? <ReceiptStill /> : <Components />}</Page>);
