import { useId, type ReactNode } from 'react';
import { FormRow } from './FormRow.tsx';
import styles from './RadioRow.module.css';
import type { Option } from './Select.tsx';

export interface RadioRowProps<V extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: V | null;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly first?: boolean;
  readonly className?: string | undefined;
}

/** One of up to four, all in view; left and right go through them. */
export function RadioRow<V extends string>(props: RadioRowProps<V>): ReactNode {
  const id = useId();
  const hasChosen = props.options.some((option) => option.value === props.value);
  /** Where the arrows begin: at what is chosen. */
  const isEntry = (value: V, index: number): boolean => (hasChosen ? value === props.value : index === 0);
  return (
    <FormRow label={props.label} id={`${id}-label`} labelHidden={props.labelHidden} className={props.className}>
      <span className={styles.row} role="radiogroup" aria-labelledby={`${id}-label`}>
        {props.options.map((option, index) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={id}
              className={styles.mark}
              checked={option.value === props.value}
              data-first={props.first === true && isEntry(option.value, index) ? '' : undefined}
              onChange={() => props.onChange(option.value)}
            />
            <span className={styles.word}>{option.label}</span>
          </label>
        ))}
      </span>
    </FormRow>
  );
}
