import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue } from '../../contract/desk/queue.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { Select } from '../ui/Select.tsx';

const NONE = 'none';

/** A ticket given at the counter: the kiosk is down, or somebody cannot use it. */
export function GiveDialog({ queue, onClose }: { readonly queue: Queue; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('queue');
  const language = useLanguage();
  const [series, setSeries] = useState<string | null>(queue.counter?.series[0] ?? null);
  const [priority, setPriority] = useState(NONE);
  const [second, setSecond] = useState('');
  const give = useMutation({
    mutationFn: (letter: string) =>
      desk('queue.give', {
        series: letter,
        priority: priority === NONE ? null : priority,
        lane: 'ordinary',
        bookedFor: null,
        card: null,
        second: second.trim() === '' ? null : second.trim(),
      }),
  });
  const close = { label: t('keep'), onPress: onClose };
  if (give.data !== undefined) {
    return (
      <QuestionBox
        title={give.data.text}
        rule={t('given', { number: give.data.text, n: give.data.ahead })}
        safe={close}
        act={{ label: t('givenClose'), onPress: onClose }}
      />
    );
  }
  return (
    <QuestionBox
      title={t('giveTitle')}
      rule={t('giveRule')}
      safe={close}
      act={{
        label: t('giveAct'),
        missing: series === null ? t('seriesNone') : null,
        onPress: () => {
          if (series !== null && !give.isPending) give.mutate(series);
        },
      }}
    >
      <Select
        label={t('giveSeries')}
        first
        value={series}
        options={queue.series.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name[language]}` }))}
        onChange={setSeries}
      />
      <Select
        label={t('givePriority')}
        value={priority}
        options={[
          { value: NONE, label: t('giveNoPriority') },
          ...queue.priorities.map(({ id, name }) => ({ value: id, label: name[language] })),
        ]}
        onChange={setPriority}
      />
      <Field label={t('giveSecond')} hint={t('giveSecondHint')} value={second} onChange={setSecond} maxLength={200} />
      {give.isError && <ProblemNotice problem={problemOf(give.error)} />}
    </QuestionBox>
  );
}
