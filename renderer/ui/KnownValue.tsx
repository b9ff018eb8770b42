import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from './Field.tsx';
import { FormRow } from './FormRow.tsx';
import styles from './KnownValue.module.css';
import { cx } from './cx.ts';

export interface KnownValueProps {
  readonly label: string;
  readonly value: string;
  /** How it is read; the field shows `value`. */
  readonly shown?: string;
  /** Where it comes from and when: "Đọc từ thẻ căn cước, 10:39". */
  readonly source?: string | undefined;
  /** Enter opens it as a field; without this it is words only. The change is recorded by the caller. */
  readonly onChange?: ((value: string) => void) | undefined;
  readonly sentence?: string | null | undefined;
  readonly className?: string | undefined;
}

/** What the State already knows is plain text, not a question. */
export function KnownValue(props: KnownValueProps): ReactNode {
  const { label, value, onChange } = props;
  const t = useTranslations('field');
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const open = draft !== null;

  useEffect(() => {
    if (open) box.current?.querySelector('input')?.select();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = open;
  }, [open]);

  if (open && onChange !== undefined) {
    const done = (text: string): void => {
      setDraft(null);
      if (text !== value) onChange(text);
    };
    return (
      <div
        ref={box}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          setDraft(null);
        }}
      >
        <Field label={label} value={draft} onChange={setDraft} onDone={done} className={props.className} />
      </div>
    );
  }
  const words = (
    <>
      <span className={styles.value}>{props.shown ?? value}</span>
      {props.source !== undefined && <span className={styles.source}>{props.source}</span>}
    </>
  );
  return (
    <FormRow label={label} className={props.className}>
      {onChange === undefined ? (
        <span className={styles.known}>{words}</span>
      ) : (
        <button
          ref={button}
          type="button"
          className={cx(styles.known, styles.opens)}
          aria-label={`${label} ${props.shown ?? value}, ${t('opens')}`}
          onClick={() => setDraft(value)}
        >
          {words}
        </button>
      )}
      {props.sentence !== null && props.sentence !== undefined && <p className={styles.sentence}>{props.sentence}</p>}
    </FormRow>
  );
}
