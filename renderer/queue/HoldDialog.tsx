import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ServingTicket } from '../../contract/desk/queue.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { act } from './acts.ts';
import { ReasonField } from './ReasonField.tsx';

/** F9: kept for this counter while a form is filled in (tạm giữ). */
export function HoldDialog({
  ticket,
  onClose,
}: {
  readonly ticket: ServingTicket;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('queue');
  const ready = [t('holdForm'), t('holdCopy'), t('holdMoney')];
  const [reason, setReason] = useState(ready[0] ?? '');
  return (
    <QuestionBox
      title={t('holdTitle', { number: ticket.text })}
      rule={t('holdRule')}
      safe={{ label: t('keep'), onPress: onClose }}
      act={{
        label: t('holdAct'),
        missing: reason.trim() === '' ? t('reasonMissing') : null,
        onPress: () => {
          onClose();
          void act({ kind: 'hold', ticket: ticket.id, reason: reason.trim() });
        },
      }}
    >
      <ReasonField label={t('holdReason')} ready={ready} value={reason} onChange={setReason} />
    </QuestionBox>
  );
}
