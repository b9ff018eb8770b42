import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { ResultRow } from '../../contract/desk/results.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { dayNumber } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import styles from './Results.module.css';

export interface ShelveDialogProps {
  readonly row: ResultRow;
  /** Those that came and lie nowhere yet. */
  readonly arrived: readonly ResultRow[];
  readonly places: readonly string[];
  readonly lastPlace: string;
  readonly onLeave: () => void;
  readonly onDone: (told: CallOutput<'results.shelve'>) => void;
}

/** Most places that are offered to be pressed. */
const OFFERED = 8;

/** Puts the chosen result, or all that just came, in a place; the last one used stands there already. */
export function ShelveDialog({ row, arrived, places, lastPlace, onLeave, onDone }: ShelveDialogProps): ReactNode {
  const t = useTranslations('results');
  const isNew = row.at === 'counter';
  const [place, setPlace] = useState(row.place !== '' && !isNew ? row.place : lastPlace);
  const [which, setWhich] = useState<'one' | 'all'>('one');
  const named = { number: dayNumber(row.code), name: row.name === '' ? t('unnamed') : row.name };
  const shelve = useMutation({
    mutationFn: () =>
      desk('results.shelve', {
        dossierIds: which === 'all' ? arrived.map((each) => each.dossierId) : [row.dossierId],
        place: place.trim(),
      }),
    onSuccess: onDone,
  });
  return (
    <QuestionBox
      title={t('shelveTitle')}
      rule={isNew ? t('shelveRule', named) : t('shelveMoved', named)}
      safe={{ label: t('leave'), onPress: onLeave }}
      act={{
        label: isNew ? t('shelveAct') : t('shelveMove'),
        missing: place.trim() === '' ? t('shelvePlaceMissing') : null,
        onPress: () => {
          if (!shelve.isPending) shelve.mutate();
        },
      }}
    >
      <div className={styles.fields}>
        {isNew && arrived.length > 1 && (
          <RadioRow
            label={t('shelveWhich')}
            value={which}
            options={[
              { value: 'one', label: t('shelveOne', named) },
              { value: 'all', label: t('shelveAll', { n: arrived.length }) },
            ]}
            onChange={setWhich}
          />
        )}
        <Field
          label={t('shelvePlace')}
          value={place}
          onChange={setPlace}
          maxLength={120}
          hint={t('shelvePlaceHint')}
          first
        />
        {places.length > 0 && (
          <div className={styles.places} role="group" aria-label={t('shelvePlaces')}>
            {places.slice(0, OFFERED).map((each) => (
              <Button key={each} size="small" onPress={() => setPlace(each)}>
                {each}
              </Button>
            ))}
          </div>
        )}
        {shelve.error !== null && <ProblemNotice problem={problemOf(shelve.error)} />}
      </div>
    </QuestionBox>
  );
}
