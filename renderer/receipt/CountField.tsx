import { useState, type ReactNode } from 'react';
import { Field } from '../ui/Field.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { count } from '../ui/format.ts';
import { countOf } from './content.ts';

export interface CountFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
  readonly hint?: string | undefined;
  readonly className?: string | undefined;
}

/** A whole number. While it is no number the last one holds, and leaving the field shows it again. */
export function CountField({ label, value, least, most, onChange, hint, className }: CountFieldProps): ReactNode {
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? '' : count(value, language);
  return (
    <Field
      label={label}
      kind="number"
      hint={hint}
      className={className}
      maxLength={16}
      value={typed ?? shown}
      onChange={(text) => {
        setTyped(text);
        const n = countOf(text, least, most);
        if (n !== null) onChange(n);
      }}
      onDone={() => setTyped(null)}
    />
  );
}
