import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Office } from '../../contract/sync.ts';
import { FormRow } from '../ui/FormRow.tsx';
import { Select } from '../ui/Select.tsx';
import { officesInOrder } from './rows.ts';

export interface OfficeSelectProps {
  readonly value: string;
  readonly offices: readonly Office[];
  /** Words only: this office's administrator moves nothing elsewhere. */
  readonly fixed: boolean;
  readonly onChange: (office: string) => void;
}

export function OfficeSelect({ value, offices, fixed, onChange }: OfficeSelectProps): ReactNode {
  const label = useTranslations('admin')('office');
  const now = offices.find((office) => office.id === value);
  if (fixed) return <FormRow label={label}>{now?.shortName ?? value}</FormRow>;
  const offered = offices.filter((office) => !office.disabled || office.id === value);
  return (
    <Select
      label={label}
      value={value}
      options={officesInOrder(offered).map((office) => ({ value: office.id, label: office.shortName }))}
      onChange={onChange}
    />
  );
}
