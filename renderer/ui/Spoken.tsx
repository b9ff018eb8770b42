import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './Spoken.module.css';

const pauseMs = 5000;

/** Says a changing sentence to a screen reader, at most once in five seconds; the last one is never lost. */
export function Spoken({ children: sentence }: { readonly children: string }): ReactNode {
  const [said, setSaid] = useState('');
  const next = useRef(0);
  useEffect(() => {
    const now = performance.now();
    const wait = Math.max(0, next.current - now);
    const timer = setTimeout(() => {
      next.current = performance.now() + pauseMs;
      setSaid(sentence);
    }, wait);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <span className={styles.spoken} role="status" aria-live="polite">
      {said}
    </span>
  );
}
