import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue } from '../../contract/desk/queue.ts';
import { parseTypedTime } from '../../domain/citizen/typed-date.ts';
import type { Language } from '../../domain/voice/spoken.ts';
import { waitInSentence, waitRange } from '../../domain/voice/wait-words.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { clock } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Select } from '../ui/Select.tsx';
import { CardRow, type ReadCard } from './CardRow.tsx';
import { PaperTicket } from './PaperTicket.tsx';
import { SecondTicket } from './SecondTicket.tsx';

const NONE = 'none';

/** A ticket given at the counter, where the kiosk is down or somebody cannot use it; or the lost paper of one, again. */
export function GiveDialog({ queue, onClose }: { readonly queue: Queue; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('queue');
  const words = useLanguage();
  const say = useSay();
  const [what, setWhat] = useState<'new' | 'again'>('new');
  const [series, setSeries] = useState<string | null>(queue.counter?.series[0] ?? null);
  const [priority, setPriority] = useState(NONE);
  const [card, setCard] = useState<ReadCard | null>(null);
  const [second, setSecond] = useState('');
  const [booked, setBooked] = useState('');
  const now = useNow();
  const time = parseTypedTime(booked);
  const bookedFor = time === null ? null : `${now.slice(0, 10)}T${time}`;
  const bookedWrong =
    booked.trim() === ''
      ? null
      : bookedFor === null
        ? t('giveBookedWrong')
        : bookedFor <= now
          ? t('giveBookedPast')
          : null;
  const [language, setLanguage] = useState<Language>('vi');
  const waiting = [...queue.mine, ...queue.others].toSorted((a, b) => (a.text < b.text ? -1 : 1));
  const [chosen, setChosen] = useState<string | null>(null);
  const [again, setAgain] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const give = useMutation({
    mutationFn: (letter: string) =>
      desk('queue.give', {
        series: letter,
        priority: priority === NONE ? null : priority,
        lane: bookedFor === null ? 'ordinary' : 'booked',
        bookedFor,
        card: card?.raw ?? null,
        second: second.trim() === '' ? null : second.trim(),
      }),
  });
  if (again !== null) {
    return <PaperTicket title={t('againTitle')} ticket={again} language={language} onClose={onClose} />;
  }
  if (give.data !== undefined) {
    const { calledFrom, ahead: n, low, high } = give.data;
    const wait = waitRange(low, high);
    const rule =
      calledFrom !== null
        ? t('givenBooked', { at: clock(bookedFor ?? ''), from: clock(calledFrom) })
        : wait === null
          ? t('givenUnknown', { n })
          : t('givenAhead', { n, wait: say(waitInSentence(wait)) });
    return <PaperTicket title={t('givenTitle')} ticket={give.data} language={language} rule={rule} onClose={onClose} />;
  }
  const isNew = what === 'new';
  const problem = give.isError ? problemOf(give.error) : null;
  const holds = problem?.code === 'HC-08' ? problem : null;
  const held = waiting.find(({ text }) => text === holds?.params['number']) ?? null;
  // Another person or another field: whether they hold a number is the host's to say anew.
  const askAnew = (): void => {
    give.reset();
    setSecond('');
  };
  return (
    <QuestionBox
      title={t('giveTitle')}
      rule={t('giveRule')}
      safe={{ label: t('keep'), onPress: onClose }}
      act={{
        label: isNew ? t('giveAct') : t('againAct'),
        missing: isNew
          ? series === null
            ? t('seriesNone')
            : bookedWrong !== null
              ? t('giveBookedMissing')
              : holds !== null && second.trim() === ''
                ? t('reasonMissing')
                : null
          : chosen === null
            ? t(waiting.length === 0 ? 'againNone' : 'againTicket')
            : null,
        onPress: () => {
          if (!isNew) setAgain(waiting.find(({ id }) => id === chosen) ?? null);
          else if (series !== null && !give.isPending) give.mutate(series);
        },
      }}
    >
      <RadioRow
        label={t('what')}
        value={what}
        options={[
          { value: 'new', label: t('giveNew') },
          { value: 'again', label: t('giveAgain') },
        ]}
        onChange={setWhat}
      />
      {isNew ? (
        <>
          <Select
            label={t('giveSeries')}
            first
            value={series}
            options={queue.series.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name[words]}` }))}
            onChange={(letter) => {
              setSeries(letter);
              askAnew();
            }}
          />
          <CardRow
            card={card}
            onChange={(read) => {
              setCard(read);
              askAnew();
            }}
          />
          <Select
            label={t('givePriority')}
            value={priority}
            options={[
              { value: NONE, label: t('giveNoPriority') },
              ...queue.priorities.map(({ id, name }) => ({ value: id, label: name[words] })),
            ]}
            onChange={setPriority}
          />
          <Field
            label={t('giveBooked')}
            value={booked}
            sentence={bookedWrong}
            hint={t('giveBookedHint')}
            maxLength={8}
            onChange={setBooked}
          />
        </>
      ) : (
        <Select
          label={t('againTicket')}
          value={chosen}
          options={waiting.map(({ id, text, name }) => ({ value: id, label: `${text} ${name[words]}` }))}
          onChange={setChosen}
        />
      )}
      <RadioRow
        label={t('giveLanguage')}
        value={language}
        options={[
          { value: 'vi', label: t('giveVi') },
          { value: 'en', label: t('giveEn') },
        ]}
        onChange={setLanguage}
      />
      {isNew && holds !== null && (
        <SecondTicket
          problem={holds}
          reason={second}
          onReason={setSecond}
          onPrint={held === null ? null : () => setAgain(held)}
        />
      )}
      {problem !== null && holds === null && <ProblemNotice problem={problem} />}
    </QuestionBox>
  );
}
