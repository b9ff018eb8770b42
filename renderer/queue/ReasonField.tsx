import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../ui/Field.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';

/** The reason in one press, or in the officer's own words. */
export function ReasonField({
  label,
  ready,
  value,
  onChange,
}: {
  readonly label: string;
  readonly ready: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const t = useTranslations('queue');
  const other = 'other';
  const chosen = ready.includes(value) ? value : other;
  return (
    <>
      <RadioRow
        label={label}
        first
        value={chosen}
        options={[...ready.map((word) => ({ value: word, label: word })), { value: other, label: t('awayOther') }]}
        onChange={(next) => onChange(next === other ? '' : next)}
      />
      {chosen === other && <Field label={t('awayOther')} value={value} onChange={onChange} maxLength={200} />}
    </>
  );
}
