import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { TicketRow } from '../../contract/desk/board.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';

type What = 'service' | 'wait';

/** Times of a ticket that are in averages, and could be left out. */
export const countedTimes = (row: TicketRow): What[] => [
  ...(row.service === null ? [] : (['service'] as const)),
  ...(row.wait === null || row.calledAt === null ? [] : (['wait'] as const)),
];

/** Times of it that were left out, and can count again. */
export const leftOutTimes = (row: TicketRow): What[] =>
  (['service', 'wait'] as const).filter((what) => row.leftOut.some((each) => each.what === what));

/** A wrong time stays out of averages (không tính), or counts again (tính lại), with the reason; the ticket and its times stay. */
export function TimeDialog({
  row,
  counts,
  onClose,
}: {
  readonly row: TicketRow;
  /** It is to count again. */
  readonly counts: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const client = useQueryClient();
  const times = counts ? leftOutTimes(row) : countedTimes(row);
  const [what, setWhat] = useState<What>(times[0] ?? 'service');
  const [reason, setReason] = useState('');
  const deciding = useMutation({
    mutationFn: () => desk('board.time', { ticket: row.ticket, what, counts, reason: reason.trim() }),
    onSuccess: () => {
      for (const name of ['board.tickets', 'board.history'])
        void client.invalidateQueries({ queryKey: ['desk', name] });
      onClose();
    },
  });
  return (
    <QuestionBox
      title={t(counts ? 'countTitle' : 'leaveOutTitle', { number: row.text })}
      rule={t(counts ? 'countRule' : 'leaveOutRule')}
      safe={{ label: t('leaveOutSafe'), onPress: onClose }}
      act={{
        label: t(counts ? 'countAct' : 'leaveOutAct'),
        missing: reason.trim() === '' ? t('leaveOutMissing') : null,
        onPress: () => !deciding.isPending && deciding.mutate(),
      }}
    >
      <RadioRow
        label={t('leaveOutWhat')}
        first
        value={what}
        options={times.map((value) => ({ value, label: t(value) }))}
        onChange={setWhat}
      />
      <Field label={t(counts ? 'countReason' : 'leaveOutReason')} value={reason} onChange={setReason} maxLength={200} />
      {deciding.isError && <ProblemNotice problem={problemOf(deciding.error)} />}
    </QuestionBox>
  );
}
