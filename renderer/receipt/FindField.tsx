import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FormRow } from '../ui/FormRow.tsx';
import { Icon } from '../ui/Icon.tsx';
import { cx } from '../ui/cx.ts';
import { Marked } from '../ui/Marked.tsx';
import styles from './FindField.module.css';

export interface Found {
  readonly key: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly aside?: string | undefined;
}

export interface FindFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly found: readonly Found[];
  /** Over the list. */
  readonly head: string;
  /** Said in the list where nothing matches; without it the list stays shut. */
  readonly none?: string | undefined;
  readonly onPick: (key: string) => void;
  /** Nothing is chosen until an arrow is pressed, so that Enter after a name keeps what was typed. */
  readonly free?: boolean;
  readonly hint?: string | undefined;
  readonly sentence?: string | undefined;
  readonly onLeave?: () => void;
  readonly first?: boolean;
  readonly strong?: boolean;
}

/** A field that finds while one types: the list below, up and down, Enter takes; Esc shuts the list. */
export function FindField(props: FindFieldProps): ReactNode {
  const { value, found, onPick, free = false } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(free ? -1 : 0);
  const chosen = found[Math.min(at, found.length - 1)];
  const shown = open && (found.length > 0 || (props.none !== undefined && value.trim() !== ''));
  const note = props.sentence ?? props.hint;

  const move = (to: number): void => {
    setAt(to);
    setOpen(true);
    list.current?.querySelectorAll('[role=option]')[to]?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (key: string): void => {
    setOpen(false);
    setAt(free ? -1 : 0);
    onPick(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const last = found.length - 1;
    if (event.key === 'ArrowDown' && last >= 0) move(!open ? Math.max(0, at) : at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp' && last >= 0) move(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && shown && chosen !== undefined) pick(chosen.key);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <FormRow label={props.label} htmlFor={id} labelHidden={props.labelHidden}>
      <div className={styles.box}>
        <input
          id={id}
          type="text"
          className={cx(styles.field, props.strong === true && styles.strong)}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && chosen !== undefined ? `${id}-${chosen.key}` : undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={value}
          data-first={props.first === true ? '' : undefined}
          onChange={(event) => {
            props.onChange(event.currentTarget.value);
            setAt(free ? -1 : 0);
            setOpen(true);
          }}
          onFocus={() => {
            if (!free) setOpen(true);
          }}
          onClick={() => {
            if (!free) setOpen(true);
          }}
          onBlur={() => {
            setOpen(false);
            props.onLeave?.();
          }}
          onKeyDown={onKeyDown}
        />
        {shown && (
          <div ref={list} className={styles.popover} id={`${id}-list`} role="listbox" aria-label={props.head}>
            {found.length > 0 && (
              <div className={styles.head} aria-hidden="true">
                {props.head}
              </div>
            )}
            {found.map((row) => (
              <div
                key={row.key}
                id={`${id}-${row.key}`}
                className={cx(styles.result, row === chosen && at >= 0 && styles.chosen)}
                role="option"
                aria-selected={row === chosen}
                // The field keeps the cursor.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => pick(row.key)}
              >
                <span className={styles.title}>
                  <Marked text={row.title} typed={value} />
                </span>
                {row.aside !== undefined && <span className={styles.aside}>{row.aside}</span>}
                {row.detail !== undefined && (
                  <span className={styles.detail}>
                    <Marked text={row.detail} typed={value} />
                  </span>
                )}
              </div>
            ))}
            {found.length === 0 && <p className={styles.none}>{props.none}</p>}
          </div>
        )}
      </div>
      {note !== undefined && (
        <p id={`${id}-note`} className={cx(styles.note, props.sentence !== undefined && styles.remark)}>
          {props.sentence !== undefined && <Icon name="exclaim" />}
          {note}
        </p>
      )}
    </FormRow>
  );
}
