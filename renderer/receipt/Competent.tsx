import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { Select } from '../ui/Select.tsx';
import { useChange, useForm } from './form.ts';
import styles from './Outcome.module.css';

/**
 * Who decides on the dossier. Received regardless of boundary (phi địa giới, NĐ 118/2025 as changed by NĐ 309/2026)
 * it may be another office's; opened only when it is.
 */
export function Competent(props: {
  readonly unit: string;
  readonly choosing: boolean;
  readonly onChoosing: (open: boolean) => void;
}): ReactNode {
  const t = useTranslations('receipt');
  const change = useChange();
  const chosen = useForm((state) => state.content?.competentOffice ?? null);
  const session = useDesk('session.get', {}, ['session']);
  const own = session.data?.office ?? null;
  const { data } = useDesk('office.list', {}, ['reference'], { when: props.choosing });
  const elsewhere = chosen !== null && chosen !== own?.id;
  const offices = (data ?? []).filter((office) => office.id !== own?.id);
  const shown = useForm((state) => state.assessment?.competentOffice?.name ?? '');
  if (props.choosing && own !== null && data !== undefined) {
    return (
      <div data-go="competent">
        <Select
          label={t('competent')}
          labelHidden
          value={chosen ?? own.id}
          options={[
            { value: own.id, label: t('ownOffice', { name: own.shortName }) },
            ...offices.map((office) => ({ value: office.id, label: office.name })),
          ]}
          onChange={(id) => change({ competentOffice: id === own.id ? null : id })}
        />
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles.unit}
      aria-label={`${t('processingUnit')} ${props.unit}, ${t('competentChange')}`}
      onClick={() => props.onChoosing(true)}
    >
      {props.unit}
      {elsewhere && <span className={styles.competent}>{shown}</span>}
    </button>
  );
}
