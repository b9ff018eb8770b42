import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardAct, OfficeBoard } from '../../contract/desk/board.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { Select } from '../ui/Select.tsx';
import { useFieldOptions } from './field-options.ts';

/** The counter takes a field too, from now on; or its officer is asked to and decides. */
export function TakeSeriesDialog({
  board,
  counter,
  how,
  onAct,
  onClose,
}: {
  readonly board: OfficeBoard;
  readonly counter: OfficeBoard['counters'][number];
  readonly how: 'set' | 'ask';
  readonly onAct: (act: BoardAct) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const options = useFieldOptions(board, ({ letter }) => counter.series.every((each) => each.letter !== letter));
  const [series, setSeries] = useState(options[0]?.value ?? null);
  return (
    <QuestionBox
      title={t(how === 'set' ? 'setTitle' : 'askTitle', { counter: counter.name })}
      rule={t(how === 'set' ? 'setRule' : 'askRule')}
      safe={{ label: t('leaveOutSafe'), onPress: onClose }}
      act={{
        label: t(how === 'set' ? 'setAct' : 'askAct'),
        missing: series === null ? t('field') : null,
        onPress: () => {
          onClose();
          if (series !== null) onAct({ kind: how === 'set' ? 'open' : 'ask', counter: counter.id, series });
        },
      }}
    >
      <Select label={t('field')} first value={series} options={options} onChange={setSeries} />
    </QuestionBox>
  );
}
