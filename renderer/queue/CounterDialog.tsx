import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue, QueueAct } from '../../contract/desk/queue.ts';
import { parseTypedMoment } from '../../domain/citizen/typed-date.ts';
import { useNow } from '../app/now.tsx';
import { Field } from '../ui/Field.tsx';
import { clock } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { act } from './acts.ts';
import { ReasonField } from './ReasonField.tsx';
import { SeriesChoice } from './SeriesChoice.tsx';

type What = 'away' | 'series' | 'close';

/** Opens the counter in the hall, or changes how it stands there (mở quầy, tạm nghỉ, đóng quầy, dãy số nhận). */
export function CounterDialog({ queue, onClose }: { readonly queue: Queue; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('queue');
  const isOpen = queue.counter !== null && queue.counter.state === 'open';
  const ready = [t('awayMeeting'), t('awayLunch')];
  const [what, setWhat] = useState<What>('away');
  const [series, setSeries] = useState<readonly string[]>(() => queue.counter?.series ?? []);
  const [reason, setReason] = useState(ready[0] ?? '');
  const now = useNow();
  const [back, setBack] = useState('');
  const until = back.trim() === '' ? null : parseTypedMoment(`${back.trim()} ${now.slice(0, 10)}`);
  const isWrong = back.trim() !== '' && (until === null || until <= now);
  const because = (next: string): void => {
    setReason(next);
    // Lunch ends when the office opens again; how long a meeting takes is said by who knows.
    if (next === t('awayLunch')) setBack(queue.opensAgain === null ? '' : clock(queue.opensAgain));
    else if (reason === t('awayLunch')) setBack('');
  };
  const asksSeries = !isOpen || what === 'series';
  const missing =
    asksSeries && series.length === 0
      ? t('seriesNone')
      : isOpen && what === 'away' && reason.trim() === ''
        ? t('reasonMissing')
        : isOpen && what === 'away' && isWrong
          ? t('backMissing')
          : null;
  const asked = (): QueueAct => {
    if (!isOpen) return { kind: 'openCounter', series: [...series] };
    switch (what) {
      case 'series':
        return { kind: 'setSeries', series: [...series] };
      case 'away':
        return { kind: 'away', reason: reason.trim(), until };
      case 'close':
        return { kind: 'closeCounter' };
    }
  };
  const label = !isOpen
    ? t('openAct')
    : what === 'away'
      ? t('stateAway')
      : what === 'close'
        ? t('stateClose')
        : t('stateSeries');
  return (
    <QuestionBox
      title={isOpen ? t('stateTitle') : t('openTitle')}
      rule={
        !isOpen
          ? t('openRule')
          : queue.serving === null || what === 'series'
            ? t('stateRule')
            : t('stateEnds', { number: queue.serving.text })
      }
      safe={{ label: t('keep'), onPress: onClose }}
      act={{
        label,
        missing,
        onPress: () => {
          onClose();
          void act(asked());
        },
      }}
    >
      {isOpen && (
        <RadioRow
          label={t('what')}
          first
          value={what}
          options={[
            { value: 'away', label: t('stateAway') },
            { value: 'series', label: t('stateSeries') },
            { value: 'close', label: t('stateClose') },
          ]}
          onChange={setWhat}
        />
      )}
      {asksSeries && <SeriesChoice queue={queue} chosen={series} onChange={setSeries} />}
      {isOpen && what === 'away' && (
        <>
          <ReasonField label={t('awayReason')} ready={ready} value={reason} onChange={because} />
          <Field
            label={t('back')}
            hint={t('backHint')}
            sentence={isWrong ? t('backWrong') : null}
            value={back}
            maxLength={8}
            onChange={setBack}
          />
        </>
      )}
    </QuestionBox>
  );
}
