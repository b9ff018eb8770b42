import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ServingTicket } from '../../contract/desk/queue.ts';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { act } from './acts.ts';

/** Two reigns of the hall called it: who serves the person is written down. */
export function SettleDialog({
  ticket,
  onClose,
}: {
  readonly ticket: ServingTicket;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('queue');
  const [note, setNote] = useState('');
  return (
    <QuestionBox
      title={t('both', { counters: ticket.calledByBoth.join(', ') })}
      rule={t('bothTodo')}
      safe={{ label: t('keep'), onPress: onClose }}
      act={{
        label: t('settle'),
        missing: note.trim() === '' ? t('settleNote') : null,
        onPress: () => {
          onClose();
          void act({ kind: 'settle', ticket: ticket.id, note: note.trim() });
        },
      }}
    >
      <Field label={t('settleNote')} first value={note} onChange={setNote} maxLength={200} />
    </QuestionBox>
  );
}
