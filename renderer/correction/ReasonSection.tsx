import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCorrection } from '../stores/correction.ts';
import { Field } from '../ui/Field.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Correction.module.css';
import { ToldRow } from './ToldRow.tsx';

/** Part 5: why it is put right, and how the citizen learns of it where their slip no longer holds. */
export function ReasonSection(): ReactNode {
  const t = useTranslations('correction');
  const reason = useCorrection((state) => state.reason);
  const told = useCorrection((state) => state.told);
  const effects = useCorrection((state) => state.preview?.effects ?? null);
  const { setReason, setTold } = useCorrection.getState();
  return (
    <div className={styles.section} data-part="5">
      <Section n={5} title={t('reasonPart')} level>
        <div className={styles.reason}>
          <Field
            label={t('reason')}
            value={reason}
            maxLength={2000}
            hint={reason === '' ? t('reasonHint') : undefined}
            first
            onChange={setReason}
          />
          {effects?.callBack === true && <ToldRow value={told} mayMessage={effects.mayMessage} onChange={setTold} />}
        </div>
      </Section>
    </div>
  );
}
