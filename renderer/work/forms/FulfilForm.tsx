import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../../contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { useLanguage } from '../../messages/MessagesProvider.tsx';
import { Field } from '../../ui/Field.tsx';
import { money, sentenceDay } from '../../ui/format.ts';
import { ActBox, type StepFormProps } from '../act.tsx';
import { enteredDue, NewDue, type DueTyped } from './NewDue.tsx';

export interface FulfilFormProps extends StepFormProps {
  readonly duty: CallOutput<'processing.get'>['duty'];
  readonly due: CallOutput<'processing.get'>['dueAfterWait'];
}

/** The financial obligation is done (đã nộp); the clock goes on with what was left. */
export function FulfilForm({ id, duty, due, onClose, onDone }: FulfilFormProps): ReactNode {
  const t = useTranslations('work');
  const language = useLanguage();
  const [evidence, setEvidence] = useState('');
  const [typed, setTyped] = useState<DueTyped>({ date: null, reason: '' });
  const { entered, isMissing } = enteredDue(due, typed);
  const missing = evidence.trim() === '' ? t('paid.noEvidence') : isMissing ? t('due.missing') : null;
  const what =
    duty === null ? '' : [duty.what, ...(duty.amount === null ? [] : [money(duty.amount, language)])].join(', ');
  return (
    <ActBox
      title={t('paid.title')}
      rule={t('paid.rule', { what })}
      act={t('paid.act')}
      missing={missing}
      write={() => desk('processing.fulfilFinancial', { id, evidence, dueEntered: entered })}
      onClose={onClose}
      onDone={({ dueAt }) =>
        onDone({
          words:
            dueAt === null ? t('paid.doneOpen') : t('paid.done', { day: sentenceDay(dueAt.slice(0, 10), language) }),
        })
      }
    >
      <Field
        label={t('paid.evidence')}
        value={evidence}
        onChange={setEvidence}
        maxLength={500}
        hint={t('paid.evidenceHint')}
        first
      />
      <NewDue due={due} typed={typed} onTyped={setTyped} />
    </ActBox>
  );
}
