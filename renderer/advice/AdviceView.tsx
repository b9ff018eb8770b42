import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { DayPicker } from '../books/DayPicker.tsx';
import books from '../books/Books.module.css';
import { clock } from '../ui/format.ts';
import type { Column } from '../ui/List.tsx';
import { ListSheet } from '../waiting/ListSheet.tsx';
import { AdviceOutcome } from './AdviceOutcome.tsx';
import styles from './Advice.module.css';

export type AdviceRow = CallOutput<'advice.list'>['rows'][number];

/** What the office told about procedures on a day (đã hướng dẫn): what, whom, when, by whom. */
export function AdviceView({ choice }: { readonly choice: ReactNode }): ReactNode {
  const t = useTranslations('advice');
  const today = useNow().slice(0, 10);
  /** Null: today, whatever day that is by then. */
  const [picked, setPicked] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const date = picked ?? today;
  const { data, error } = useDesk('advice.list', { date }, ['dossiers'], { when: date !== '' });
  const rows = data?.rows ?? [];
  const chosen = rows.find((row) => row.adviceId === current) ?? rows[0] ?? null;
  const columns = useColumns();
  if (today === '') return null;
  return (
    <DeskFrame outcome={<AdviceOutcome key={chosen?.adviceId ?? ''} row={chosen} />}>
      <ListSheet
        title={t('title')}
        count={data === undefined ? undefined : t('count', { n: data.total })}
        choice={choice}
        filter={
          <div className={books.filter}>
            <DayPicker date={date} today={today} onDate={(to) => setPicked(to === today ? null : to)} />
          </div>
        }
        error={error}
        none={t('none')}
        noneHint={t('noneHint')}
        columns={columns}
        groups={[{ key: 'rows', rows }]}
        rowKey={(row) => row.adviceId}
        current={chosen?.adviceId ?? null}
        onCurrent={setCurrent}
      />
    </DeskFrame>
  );
}

function useColumns(): Column<AdviceRow>[] {
  const t = useTranslations('advice');
  const how = useHow();
  return [
    { key: 'time', head: t('time'), className: styles.time, cell: (row) => clock(row.at) },
    {
      key: 'what',
      head: t('what'),
      cell: (row) => (
        <>
          <span className={styles.line}>
            <b className={styles.bold}>{row.procedure}</b>
          </span>
          <span className={styles.second}>{row.caseLabel === '' ? row.procedureCode : row.caseLabel}</span>
        </>
      ),
    },
    {
      key: 'who',
      head: t('who'),
      className: styles.who,
      cell: (row) =>
        row.name === '' ? (
          <span className={styles.second}>{t('unnamed')}</span>
        ) : (
          <span className={styles.line}>{row.name}</span>
        ),
    },
    {
      key: 'by',
      head: t('by'),
      className: styles.by,
      cell: (row) => (
        <>
          <span className={styles.line}>{row.by}</span>
          <span className={styles.second}>{how(row)}</span>
        </>
      ),
    },
  ];
}

/** On screen, on paper, or both. */
export function useHow(): (row: AdviceRow) => string {
  const t = useTranslations('advice');
  return ({ way, printed }) => {
    if (way === 'screen') return printed ? t('both') : t('onScreen');
    return t('printed');
  };
}
