import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { parseTypedDate } from '../../domain/citizen/typed-date.ts';
import { Field } from '../ui/Field.tsx';
import { plainDate } from '../ui/format.ts';

export interface DateFieldProps {
  readonly label: string;
  readonly value: string | null;
  /** A day that exists, or null where the field was emptied. */
  readonly onChange: (date: string | null) => void;
  readonly className?: string | undefined;
}

/** A day as officers type it; what cannot be read is said when the field is left, and changes nothing. */
export function DateField({ label, value, onChange, className }: DateFieldProps): ReactNode {
  const t = useTranslations('books');
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  return (
    <Field
      label={label}
      kind="number"
      className={className}
      maxLength={10}
      value={typed ?? (value === null ? '' : plainDate(value))}
      sentence={wrong ? t('dateWrong') : null}
      onChange={(text) => {
        setTyped(text);
        setWrong(false);
      }}
      onDone={(text) => {
        if (typed === null) return;
        const date = text.trim() === '' ? null : parseTypedDate(text);
        if (date === null && text.trim() !== '') return setWrong(true);
        setTyped(null);
        onChange(date);
      }}
    />
  );
}
