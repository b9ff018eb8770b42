import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { parseTypedDate } from '../../domain/citizen/typed-date.ts';
import { Field } from '../ui/Field.tsx';
import { plainDate } from '../ui/format.ts';

export interface DateFieldProps {
  readonly label: string;
  /** Null while nothing that is a date is typed. */
  readonly onDate: (date: CivilDate | null) => void;
  readonly initial?: CivilDate;
  readonly className?: string | undefined;
}

/** A date as officers type it: 30112026, 30/11/2026. */
export function DateField({ label, onDate, initial, className }: DateFieldProps): ReactNode {
  const t = useTranslations('work');
  const [typed, setTyped] = useState(initial === undefined ? '' : plainDate(initial));
  const [left, setLeft] = useState(false);
  const wrong = left && typed.trim() !== '' && parseTypedDate(typed) === null;
  return (
    <Field
      label={label}
      kind="number"
      value={typed}
      hint={typed === '' ? t('dateHint') : undefined}
      sentence={wrong ? t('dateWrong') : null}
      className={className}
      onChange={(text) => {
        setTyped(text);
        setLeft(false);
        onDate(parseTypedDate(text));
      }}
      onDone={() => {
        setLeft(true);
        const parsed = parseTypedDate(typed);
        if (parsed !== null) setTyped(plainDate(parsed));
      }}
    />
  );
}
