import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { TransferCode } from '../money/TransferCode.tsx';
import { Field } from '../ui/Field.tsx';
import { money } from '../ui/format.ts';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Section } from '../ui/Section.tsx';
import type { PartProps } from './CollectorSection.tsx';
import styles from './Results.module.css';

/** 3: the fee still owed, taken in the same stroke. Nothing where none is. */
export function FeePart({ form, page, onChange }: PartProps): ReactNode {
  const t = useTranslations('results');
  const language = useLanguage();
  const { owed } = page.fee;
  if (owed === 0) return null;
  return (
    <Section n={3} title={t('fee')}>
      <div className={styles.fee}>
        <p>
          <b className={styles.soon}>{t('feeOwed', { amount: money(owed, language) })}</b>
        </p>
        <RadioRow
          label={t('paid')}
          value={form.paid}
          options={(['cash', 'transfer', 'online'] as const).map((kind) => ({
            value: kind,
            label: t(`paidKind.${kind}`),
          }))}
          onChange={(paid) => onChange({ paid })}
        />
        {form.paid !== null && (
          <Field
            label={t('receiptNumber')}
            value={form.receiptNumber}
            maxLength={60}
            onChange={(receiptNumber) => onChange({ receiptNumber })}
          />
        )}
        {form.paid === 'transfer' && (
          <div className={styles.code}>
            <TransferCode amount={owed} code={page.row.code} />
          </div>
        )}
      </div>
    </Section>
  );
}
