import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';
import { clock, minutes } from '../ui/format.ts';
import { List, type Column } from '../ui/List.tsx';
import { minutesBetween } from './look.ts';
import styles from './Board.module.css';

type Row = OfficeBoard['counters'][number];

/**
 * Each counter: who sits there, what they do and since when, how many they served and how fast; those of the office that
 * nobody has opened today too. Opening one shows what can be done with it.
 */
export function CounterList({
  board,
  onOpen,
}: {
  readonly board: OfficeBoard;
  readonly onOpen: (counter: string) => void;
}): ReactNode {
  const t = useTranslations('board');
  const [current, setCurrent] = useState<string | null>(null);
  const doing = useDoing();
  const columns: Column<Row>[] = [
    { key: 'counter', head: t('counter'), className: styles.counter, cell: ({ name }) => <b>{name}</b> },
    { key: 'officer', head: t('officer'), className: styles.officer, cell: ({ officer }) => officer },
    {
      key: 'doing',
      head: t('doing'),
      cell: (row) => (
        <span className={styles.doing}>
          <CounterMark row={row} />
          {doing(row)}
        </span>
      ),
    },
    {
      key: 'since',
      head: t('since'),
      className: styles.since,
      cell: ({ since, state }) =>
        since === null ? null : (
          <span className={styles.quiet}>
            {clock(since)}
            {state === 'open' && `, ${minutes(minutesBetween(since, board.at))}`}
          </span>
        ),
    },
    {
      key: 'served',
      head: t('servedHead'),
      className: styles.served,
      cell: ({ served, state }) => (state === 'unopened' ? '' : String(served)),
    },
    {
      key: 'each',
      head: t('each'),
      className: styles.number,
      cell: ({ mean }) => (mean === null ? '' : minutes(Math.round(mean / 60))),
    },
  ];
  return (
    <List
      label={t('counters')}
      columns={columns}
      groups={[{ key: 'counters', rows: board.counters }]}
      rowKey={(row) => row.id}
      current={current}
      onCurrent={setCurrent}
      onOpen={(row) => onOpen(row.id)}
      className={styles.counters}
    />
  );
}

/** ● serving, □ free, ○ away or closed; the words stand beside it. */
function CounterMark({ row }: { readonly row: Row }): ReactNode {
  return (
    <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
      {row.state === 'open' && row.serving === null ? (
        <path d="M2 2h8v8H2z" className={styles.freeMark} />
      ) : (
        <circle
          cx="6"
          cy="6"
          r={row.serving === null ? 4 : 5}
          className={row.serving === null ? styles.awayMark : styles.servingMark}
        />
      )}
    </svg>
  );
}

/** What a counter does, in one line. */
export function useDoing(): (row: Row) => string {
  const t = useTranslations('board');
  const say = useSay();
  return (row) => {
    const names = (series: Row['series']): string => series.map(({ name }) => say(name)).join(', ');
    const first = ((): string => {
      if (row.serving !== null) return t('serving', { ticket: row.serving.text, field: say(row.serving.name) });
      if (row.state === 'unopened') return t('unopened');
      if (row.state === 'closed') return t('closed');
      if (row.state === 'away') return row.until === null ? t('away') : t('awayUntil', { time: clock(row.until) });
      return row.series.length === 0 ? t('freeNothing') : t('free', { fields: names(row.series) });
    })();
    return [
      first,
      row.state === 'away' ? row.reason : '',
      row.held > 0 ? t('held', { n: row.held }) : '',
      row.comeAsked === null ? '' : t('comeAsked', { time: clock(row.comeAsked) }),
      row.askedFor.length > 0 ? t('asked', { fields: names(row.askedFor) }) : '',
    ]
      .filter((words) => words !== '')
      .join(', ');
  };
}
