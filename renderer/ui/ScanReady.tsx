import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './ScanReady.module.css';

/** The scan zone at rest: "Sẵn sàng quét", and what may be scanned. Scanning works anywhere on the screen. */
export function ScanReady({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.zone}>
      <h2>
        <Icon name="scan" />
        {title}
      </h2>
      <p>{children}</p>
    </div>
  );
}
