import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { TicketsAsked } from '../../contract/desk/board.ts';
import { historyParts, type HistoryPart } from '../../domain/indicator/history.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { DateField } from '../books/DateField.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import type { Column } from '../ui/List.tsx';
import { Segments } from '../ui/Segments.tsx';
import styles from './Board.module.css';
import { FoundRows } from './FoundRows.tsx';
import { HistoryOutcome, wholeMinutes, type HistoryLine } from './HistoryOutcome.tsx';

/** The first day of the month of a day. */
const monthOf = (date: string): string => `${date.slice(0, 8)}01`;

/** The history of waits (lịch sử chờ): by hour, weekday, field and procedure; as a workbook, as PDF. */
export function HistoryView({
  choice,
  today,
  onTickets,
}: {
  readonly choice: ReactNode;
  readonly today: string;
  readonly onTickets: (asked: TicketsAsked) => void;
}): ReactNode {
  const t = useTranslations('board');
  const [range, setRange] = useState({ from: monthOf(today), to: today });
  const [part, setPart] = useState<HistoryPart>('hour');
  const [current, setCurrent] = useState<string | null>(null);
  const { data, error } = useDesk('board.history', range, []);
  const columns = useColumns();
  const rows = data?.parts.find(({ by }) => by === part)?.rows ?? [];
  const chosen = rows.find(({ key }) => key === current) ?? rows[0] ?? null;
  /** The tickets behind a figure of a row; of the whole range where no row is meant. */
  const open = (line: HistoryLine | null, which: TicketsAsked['which'] = 'all'): void =>
    onTickets({
      ...range,
      which,
      series: null,
      counter: null,
      priority: null,
      part: line === null ? null : { by: part, key: line.key },
    });
  return (
    <DeskFrame
      rail={false}
      outcome={
        <HistoryOutcome
          range={range}
          line={chosen}
          onOpen={open}
          whole={data?.whole ?? null}
          limits={data?.limits ?? []}
        />
      }
    >
      <SheetHead title={t('history')} aside={choice} />
      <div className={styles.filter}>
        <DateField
          label={t('from')}
          className={styles.date}
          value={range.from}
          onChange={(from) => setRange({ ...range, from: from ?? monthOf(today) })}
        />
        <DateField
          label={t('to')}
          className={styles.date}
          value={range.to}
          onChange={(to) => setRange({ ...range, to: to ?? today })}
        />
        <Segments
          label={t('group')}
          value={part}
          options={historyParts.map((value) => ({ value, label: t(`by.${value}`) }))}
          onChange={setPart}
        />
      </div>
      <SheetBody>
        <FoundRows
          rows={data === undefined ? undefined : rows}
          error={error}
          label={t(`by.${part}`)}
          columns={columns}
          rowKey={({ key }) => key}
          current={chosen?.key ?? null}
          onCurrent={setCurrent}
          onOpen={(line) => open(line)}
        />
      </SheetBody>
    </DeskFrame>
  );
}

function useColumns(): Column<HistoryLine>[] {
  const t = useTranslations('board');
  const say = useSay();
  return [
    { key: 'name', head: t('group'), cell: ({ name }) => say(name) },
    { key: 'people', head: t('people'), className: styles.number, cell: ({ tickets }) => <b>{tickets}</b> },
    { key: 'median', head: t('medianHead'), className: styles.number, cell: ({ wait }) => wholeMinutes(wait?.median) },
    { key: 'p90', head: t('p90Head'), className: styles.number, cell: ({ wait }) => wholeMinutes(wait?.p90) },
    { key: 'longest', head: t('longestHead'), className: styles.number, cell: ({ longest }) => wholeMinutes(longest) },
    {
      key: 'breached',
      head: t('breachedHead'),
      className: styles.number,
      cell: ({ breached }) => (breached === 0 ? '0' : <b className={styles.trouble}>{breached}</b>),
    },
    { key: 'service', head: t('each'), className: styles.number, cell: ({ service }) => wholeMinutes(service) },
  ];
}
