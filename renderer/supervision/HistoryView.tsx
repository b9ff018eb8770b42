import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { TicketsAsked } from '../../contract/desk/board.ts';
import { historyParts, type HistoryPart } from '../../domain/indicator/history.ts';
import { desk } from '../app/desk-client.ts';
import { useMadeFile } from '../app/made-file.tsx';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { DateField } from '../books/DateField.tsx';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { minutes } from '../ui/format.ts';
import type { Column } from '../ui/List.tsx';
import { Segments } from '../ui/Segments.tsx';
import styles from './Board.module.css';
import { FoundRows } from './FoundRows.tsx';

type Line = CallOutput<'board.history'>['whole'];

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
  const open = (line: Line): void =>
    onTickets({
      ...range,
      which: 'all',
      series: null,
      counter: null,
      priority: null,
      part: { by: part, key: line.key },
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
          onOpen={open}
        />
      </SheetBody>
    </DeskFrame>
  );
}

const whole = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '' : minutes(seconds / 60);

function useColumns(): Column<Line>[] {
  const t = useTranslations('board');
  const say = useSay();
  return [
    { key: 'name', head: t('group'), cell: ({ name }) => say(name) },
    { key: 'people', head: t('people'), className: styles.number, cell: ({ tickets }) => <b>{tickets}</b> },
    { key: 'median', head: t('medianHead'), className: styles.number, cell: ({ wait }) => whole(wait?.median) },
    { key: 'p90', head: t('p90Head'), className: styles.number, cell: ({ wait }) => whole(wait?.p90) },
    { key: 'longest', head: t('longestHead'), className: styles.number, cell: ({ longest }) => whole(longest) },
    {
      key: 'breached',
      head: t('breachedHead'),
      className: styles.number,
      cell: ({ breached }) => (breached === 0 ? '0' : <b className={styles.trouble}>{breached}</b>),
    },
    { key: 'service', head: t('each'), className: styles.number, cell: ({ service }) => whole(service) },
  ];
}

function HistoryOutcome({
  range,
  line,
  onOpen,
  whole: all,
  limits,
}: {
  readonly range: { readonly from: string; readonly to: string };
  readonly line: Line | null;
  readonly onOpen: (line: Line) => void;
  readonly whole: Line | null;
  readonly limits: readonly number[];
}): ReactNode {
  const t = useTranslations('board');
  const file = useMadeFile((kind) => desk(kind === 'xlsx' ? 'board.workbook' : 'board.pdf', range));
  return (
    <Outcome
      action={
        <>
          {file.said}
          <Button
            kind="main"
            wide
            action="main"
            missing={line === null ? t('chooseRow') : null}
            onPress={() => {
              if (line !== null) onOpen(line);
            }}
          >
            {t('behind')}
          </Button>
        </>
      }
      second={file.buttons}
    >
      {all !== null && (
        <>
          <OutcomeFigure label={t('whole')} figure={whole(all.wait?.p90) || '–'}>
            {t('p90')}
          </OutcomeFigure>
          <OutcomePart>
            <Facts
              facts={[
                {
                  label: t('people'),
                  value: t('wholeFact', { n: all.tickets, limit: limits.map((each) => `${each / 60}′`).join(', ') }),
                },
                { label: t('medianHead'), value: whole(all.wait?.median) },
                { label: t('longestHead'), value: whole(all.longest) },
                { label: t('breachedHead'), value: String(all.breached) },
                { label: t('each'), value: whole(all.service) },
              ].filter(({ value }) => value !== '')}
            />
          </OutcomePart>
          <p className={styles.note}>{t('counted')}</p>
        </>
      )}
    </Outcome>
  );
}
