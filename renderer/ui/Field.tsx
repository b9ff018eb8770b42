import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Field.module.css';
import { FormRow } from './FormRow.tsx';
import { Icon } from './Icon.tsx';
import { cx } from './cx.ts';

export interface FieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter, or leaving the field, with the value as it stands. */
  readonly onDone?: (value: string) => void;
  /** What is not yet right, as a sentence. The field can still be saved. */
  readonly sentence?: string | null | undefined;
  /** One sentence of help under the field. */
  readonly hint?: string | undefined;
  /** Why it cannot be changed; the value is then shown, not offered. */
  readonly locked?: string | null | undefined;
  /** What could be typed, while nothing is; never instead of the label. */
  readonly placeholder?: string;
  readonly kind?: 'text' | 'password' | 'number' | 'phone';
  /** More than one line. */
  readonly lines?: number;
  readonly maxLength?: number;
  /** Gets the focus when its region or dialog opens. */
  readonly first?: boolean;
  readonly className?: string | undefined;
  readonly inputClassName?: string | undefined;
  readonly keyShortcut?: string | undefined;
}

/** What can be typed. Esc gives the value back that stood there when the cursor came in. */
export function Field(props: FieldProps): ReactNode {
  const { label, value, sentence, hint, locked, kind = 'text', onChange, onDone } = props;
  const id = useId();
  const before = useRef(value);
  const wrong = sentence !== null && sentence !== undefined;
  const note = wrong ? sentence : hint;
  const isLocked = locked !== null && locked !== undefined;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && value !== before.current) {
      event.stopPropagation();
      onChange(before.current);
    }
    if (event.key === 'Enter' && !event.ctrlKey && props.lines === undefined) onDone?.(value);
  };
  const common = {
    id,
    value,
    className: cx(styles.field, wrong && styles.wrong, isLocked && styles.locked, props.inputClassName),
    readOnly: isLocked,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': wrong || undefined,
    'aria-describedby': note === undefined && !isLocked ? undefined : `${id}-note`,
    'aria-keyshortcuts': props.keyShortcut,
    'data-first': props.first === true ? '' : undefined,
    onKeyDown,
    onFocus: () => {
      before.current = value;
    },
    onBlur: () => onDone?.(value),
  };
  return (
    <FormRow label={label} htmlFor={id} labelHidden={props.labelHidden} className={props.className}>
      {props.lines === undefined ? (
        <input
          {...common}
          type={kind === 'password' ? 'password' : 'text'}
          inputMode={kind === 'number' ? 'numeric' : kind === 'phone' ? 'tel' : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <textarea {...common} rows={props.lines} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
      {(note !== undefined || isLocked) && (
        <p id={`${id}-note`} className={cx(styles.note, wrong && styles.wrongNote)}>
          {wrong && <Icon name="exclaim" className={styles.sign} />}
          {isLocked && !wrong && <Icon name="lock" className={styles.sign} />}
          {wrong ? sentence : (locked ?? hint)}
        </p>
      )}
    </FormRow>
  );
}
