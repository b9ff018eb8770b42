import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LastTicket } from '../../contract/desk/queue.ts';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { act } from './acts.ts';

/** A wrong time stays out of averages (không tính), with the reason; the ticket and its times stay. */
export function LeaveOutDialog({
  last,
  onClose,
}: {
  readonly last: LastTicket;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const [what, setWhat] = useState<'service' | 'wait'>('service');
  const [reason, setReason] = useState('');
  return (
    <QuestionBox
      title={t('leaveOutTitle', { number: last.text })}
      rule={t('leaveOutRule')}
      safe={{ label: t('leaveOutSafe'), onPress: onClose }}
      act={{
        label: t('leaveOutAct'),
        missing: reason.trim() === '' ? t('leaveOutMissing') : null,
        onPress: () => {
          onClose();
          void act({ kind: 'leaveOut', ticket: last.id, what, reason: reason.trim() });
        },
      }}
    >
      <RadioRow
        label={t('leaveOutWhat')}
        first
        value={what}
        options={[
          { value: 'service', label: t('service') },
          { value: 'wait', label: t('wait') },
        ]}
        onChange={setWhat}
      />
      <Field label={t('leaveOutReason')} value={reason} onChange={setReason} maxLength={200} />
    </QuestionBox>
  );
}
