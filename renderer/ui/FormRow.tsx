import type { ReactNode } from 'react';
import styles from './FormRow.module.css';
import { cx } from './cx.ts';

export interface FormRowProps {
  readonly label: string;
  /** The control the label belongs to; without it the row is a plain pair of words. */
  readonly htmlFor?: string | undefined;
  readonly id?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** The label is for screen readers only. */
  readonly labelHidden?: boolean | undefined;
}

/** A label and what stands beside it. The width of the label column is `--label`, 104 unless a screen sets it. */
export function FormRow({ label, htmlFor, id, children, className, labelHidden = false }: FormRowProps): ReactNode {
  const Label = htmlFor === undefined ? 'span' : 'label';
  return (
    <div className={cx(styles.row, labelHidden && styles.alone, className)}>
      <Label id={id} htmlFor={htmlFor} className={labelHidden ? styles.hidden : styles.label}>
        {label}
      </Label>
      <div className={styles.control}>{children}</div>
    </div>
  );
}
