import type { ReactNode } from 'react';
import styles from './SheetHead.module.css';

export interface SheetHeadProps {
  readonly title: string;
  /** One fact beside the title. */
  readonly fact?: ReactNode;
  /** Right end: saved at, close. */
  readonly aside?: ReactNode;
}

/** The head of the sheet; it stays while the sheet below scrolls. */
export function SheetHead({ title, fact, aside }: SheetHeadProps): ReactNode {
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {fact !== undefined && <span className={styles.fact}>{fact}</span>}
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </div>
  );
}

/** What scrolls under the head. */
export function SheetBody({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.body}>{children}</div>;
}
