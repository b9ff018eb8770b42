import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue, ServingTicket } from '../../contract/desk/queue.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Select } from '../ui/Select.tsx';
import { act } from './acts.ts';

/** F7: to another series or another counter (chuyển lĩnh vực, chuyển quầy); one that was called back to its place too. */
export function MoveDialog({
  queue,
  ticket,
  inLine = false,
  onClose,
}: {
  readonly queue: Queue;
  readonly ticket: Pick<ServingTicket, 'id' | 'text' | 'series'>;
  /** Still in line, so there is no place to go back to. */
  readonly inLine?: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('queue');
  const language = useLanguage();
  const [to, setTo] = useState<'series' | 'counter' | 'line'>('series');
  const [where, setWhere] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const options =
    to === 'series'
      ? queue.series
          .filter(({ letter }) => letter !== ticket.series)
          .map(({ letter, name }) => ({ value: letter, label: `${letter} ${name[language]}` }))
      : queue.counters
          .filter(({ id, state }) => id !== queue.counter?.id && state !== 'closed')
          .map(({ id, name }) => ({ value: id, label: name }));
  const isMove = to !== 'line';
  const missing = !isMove ? null : where === null ? t('moveMissing') : reason.trim() === '' ? t('reasonMissing') : null;
  return (
    <QuestionBox
      title={t('moveTitle', { number: ticket.text })}
      rule={t('moveRule')}
      safe={{ label: t('keep'), onPress: onClose }}
      act={{
        label: t('moveAct'),
        missing,
        onPress: () => {
          onClose();
          if (to === 'line') {
            void act({ kind: 'putBack', ticket: ticket.id, place: 'own' });
            return;
          }
          const target = to === 'series' ? { series: where, counter: null } : { series: null, counter: where };
          void act({ kind: 'move', ticket: ticket.id, ...target, reason: reason.trim() });
        },
      }}
    >
      <RadioRow
        label={t('moveTo')}
        first
        value={to}
        options={[
          { value: 'series', label: t('moveSeries') },
          { value: 'counter', label: t('moveCounter') },
          ...(inLine ? [] : [{ value: 'line' as const, label: t('moveLine') }]),
        ]}
        onChange={(next) => {
          setTo(next);
          setWhere(null);
        }}
      />
      {isMove && <Select key={to} label={t('moveWhere')} value={where} options={options} onChange={setWhere} />}
      {isMove && <Field label={t('moveReason')} value={reason} onChange={setReason} maxLength={200} />}
    </QuestionBox>
  );
}
