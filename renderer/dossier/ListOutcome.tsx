import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { stateFacts } from '../../domain/dossier/states.ts';
import { dateOf, timeOf } from '../../domain/calendar/civil-date.ts';
import { timeInSentence } from '../../domain/calendar/date-words.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { titleDay } from '../ui/format.ts';
import { StandMark } from '../ui/StandMark.tsx';
import styles from './Dossier.module.css';
import { DueWords } from './DueWords.tsx';
import type { DossierRow } from './due.ts';
import { StandReasons } from './StandReasons.tsx';

/** What the chosen dossier comes to, before it is opened. */
export function ListOutcome({
  row,
  onOpen,
}: {
  readonly row: DossierRow | null;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const t = useTranslations('dossier');
  const say = useSay();
  const language = useLanguage();
  const explains = row !== null && row.stand !== 'inProvince';
  const why = useDesk('dossier.get', { id: row?.id ?? '' }, ['dossiers', 'status'], { when: explains }).data ?? null;
  const reasons = why !== null && row !== null && why.row.id === row.id ? why.stand.reasons : [];
  if (row === null) return null;
  const atOnce = row.dueAt === null || row.state === 'done';
  const isWaiting = row.state === 'guided' || row.state === 'submitted';
  return (
    <Outcome
      action={
        <Button kind="main" wide action="main" onPress={() => onOpen(row.id)}>
          {t('open')}
        </Button>
      }
    >
      <OutcomeFigure
        label={isWaiting ? t('stateLabel') : t('dueLabel')}
        figure={
          isWaiting
            ? say(stateFacts[row.state].name)
            : row.dueAt === null || atOnce
              ? t('dueNone')
              : titleDay(dateOf(row.dueAt), language)
        }
      >
        {row.dueAt === null || atOnce ? undefined : t('dueBefore', { time: say(timeInSentence(timeOf(row.dueAt))) })}
      </OutcomeFigure>
      {!isWaiting && <DueWords row={row} />}
      <RoundMark rounds={row.rounds} />
      <OutcomePart>
        <p className={styles.strong}>{row.name === '' ? t('unnamed') : row.name}</p>
        <p>{row.procedure}</p>
        <p className={styles.small}>{[row.code, row.counter].filter((word) => word !== '').join(', ')}</p>
      </OutcomePart>
      <OutcomePart label={t('where')}>
        <p className={styles.line}>
          <StandMark stand={row.stand} />
        </p>
        <StandReasons reasons={reasons} />
      </OutcomePart>
    </Outcome>
  );
}
