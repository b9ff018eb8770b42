import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useNow } from '../app/now.tsx';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { ageOf } from './age.ts';
import type { DraftRow } from './DraftsView.tsx';
import styles from './Waiting.module.css';

/** What the chosen draft holds, and until when it is kept. */
export function DraftOutcome({
  row,
  own,
  onOpen,
  onDiscard,
}: {
  readonly row: DraftRow;
  readonly own: boolean;
  readonly onOpen: () => void;
  readonly onDiscard: () => void;
}): ReactNode {
  const t = useTranslations('drafts');
  const channels = useTranslations('toCheck');
  const { unit, n } = ageOf(row.savedAt, useNow());
  return (
    <Outcome
      action={
        <Button kind="main" wide action="main" onPress={onOpen}>
          {own ? t('open') : t('takeOver')}
        </Button>
      }
      second={
        own ? (
          <Button size="small" wide action="takeOut" onPress={onDiscard}>
            {t('discard')}
          </Button>
        ) : undefined
      }
    >
      <OutcomePart>
        <p className={styles.strong}>{row.title.trim() === '' ? t('unnamed') : row.title}</p>
        <p>{row.procedureName === '' ? t('noProcedure') : row.procedureName}</p>
      </OutcomePart>
      <OutcomePart>
        <div className={styles.facts}>
          <Facts
            facts={[
              { label: t('owner'), value: row.ownerName },
              { label: t('channel'), value: channels(`channel.${row.channel}`) },
              {
                label: t('lastSaved'),
                value: `${dayMonth(row.savedAt)} ${clock(row.savedAt)}, ${t(`age.${unit}`, { n })}`,
              },
              { label: t('keptUntil'), value: `${dayMonth(row.keptUntil)} ${clock(row.keptUntil)}` },
            ]}
          />
        </div>
        <p className={styles.small}>{t('keptHint')}</p>
      </OutcomePart>
    </Outcome>
  );
}
