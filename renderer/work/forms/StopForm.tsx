import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../../contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/Field.tsx';
import { ActBox, type StepFormProps } from '../act.tsx';
import styles from './forms.module.css';

export interface StopFormProps extends StepFormProps {
  readonly start: CallOutput<'processing.get'>['start'];
  readonly rule: string;
}

/** Notice of stopping (Mẫu 05), after a withdrawal was asked for and before a result. */
export function StopForm({ id, start, rule, onClose, onDone }: StopFormProps): ReactNode {
  const t = useTranslations('work');
  const [number, setNumber] = useState(start.stopNumber);
  const [reason, setReason] = useState(start.withdrawalReason);
  const [stage, setStage] = useState(start.stage);
  const [fees, setFees] = useState(start.fees);
  const [papers, setPapers] = useState(start.papersBack.join('\n'));
  const [signatory, setSignatory] = useState(start.signatory);
  const missing =
    reason.trim() === ''
      ? t('reasonMissing')
      : number.trim() === ''
        ? t('numberMissing')
        : signatory.trim() === ''
          ? t('signatoryMissing')
          : null;
  const papersBack = papers
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <ActBox
      title={t('stop.title')}
      rule={`${rule}. ${t('stop.rule')}`}
      act={t('stop.act')}
      missing={missing}
      write={(approval) =>
        desk('processing.stop', { id, approval, number, reason, stage, fees, papersBack, signatory })
      }
      onClose={onClose}
      onDone={() => onDone({ words: t('stop.done'), print: '05' })}
      wide
    >
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} maxLength={2000} first />
      <Field label={t('stop.stage')} value={stage} onChange={setStage} maxLength={500} />
      <Field label={t('stop.fees')} value={fees} onChange={setFees} maxLength={500} />
      <Field
        label={t('stop.papers')}
        value={papers}
        onChange={setPapers}
        lines={4}
        maxLength={20_000}
        hint={t('stop.papersHint')}
      />
      <Field label={t('numberLabel')} value={number} onChange={setNumber} maxLength={80} className={styles.date} />
      <Field
        label={t('signatory')}
        value={signatory}
        onChange={setSignatory}
        maxLength={200}
        hint={t('signatoryHint')}
      />
    </ActBox>
  );
}
