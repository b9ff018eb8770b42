import type { ReactNode } from 'react';
import styles from './Kiosk.module.css';

/** Lines of 2 on a grid of 24, beside a word; never named for screen readers. */
const lines = {
  hand: 'M8 13V5.5a1.5 1.5 0 0 1 3 0V11M11 11V4a1.5 1.5 0 0 1 3 0v7M14 11V5a1.5 1.5 0 0 1 3 0v8.5M8 13l-1.6-1.7a1.6 1.6 0 0 0-2.5 2L7 18.2A6 6 0 0 0 12 21c3.5 0 5-2.4 5-5.5V13',
  diamond: 'M12 3.5 20.5 12 12 20.5 3.5 12z',
  card: 'M2.5 5h19v14h-19zM6 15.8c.3-1.6 1.3-2.4 2.7-2.4s2.4.8 2.7 2.4M7 10a1.7 1.7 0 1 0 3.4 0A1.7 1.7 0 0 0 7 10M14.5 9.7h4M14.5 14h4',
  slip: 'M6 2.5h12v19H6zM9 7h6M9 10.5h6M9 14v4M11 14v4M13 14v4M15 14v4',
  sound: 'M3.5 9.5h4l5-4.5v14l-5-4.5h-4zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11',
  down: 'm5 9 7 7 7-7',
  up: 'm5 15 7-7 7 7',
  globe: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3z',
  contrast: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 3v18M12 7h7M12 12h9M12 17h7',
  left: 'M20 12H4.5M10.5 6l-6 6 6 6',
  check: 'm4 12.5 5.5 5.5L20 6.5',
  stop: 'M6 6h12v12H6z',
  printer: 'M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 14h10v6.5H7z',
} as const;

export type KioskIconName = keyof typeof lines;

export function KioskIcon({ name }: { readonly name: KioskIconName }): ReactNode {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={lines[name]} />
    </svg>
  );
}
