import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/Field.tsx';
import { RadioRow } from '../../ui/RadioRow.tsx';
import { ActBox, type StepFormProps } from '../act.tsx';

const steps = ['review', 'site', 'signature', 'other'] as const;
type Step = (typeof steps)[number];

/** Which step of the unit's own work a dossier is at. */
export function StepForm({ id, onClose, onDone }: StepFormProps): ReactNode {
  const t = useTranslations('work');
  const [step, setStep] = useState<Step>('review');
  const [words, setWords] = useState('');
  const missing = step === 'other' && words.trim() === '' ? t('stepForm.missing') : null;
  return (
    <ActBox
      title={t('stepForm.title')}
      rule={t('stepForm.rule')}
      act={t('stepForm.act')}
      missing={missing}
      write={() => desk('processing.setStep', { id, step, words: words.trim() })}
      onClose={onClose}
      onDone={() => onDone({ words: t('stepForm.done') })}
    >
      <RadioRow
        label={t('step')}
        value={step}
        options={steps.map((value) => ({ value, label: t(`stepName.${value}`) }))}
        onChange={setStep}
        first
      />
      <Field label={t('stepForm.words')} value={words} onChange={setWords} maxLength={200} hint={t('stepForm.hint')} />
    </ActBox>
  );
}
