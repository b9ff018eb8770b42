import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../ui/Field.tsx';
import styles from './Person.module.css';

/** A known person's name, large; Enter opens it as a field. Changed by hand, the card no longer vouches for it. */
export function KnownName({
  name,
  onChange,
}: {
  readonly name: string;
  readonly onChange: (name: string) => void;
}): ReactNode {
  const t = useTranslations();
  const [typed, setTyped] = useState<string | null>(null);
  const box = useRef<HTMLSpanElement>(null);
  const open = typed !== null;
  useEffect(() => {
    if (open) box.current?.querySelector('input')?.select();
  }, [open]);
  if (typed === null) {
    return (
      <button
        type="button"
        className={styles.knownName}
        aria-label={`${t('receipt.name')} ${name}, ${t('field.opens')}`}
        onClick={() => setTyped(name)}
      >
        {name}
      </button>
    );
  }
  return (
    <span
      ref={box}
      className={styles.openName}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        setTyped(null);
      }}
    >
      <Field
        label={t('receipt.name')}
        labelHidden
        value={typed}
        maxLength={200}
        onChange={setTyped}
        onDone={(text) => {
          setTyped(null);
          if (text.trim() !== '' && text !== name) onChange(text);
        }}
      />
    </span>
  );
}
