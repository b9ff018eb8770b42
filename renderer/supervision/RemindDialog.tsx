import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardOffice, BoardReply } from '../../contract/board.ts';
import { capital } from '../../domain/calendar/date-words.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';

/** The province asks an office for something (nhắc đơn vị): begun with what its board says, to be changed. */
export function RemindDialog({
  board,
  office,
  onClose,
}: {
  readonly board: BoardReply;
  readonly office: BoardOffice;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('provinceBoard');
  const say = useSay();
  const client = useQueryClient();
  const [worst] = office.series
    .filter(({ waiting }) => waiting > 0)
    .toSorted((a, b) => (b.longest ?? 0) - (a.longest ?? 0));
  const name = board.series.find(({ letter }) => letter === worst?.letter)?.name;
  const begun =
    worst === undefined || name === undefined
      ? ''
      : t('remindBegun', { field: say(name), waiting: worst.waiting, n: Math.trunc((worst.longest ?? 0) / 60) });
  const [words, setWords] = useState(begun);
  // The same again is the same: pressed twice, it is asked once.
  const [id] = useState(() => crypto.randomUUID());
  const asking = useMutation({
    mutationFn: () =>
      desk('board.remind', { id, office: office.office, series: worst?.letter ?? null, words: words.trim() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['desk', 'board.province'] });
      onClose();
    },
  });
  return (
    <QuestionBox
      title={t('remindTitle', { office: capital(office.name) })}
      rule={t('remindRule')}
      safe={{ label: t('remindSafe'), onPress: onClose }}
      act={{
        label: t('remindSend'),
        missing: words.trim() === '' ? t('remindWords') : null,
        onPress: () => !asking.isPending && asking.mutate(),
      }}
    >
      <Field label={t('remindWords')} value={words} onChange={setWords} lines={3} maxLength={300} first />
      {asking.isError && <ProblemNotice problem={problemOf(asking.error)} />}
    </QuestionBox>
  );
}
