import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ToldHow } from '../stores/correction.ts';
import { RadioRow } from '../ui/RadioRow.tsx';

/** How the citizen learns that the slip they hold is void: they stand here, by message, or somebody calls later. */
export function ToldRow({
  value,
  mayMessage,
  onChange,
}: {
  readonly value: ToldHow | null;
  /** A telephone of theirs takes messages. */
  readonly mayMessage: boolean;
  readonly onChange: (told: ToldHow) => void;
}): ReactNode {
  const t = useTranslations('correction');
  const ways = (['here', 'message', 'later'] as const).filter((way) => way !== 'message' || mayMessage);
  return (
    <RadioRow
      label={t('told')}
      value={value}
      options={ways.map((way) => ({ value: way, label: t(`toldHow.${way}`) }))}
      onChange={onChange}
    />
  );
}
