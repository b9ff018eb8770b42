import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/Field.tsx';
import { ActBox, type StepFormProps } from '../act.tsx';

/** The submitter asks for the dossier back, in writing (đơn xin rút hồ sơ). */
export function WithdrawalForm({ id, name, onClose, onDone }: StepFormProps & { readonly name: string }): ReactNode {
  const t = useTranslations('work');
  const [by, setBy] = useState(name);
  const [reason, setReason] = useState('');
  const missing = by.trim() === '' ? t('withdrawal.noName') : reason.trim() === '' ? t('reasonMissing') : null;
  return (
    <ActBox
      title={t('withdrawal.title')}
      rule={t('withdrawal.rule')}
      act={t('withdrawal.act')}
      missing={missing}
      write={() => desk('processing.requestWithdrawal', { id, by, reason })}
      onClose={onClose}
      onDone={() => onDone({ words: t('withdrawal.done') })}
    >
      <Field label={t('withdrawal.by')} value={by} onChange={setBy} maxLength={200} />
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} maxLength={2000} first />
    </ActBox>
  );
}
