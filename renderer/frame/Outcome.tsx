import type { ReactNode } from 'react';
import styles from './Outcome.module.css';

export interface OutcomeProps {
  readonly children: ReactNode;
  /** Stands over the buttons: what the slip will carry. */
  readonly note?: ReactNode;
  /** The one action, bottom right, and up to two second buttons in a row below. */
  readonly action?: ReactNode;
  readonly second?: ReactNode;
}

/** The third column: the verdict, its explanation, its consequence; the action at the foot. */
export function Outcome({ children, note, action, second }: OutcomeProps): ReactNode {
  const hasFoot = action !== undefined || second !== undefined;
  return (
    <>
      <div className={styles.body}>{children}</div>
      {hasFoot && (
        <div className={styles.foot}>
          {note !== undefined && note !== null && <div className={styles.note}>{note}</div>}
          {action}
          {second !== undefined && <div className={styles.second}>{second}</div>}
        </div>
      )}
    </>
  );
}

export interface OutcomeFigureProps {
  readonly label: string;
  /** The one figure of the panel. */
  readonly figure: string;
  readonly children?: ReactNode;
}

/** "Hẹn trả kết quả", "Thứ Sáu 27/11/2026", "trước 17 giờ 00, tại Quầy trả kết quả". */
export function OutcomeFigure({ label, figure, children }: OutcomeFigureProps): ReactNode {
  return (
    <div className={styles.figureBlock}>
      <h2 className={styles.label}>{label}</h2>
      <p className={styles.figure}>{figure}</p>
      {children !== undefined && <p className={styles.under}>{children}</p>}
    </div>
  );
}

/** A part of the outcome, with a hairline above where one stands before it. */
export function OutcomePart({ label, children }: { readonly label?: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.part}>
      {label !== undefined && <h2 className={styles.label}>{label}</h2>}
      {children}
    </section>
  );
}
