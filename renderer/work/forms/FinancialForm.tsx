import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/Field.tsx';
import { ActBox, type StepFormProps } from '../act.tsx';
import { typedAmount } from './amount.ts';
import styles from './forms.module.css';

/** Tax or another duty must be paid first (nghĩa vụ tài chính); the clock stands. */
export function FinancialForm({ id, rule, onClose, onDone }: StepFormProps & { readonly rule: string }): ReactNode {
  const t = useTranslations('work');
  const [what, setWhat] = useState('');
  const [amount, setAmount] = useState('');
  const [noticeNumber, setNoticeNumber] = useState('');
  const sum = typedAmount(amount);
  const missing = what.trim() === '' ? t('financial.noWhat') : sum === 'wrong' ? t('financial.wrongAmount') : null;
  return (
    <ActBox
      title={t('financial.title')}
      rule={rule}
      act={t('financial.act')}
      missing={missing}
      write={() =>
        desk('processing.requestFinancial', { id, what, amount: sum === 'wrong' ? null : sum, noticeNumber })
      }
      onClose={onClose}
      onDone={() => onDone({ words: t('financial.done') })}
    >
      <Field
        label={t('financial.what')}
        value={what}
        onChange={setWhat}
        maxLength={500}
        hint={t('financial.whatHint')}
        first
      />
      <Field
        label={t('financial.amount')}
        kind="number"
        value={amount}
        onChange={setAmount}
        sentence={sum === 'wrong' ? t('financial.wrongAmount') : null}
        hint={t('financial.amountHint')}
        className={styles.date}
      />
      <Field label={t('financial.notice')} value={noticeNumber} onChange={setNoticeNumber} maxLength={80} />
    </ActBox>
  );
}
