import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Section } from '../ui/Section.tsx';
import type { PartProps } from './CollectorSection.tsx';
import styles from './Results.module.css';
import { SignaturePad } from './SignaturePad.tsx';

/** 4: how it is signed for: in the register, by default, or on screen for convenience (decision 16). */
export function SignPart({ form, onChange }: Omit<PartProps, 'page'>): ReactNode {
  const t = useTranslations('results');
  if (form.collector === 'post') return null;
  return (
    <Section n={4} title={t('sign')} level>
      <div className={styles.inner}>
        <RadioRow
          label={t('signature')}
          labelHidden
          value={form.signature}
          options={[
            { value: 'paper', label: t('signPaper') },
            { value: 'screen', label: t('signScreen') },
          ]}
          onChange={(signature) => onChange({ signature })}
        />
        {form.signature === 'screen' && (
          <SignaturePad drawn={form.drawing !== null} onDrawn={(drawing) => onChange({ drawing })} />
        )}
      </div>
    </Section>
  );
}
