import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { phone } from '../ui/format.ts';
import { Field } from '../ui/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import styles from './MatterSheet.module.css';
import type { Matter, MatterWork } from './use-matter.ts';

/** The citizen is owed a call: which number, how they were told, and what was said. */
export function TellPart({
  matter,
  work,
  onChange,
}: {
  readonly matter: Matter;
  readonly work: MatterWork;
  readonly onChange: (part: Partial<MatterWork>) => void;
}): ReactNode {
  const t = useTranslations('settle');
  const ways = (['phone', 'letter', 'counter', 'message'] as const).filter(
    (way) => way !== 'message' || matter.mayMessage,
  );
  return (
    <div className={styles.fields}>
      <FormRow label={t('phone')}>
        <span className={matter.phone === '' ? undefined : styles.phone}>
          {matter.phone === '' ? t('phoneNone') : phone(matter.phone)}
        </span>
      </FormRow>
      <RadioRow
        label={t('way')}
        value={work.way}
        first
        options={ways.map((way) => ({ value: way, label: t(`ways.${way}`) }))}
        onChange={(way) => onChange({ way })}
      />
      {work.way === 'message' ? (
        <p className={styles.small}>{t('messageSays')}</p>
      ) : (
        <Field
          label={t('said')}
          value={work.text}
          maxLength={1000}
          hint={work.text === '' ? t('saidHint') : undefined}
          onChange={(text) => onChange({ text })}
        />
      )}
    </div>
  );
}
