import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../app/desk-client.ts';
import { PrintButton } from '../books/PrintButton.tsx';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock } from '../ui/format.ts';
import { useHow, type AdviceRow } from './AdviceView.tsx';
import styles from './Advice.module.css';

/** One advice, its sheet on paper, and the way to the next one. */
export function AdviceOutcome({ row }: { readonly row: AdviceRow | null }): ReactNode {
  const t = useTranslations('advice');
  const open = usePlace((place) => place.open);
  const how = useHow();
  return (
    <Outcome
      action={
        <Button kind="main" wide first action="main" onPress={() => open('advice')}>
          {t('begin')}
        </Button>
      }
      second={
        row === null ? undefined : (
          <PrintButton
            label={t('print')}
            name={`${t('file', { code: row.procedureCode })}.pdf`}
            make={() => desk('advice.print', { adviceId: row.adviceId })}
          />
        )
      }
    >
      {row !== null && (
        <OutcomePart>
          <p className={styles.strong}>{row.procedure}</p>
          {row.caseLabel !== '' && <p>{row.caseLabel}</p>}
          <div className={styles.facts}>
            <Facts
              facts={[
                { label: t('who'), value: row.name === '' ? t('unnamed') : row.name },
                { label: t('by'), value: row.by },
                { label: t('time'), value: clock(row.at) },
                { label: t('how'), value: how(row) },
                ...(row.note === '' ? [] : [{ label: t('note'), value: row.note }]),
              ]}
            />
          </div>
        </OutcomePart>
      )}
    </Outcome>
  );
}
