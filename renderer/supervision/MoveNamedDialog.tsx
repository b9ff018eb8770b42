import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardAct, TicketRow } from '../../contract/desk/board.ts';
import type { Queue } from '../../contract/desk/queue.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Select } from '../ui/Select.tsx';

/**
 * The tickets marked go to a counter or a field together (chuyển các số đã đánh dấu), or back to the line of their own field,
 * where a counter had them kept for it.
 */
export function MoveNamedDialog({
  queue,
  rows,
  onAct,
  onClose,
}: {
  readonly queue: Queue;
  readonly rows: readonly TicketRow[];
  readonly onAct: (act: BoardAct) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations();
  const language = useLanguage();
  const [to, setTo] = useState<'counter' | 'series' | 'line'>('counter');
  const [where, setWhere] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const options =
    to === 'series'
      ? queue.series.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name[language]}` }))
      : queue.counters.filter(({ state }) => state !== 'closed').map(({ id, name }) => ({ value: id, label: name }));
  const missing =
    to !== 'line' && where === null ? t('queue.moveMissing') : reason.trim() === '' ? t('board.leaveOutMissing') : null;
  return (
    <QuestionBox
      title={t('board.moveMarkedTitle', { n: rows.length, numbers: rows.map(({ text }) => text).join(', ') })}
      rule={t('board.moveMarkedRule')}
      safe={{ label: t('board.leaveOutSafe'), onPress: onClose }}
      act={{
        label: t('board.moveAct'),
        missing,
        onPress: () => {
          onClose();
          onAct({
            kind: 'moveNamed',
            tickets: rows.map(({ ticket }) => ticket),
            series: to === 'series' ? where : null,
            counter: to === 'counter' ? where : null,
            reason: reason.trim(),
          });
        },
      }}
    >
      <RadioRow
        label={t('queue.moveTo')}
        first
        value={to}
        options={[
          { value: 'counter', label: t('board.moveToCounter') },
          { value: 'series', label: t('queue.moveSeries') },
          { value: 'line', label: t('board.moveToLine') },
        ]}
        onChange={(next) => {
          setTo(next);
          setWhere(null);
        }}
      />
      {to !== 'line' && (
        <Select key={to} label={t('queue.moveWhere')} value={where} options={options} onChange={setWhere} />
      )}
      <Field label={t('board.moveReason')} value={reason} onChange={setReason} maxLength={200} />
    </QuestionBox>
  );
}
