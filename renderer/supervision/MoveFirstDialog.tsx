import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardAct, OfficeBoard } from '../../contract/desk/board.ts';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { Select } from '../ui/Select.tsx';
import { useFieldOptions } from './field-options.ts';

/** The first so many of a field go to this counter (chuyển số sang quầy), with the reason; numbers and places stay. */
export function MoveFirstDialog({
  board,
  counter,
  onAct,
  onClose,
}: {
  readonly board: OfficeBoard;
  readonly counter: OfficeBoard['counters'][number];
  readonly onAct: (act: BoardAct) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const waiting = new Map(board.series.map(({ letter, waits }) => [letter, waits.length]));
  const options = useFieldOptions(board, ({ letter }) => (waiting.get(letter) ?? 0) > 0);
  const [series, setSeries] = useState(options[0]?.value ?? null);
  const [many, setMany] = useState('1');
  const [reason, setReason] = useState('');
  const most = waiting.get(series ?? '') ?? 0;
  const count = /^\d{1,3}$/u.test(many.trim()) ? Number(many) : 0;
  const missing =
    series === null
      ? t('field')
      : count < 1 || count > most
        ? t('moveMany', { most })
        : reason.trim() === ''
          ? t('leaveOutMissing')
          : null;
  return (
    <QuestionBox
      title={t('moveTitle', { counter: counter.name })}
      rule={t('moveRule')}
      safe={{ label: t('leaveOutSafe'), onPress: onClose }}
      act={{
        label: t('moveAct'),
        missing,
        onPress: () => {
          onClose();
          if (series !== null) onAct({ kind: 'move', series, count, counter: counter.id, reason: reason.trim() });
        },
      }}
    >
      <Select label={t('field')} first value={series} options={options} onChange={setSeries} />
      <Field label={t('moveCount')} kind="number" value={many} onChange={setMany} maxLength={3} />
      <Field label={t('moveReason')} value={reason} onChange={setReason} maxLength={200} />
    </QuestionBox>
  );
}
