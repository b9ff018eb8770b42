import { useId, type ReactNode } from 'react';
import { FormRow } from './FormRow.tsx';
import { Icon } from './Icon.tsx';
import styles from './Select.module.css';
import { cx } from './cx.ts';
import { useKey } from './keyboard.tsx';
import { keyShortcut, type KeyAction } from './keys.ts';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}

export interface SelectProps<V extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: V | null;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  /** What stands there while nothing is chosen. */
  readonly empty?: string;
  /** The key that leads here. */
  readonly action?: KeyAction;
  readonly first?: boolean;
  readonly className?: string | undefined;
}

/** One of more than four. The system's own list: up and down, and typing. */
export function Select<V extends string>(props: SelectProps<V>): ReactNode {
  const { value, options, onChange, action } = props;
  const id = useId();
  useKey(action, () => document.getElementById(id)?.focus(), { name: props.label });
  return (
    <FormRow label={props.label} htmlFor={id} labelHidden={props.labelHidden} className={props.className}>
      <span className={styles.box}>
        <select
          id={id}
          className={cx(styles.select, value === null && styles.none)}
          value={value ?? ''}
          aria-keyshortcuts={action === undefined ? undefined : keyShortcut(action)}
          data-first={props.first === true ? '' : undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {value === null && <option value="">{props.empty ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" className={styles.arrow} />
      </span>
    </FormRow>
  );
}
