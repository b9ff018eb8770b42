import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../../ui/Field.tsx';

/** A length or type size: a comma or a dot, at most two decimals. What is no such number is given on as NaN. */
export function MeasureField(props: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { label, value, least, most, onChange } = props;
  const t = useTranslations('template');
  const [typed, setTyped] = useState({ text: shown(value), value });
  // Changed from outside: the block moved, or the change was given up.
  const text = Object.is(typed.value, value) ? typed.text : shown(value);
  return (
    <Field
      label={label}
      kind="number"
      value={text}
      maxLength={6}
      sentence={Number.isNaN(value) ? t('measureWrong', { least, most }) : null}
      onChange={(next) => {
        const read = measureOf(next, least, most);
        setTyped({ text: next, value: read });
        onChange(read);
      }}
    />
  );
}

const shown = (value: number): string => (Number.isNaN(value) ? '' : String(value).replace('.', ','));

function measureOf(text: string, least: number, most: number): number {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(text.trim())) return NaN;
  const value = Number(text.trim().replace(',', '.'));
  return value >= least && value <= most ? value : NaN;
}
