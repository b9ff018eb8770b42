import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardReply, BoardTickets } from '../../contract/board.ts';
import type { CallInput } from '../../contract/desk.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { capital } from '../../domain/calendar/date-words.ts';
import { Button } from '../ui/Button.tsx';
import { clock, duration, minutes } from '../ui/format.ts';
import { Facts } from '../ui/Facts.tsx';
import type { Column } from '../ui/List.tsx';
import { Segments } from '../ui/Segments.tsx';
import { shortName } from './look.ts';
import styles from './Board.module.css';
import { FoundRows } from './FoundRows.tsx';

export type ProvinceAsked = CallInput<'board.provinceTickets'>;
type Row = BoardTickets['rows'][number];

const kinds = ['all', 'waiting', 'served', 'over'] as const;
const words = {
  all: 'ticketsAll',
  waiting: 'ticketsWaiting',
  served: 'ticketsServed',
  over: 'ticketsBreached',
} as const;

/** The tickets behind a figure of the province: of one office or of all, the longest wait first. Nobody is named. */
export function ProvinceTickets({
  board,
  asked,
  onAsk,
  onBack,
}: {
  readonly board: BoardReply;
  readonly asked: ProvinceAsked;
  readonly onAsk: (asked: ProvinceAsked) => void;
  readonly onBack: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const p = useTranslations('provinceBoard');
  const { data, error } = useDesk('board.provinceTickets', asked, ['board'], { every: 10_000 });
  const [current, setCurrent] = useState<string | null>(null);
  const columns = useColumns(board, asked.office === null);
  const rows = data?.rows ?? [];
  const total = data?.total ?? 0;
  const chosen = rows.find((row) => keyOf(row) === current) ?? rows[0] ?? null;
  const office = board.offices.find((each) => each.office === asked.office);
  return (
    <DeskFrame
      rail={false}
      outcomeSize="province"
      outcome={
        <Outcome
          action={
            <Button wide action="back" onPress={onBack}>
              {t('back')}
            </Button>
          }
        >
          {chosen !== null && <Chosen board={board} row={chosen} />}
        </Outcome>
      }
    >
      <SheetHead
        title={office === undefined ? p('ticketsOfAll') : p('ticketsOf', { office: capital(office.name) })}
        fact={total > rows.length ? p('ticketsCut', { n: rows.length, total }) : t('ticketsFound', { n: total })}
        aside={
          <Segments
            label={t('tickets')}
            value={asked.which}
            options={kinds.map((value) => ({ value, label: t(words[value]) }))}
            onChange={(which) => onAsk({ ...asked, which })}
          />
        }
      />
      <SheetBody>
        <FoundRows
          rows={data === undefined ? undefined : rows}
          error={error}
          label={t('tickets')}
          columns={columns}
          rowKey={keyOf}
          current={chosen === null ? null : keyOf(chosen)}
          onCurrent={setCurrent}
        />
      </SheetBody>
    </DeskFrame>
  );
}

const keyOf = ({ office, text }: Row): string => `${office} ${text}`;

function useFieldName(board: BoardReply): (letter: string) => string {
  const say = useSay();
  return (letter) => {
    const name = board.series.find((each) => each.letter === letter)?.name;
    return name === undefined ? letter : say(name);
  };
}

function useColumns(board: BoardReply, hasOffice: boolean): Column<Row>[] {
  const t = useTranslations('board');
  const p = useTranslations('provinceBoard');
  const nameOf = useFieldName(board);
  const office: Column<Row> = { key: 'office', head: p('unit'), cell: ({ name }) => shortName(name) };
  return [
    { key: 'number', head: t('number'), className: styles.ticket, cell: ({ text }) => <b>{text}</b> },
    ...(hasOffice ? [office] : []),
    { key: 'field', head: t('field'), cell: ({ letter }) => nameOf(letter) },
    { key: 'taken', head: t('taken'), className: styles.moment, cell: ({ issuedAt }) => clock(issuedAt) },
    {
      key: 'called',
      head: t('called'),
      className: styles.moment,
      cell: ({ calledAt }) => (calledAt === null ? '' : clock(calledAt)),
    },
    { key: 'wait', head: t('wait'), className: styles.number, cell: ({ wait }) => <b>{minutes(wait / 60)}</b> },
    { key: 'counter', head: t('counter'), className: styles.counter, cell: ({ counter }) => counter },
    { key: 'state', head: t('state'), className: styles.state, cell: ({ state }) => t(`states.${state}`) },
  ];
}

function Chosen({ board, row }: { readonly board: BoardReply; readonly row: Row }): ReactNode {
  const t = useTranslations('board');
  const p = useTranslations('provinceBoard');
  const nameOf = useFieldName(board);
  const facts = [
    { label: p('unit'), value: capital(row.name) },
    { label: t('taken'), value: clock(row.issuedAt) },
    { label: t('called'), value: row.calledAt === null ? '' : clock(row.calledAt) },
    { label: t('wait'), value: duration(row.wait) },
    { label: t('counter'), value: row.counter },
  ];
  return (
    <>
      <OutcomeFigure label={t('number')} figure={row.text}>
        {[nameOf(row.letter), row.priority ? p('priority') : '', t(`states.${row.state}`)].filter(Boolean).join(', ')}
      </OutcomeFigure>
      <OutcomePart>
        <Facts facts={facts.filter(({ value }) => value !== '')} />
      </OutcomePart>
    </>
  );
}
