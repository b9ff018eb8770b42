import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';
import { minutes } from '../ui/format.ts';
import { List, type Column } from '../ui/List.tsx';
import { cx } from '../ui/cx.ts';
import { toneOf, type OpenTickets } from './look.ts';
import { MinuteAxis, WaitDots } from './WaitDots.tsx';
import styles from './Board.module.css';

type Row = OfficeBoard['series'][number];

/** Waiting per field, the worst first: every person as a dot on the minutes, the limit as a line. */
export function FieldList({
  board,
  current,
  onCurrent,
  onTickets,
}: {
  readonly board: OfficeBoard;
  readonly current: string | null;
  readonly onCurrent: (letter: string) => void;
  readonly onTickets: OpenTickets;
}): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  const { limit } = board;
  const most = board.series.reduce((longest, { waits }) => Math.max(longest, waits[0]?.seconds ?? 0), limit);
  /** Whole tens of minutes, with room behind the limit. */
  const span = Math.ceil((most + 300) / 600) * 600;
  const whole = (seconds: number | undefined): string => (seconds === undefined ? '' : minutes(seconds / 60));
  const columns: Column<Row>[] = [
    {
      key: 'field',
      head: t('field'),
      className: styles.field,
      cell: (row) => (
        <>
          <b className={styles.letter}>{row.letter}</b>
          {say(row.name)}
        </>
      ),
    },
    {
      key: 'waiting',
      head: t('wait'),
      className: styles.count,
      cell: (row) => <b className={styles.big}>{row.waits.length}</b>,
    },
    {
      key: 'dots',
      head: <MinuteAxis span={span} limit={limit} />,
      className: styles.dots,
      cell: (row) => <WaitDots waits={row.waits} span={span} limits={board} />,
    },
    {
      key: 'longest',
      head: t('longestHead'),
      className: styles.number,
      cell: ({ waits: [first] }) =>
        first === undefined ? null : (
          <b className={cx(toneOf(first.seconds, board) !== null && styles[toneOf(first.seconds, board) ?? ''])}>
            {whole(first.seconds)}
          </b>
        ),
    },
    { key: 'median', head: t('medianHead'), className: styles.number, cell: ({ today }) => whole(today?.median) },
    { key: 'p90', head: t('p90Head'), className: styles.number, cell: ({ today }) => whole(today?.p90) },
    { key: 'open', head: t('open'), className: styles.number, cell: ({ open }) => String(open) },
  ];
  return (
    <List
      label={t('fields')}
      columns={columns}
      groups={[{ key: 'fields', rows: board.series }]}
      rowKey={(row) => row.letter}
      current={current}
      onCurrent={onCurrent}
      onOpen={(row) => onTickets({ which: 'waiting', series: row.letter })}
      className={styles.fields}
    />
  );
}
