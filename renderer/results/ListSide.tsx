import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { ResultRow } from '../../contract/desk/results.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock, dayMonth, money, rowDay } from '../ui/format.ts';
import { ScanReady } from '../ui/ScanReady.tsx';
import styles from './Results.module.css';

export interface ListSideProps {
  readonly row: ResultRow | null;
  readonly rule: CallOutput<'results.list'>['rule'];
  /** What a scan could not settle, in its place. */
  readonly said: ReactNode;
  readonly onOpen: (row: ResultRow) => void;
  readonly onShelve: () => void;
  readonly onTell: () => void;
  readonly onArchive: () => void;
}

/** Beside the list: ready to scan; where the chosen one lies, and what can be done with it. */
export function ListSide(props: ListSideProps): ReactNode {
  const { row, rule, said, onOpen } = props;
  const t = useTranslations('results');
  const language = useLanguage();
  const isHere = row !== null && row.at !== 'unit' && row.at !== 'way';
  return (
    <Outcome
      action={
        <Button
          kind="main"
          wide
          action="main"
          missing={row === null ? t('nothingChosen') : isHere ? null : t('notHere')}
          onPress={() => {
            if (row !== null) onOpen(row);
          }}
        >
          {row?.kind === 'papers-back' ? t('openPapers') : t('open')}
        </Button>
      }
      {...(row !== null && isHere ? { second: <Second {...props} row={row} /> } : {})}
    >
      {said ?? <ScanReady title={t('scanReady')}>{t('scanReadyText')}</ScanReady>}
      {row !== null && (
        <>
          <OutcomeFigure label={t('liesAt')} figure={row.place === '' ? t(`at.${atWord(row)}`) : row.place}>
            {row.code}
          </OutcomeFigure>
          <OutcomePart>
            <p className={styles.strong}>{row.name === '' ? t('unnamed') : row.name}</p>
            <p className={styles.plain}>{row.procedure}</p>
            <div className={styles.facts}>
              <Facts
                facts={[
                  ...(row.readyAt === null
                    ? []
                    : [
                        {
                          label: t('readySince'),
                          value: `${rowDay(row.readyAt.slice(0, 10), language)} ${clock(row.readyAt)}`,
                        },
                      ]),
                  ...(row.dueAt === null
                    ? []
                    : [{ label: t('dueDay'), value: rowDay(row.dueAt.slice(0, 10), language) }]),
                  {
                    label: t('telling'),
                    value:
                      row.told === null
                        ? t('notTold')
                        : `${t(`about.${row.told.about}`)}, ${dayMonth(row.told.at)} ${clock(row.told.at)}`,
                  },
                  ...(row.readyAt === null ? [] : [{ label: t('next'), value: <NextWords row={row} /> }]),
                  ...(row.owed > 0
                    ? [{ label: t('owed'), value: <b className={styles.soon}>{money(row.owed, language)}</b> }]
                    : []),
                ]}
              />
            </div>
            {rule !== null && !rule.certain && row.readyAt !== null && (
              <p className={styles.aside}>{t('assumption')}</p>
            )}
          </OutcomePart>
        </>
      )}
    </Outcome>
  );
}

function Second({ row, onShelve, onTell, onArchive }: ListSideProps & { readonly row: ResultRow }): ReactNode {
  const t = useTranslations('results');
  const isArchive = row.next.kind === 'archive' && row.isDue;
  return (
    <>
      {row.at !== 'electronic' && (
        <Button size="small" wide action="shelve" onPress={onShelve}>
          {t('shelve')}
        </Button>
      )}
      {isArchive ? (
        <Button size="small" wide action="archive" onPress={onArchive}>
          {t('archive')}
        </Button>
      ) : (
        <Button size="small" wide action="tell" onPress={onTell}>
          {t('tell')}
        </Button>
      )}
    </>
  );
}

function atWord(row: ResultRow): 'counter' | 'electronic' | 'way' {
  return row.at === 'electronic' || row.at === 'way' ? row.at : 'counter';
}

function NextWords({ row }: { readonly row: ResultRow }): ReactNode {
  const t = useTranslations('results');
  const language = useLanguage();
  const { next, isDue } = row;
  if (next.kind === 'none') return t('nextNone');
  const day = next.on === null ? '' : rowDay(next.on, language);
  const words =
    next.kind === 'reminder'
      ? isDue
        ? t('nextReminderLate', { n: next.n })
        : t('nextReminder', { n: next.n, day })
      : isDue
        ? t('nextArchiveLate')
        : t('nextArchive', { day });
  return isDue ? <b className={styles.soon}>{words}</b> : words;
}
