import { useEffect, useState, type ReactNode } from 'react';
import styles from './Outcome.module.css';

/** What takes longer than 400 ms is said in words. */
export function SlowWords({ when, children }: { readonly when: boolean; readonly children: string }): ReactNode {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!when) return;
    const timer = setTimeout(() => setSlow(true), 400);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [when]);
  return (
    <p className={styles.slow} role="status">
      {slow && `${children}…`}
    </p>
  );
}
