import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { TicketRow, TicketsAsked } from '../../contract/desk/board.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { useAsking } from '../queue/acts.ts';
import { MoveDialog } from '../queue/MoveDialog.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock, dayMonth, duration, minutes } from '../ui/format.ts';
import type { Column } from '../ui/List.tsx';
import { Segments } from '../ui/Segments.tsx';
import styles from './Board.module.css';
import { FoundRows } from './FoundRows.tsx';
import { MoveNamedDialog } from './MoveNamedDialog.tsx';
import { countedTimes, leftOutTimes, TimeDialog } from './TimeDialog.tsx';
import { useHallAct } from './use-hall-act.ts';

const LIMIT = 300;
/** Always to choose from; what is asked beside them stands with them while it is. */
const kinds = ['all', 'waiting', 'served', 'breached', 'rated'] as const satisfies readonly TicketsAsked['which'][];
const words = {
  all: 'ticketsAll',
  waiting: 'ticketsWaiting',
  waited: 'ticketsWaited',
  timed: 'ticketsTimed',
  served: 'ticketsServed',
  breached: 'ticketsBreached',
  rated: 'ticketsRated',
} as const;

/** The tickets behind a figure, the newest first, and the dossiers that came of them. */
export function TicketsView({
  asked,
  onAsk,
  onBack,
}: {
  readonly asked: TicketsAsked;
  readonly onAsk: (asked: TicketsAsked) => void;
  readonly onBack: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const [current, setCurrent] = useState<string | null>(null);
  const openDossier = usePlace((place) => place.openDossier);
  const { data, error } = useDesk('board.tickets', { ...asked, limit: LIMIT }, ['hall', 'dossiers'], { every: 10_000 });
  const queue = useDesk('queue.get', {}, ['hall']).data;
  const refused = useAsking().problem;
  const hall = useHallAct();
  const [open, setOpen] = useState<'move' | 'moveMarked' | 'leaveOut' | 'count' | null>(null);
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const today = useNow().slice(0, 10);
  const columns = useColumns(asked.from !== asked.to);
  const rows = data?.rows ?? [];
  const total = data?.total ?? 0;
  const chosen = rows.find((row) => row.ticket === current) ?? rows[0] ?? null;
  const [dossier] = chosen?.dossiers ?? [];
  // The hall of today alone is still written; times are seen to on any day.
  const mayMove = (row: TicketRow): boolean =>
    queue?.hall === 'open' && row.issuedAt.startsWith(today) && row.state === 'waiting';
  // What is not shown, or was called meanwhile, is not moved.
  const marked = rows.filter((row) => marks.has(row.ticket) && mayMove(row));
  const problem = refused ?? hall.problem;
  const close = (): void => setOpen(null);
  const shownKinds = kinds.some((kind) => kind === asked.which) ? kinds : [...kinds, asked.which];
  return (
    <DeskFrame
      rail={false}
      outcome={
        <Outcome
          action={
            <Button
              kind="main"
              wide
              action="main"
              missing={dossier === undefined ? t('noDossier') : null}
              onPress={() => {
                if (dossier !== undefined) openDossier(dossier.id);
              }}
            >
              {t('openDossier', { code: dossier?.code ?? '' })}
            </Button>
          }
          second={
            <>
              {marked.length > 0 && (
                <Button size="small" wide action="moveTicket" onPress={() => setOpen('moveMarked')}>
                  {t('moveMarked', { n: marked.length })}
                </Button>
              )}
              {marked.length === 0 && chosen !== null && mayMove(chosen) && (
                <Button size="small" wide action="moveTicket" onPress={() => setOpen('move')}>
                  {t('move')}
                </Button>
              )}
              {chosen !== null && countedTimes(chosen).length > 0 && (
                <Button size="small" wide action="leaveOut" onPress={() => setOpen('leaveOut')}>
                  {t('leaveOut')}
                </Button>
              )}
              {chosen !== null && leftOutTimes(chosen).length > 0 && (
                <Button size="small" wide onPress={() => setOpen('count')}>
                  {t('countAgain')}
                </Button>
              )}
              <Button size="small" wide action="back" onPress={onBack}>
                {t('back')}
              </Button>
            </>
          }
        >
          {problem !== null && <ProblemNotice problem={problem} className={styles.refused} />}
          {chosen !== null && <Chosen row={chosen} />}
          {rows.some(mayMove) && (
            <OutcomePart>
              <p className={styles.quiet}>{t('markHint')}</p>
            </OutcomePart>
          )}
        </Outcome>
      }
    >
      <SheetHead
        title={t('tickets')}
        fact={total > rows.length ? t('ticketsCut', { n: rows.length, total }) : t('ticketsFound', { n: total })}
        aside={
          <Segments
            label={t('tickets')}
            value={asked.which}
            options={shownKinds.map((value) => ({ value, label: t(words[value]) }))}
            onChange={(which) => onAsk({ ...asked, which })}
          />
        }
      />
      <SheetBody>
        {(open === 'leaveOut' || open === 'count') && chosen !== null && (
          <TimeDialog key={open} row={chosen} counts={open === 'count'} onClose={close} />
        )}
        {open === 'move' && chosen !== null && queue !== undefined && (
          <MoveDialog
            queue={queue}
            ticket={{ id: chosen.ticket, text: chosen.text, series: chosen.series }}
            inLine
            onClose={close}
          />
        )}
        {open === 'moveMarked' && queue !== undefined && marked.length > 0 && (
          <MoveNamedDialog
            queue={queue}
            rows={marked}
            onAct={(act) => {
              setMarks(new Set());
              hall.act(act);
            }}
            onClose={close}
          />
        )}
        <FoundRows
          rows={data === undefined ? undefined : rows}
          error={error}
          label={t('tickets')}
          columns={columns}
          rowKey={(row) => row.ticket}
          current={chosen?.ticket ?? null}
          onCurrent={setCurrent}
          marks={
            rows.some(mayMove)
              ? {
                  marked: new Set(marked.map(({ ticket }) => ticket)),
                  mayMark: mayMove,
                  onMark: ({ ticket }) => setMarks(toggled(marks, ticket)),
                }
              : undefined
          }
          onOpen={({ dossiers: [first] }) => {
            if (first !== undefined) openDossier(first.id);
          }}
        />
      </SheetBody>
    </DeskFrame>
  );
}

const toggled = (marks: ReadonlySet<string>, ticket: string): ReadonlySet<string> =>
  new Set(marks.has(ticket) ? [...marks].filter((each) => each !== ticket) : [...marks, ticket]);

function useColumns(manyDays: boolean): Column<TicketRow>[] {
  const t = useTranslations('board');
  const say = useSay();
  const moment = (at: string | null): string =>
    at === null ? '' : manyDays ? `${dayMonth(at)} ${clock(at)}` : clock(at);
  const whole = (seconds: number | null): string => (seconds === null ? '' : minutes(seconds / 60));
  return [
    { key: 'number', head: t('number'), className: styles.ticket, cell: ({ text }) => <b>{text}</b> },
    { key: 'field', head: t('field'), cell: ({ name }) => say(name) },
    { key: 'taken', head: t('taken'), className: styles.moment, cell: ({ issuedAt }) => moment(issuedAt) },
    { key: 'called', head: t('called'), className: styles.moment, cell: ({ calledAt }) => moment(calledAt) },
    { key: 'wait', head: t('wait'), className: styles.number, cell: ({ wait }) => <b>{whole(wait)}</b> },
    { key: 'counter', head: t('counter'), className: styles.counter, cell: ({ counter }) => counter },
    { key: 'service', head: t('service'), className: styles.number, cell: ({ service }) => whole(service) },
    {
      key: 'state',
      head: t('state'),
      className: styles.state,
      cell: ({ state, leftOut, rating }) =>
        [t(`states.${state}`), rating === null ? '' : t(`scores.${rating}`), leftOut.length === 0 ? '' : t('leftOut')]
          .filter(Boolean)
          .join(', '),
    },
  ];
}

function Chosen({ row }: { readonly row: TicketRow }): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  const facts = [
    { label: t('taken'), value: `${clock(row.issuedAt)} ${dayMonth(row.issuedAt)}` },
    { label: t('called'), value: row.calledAt === null ? '' : clock(row.calledAt) },
    { label: t('wait'), value: row.wait === null ? '' : duration(row.wait) },
    { label: t('counter'), value: row.counter },
    { label: t('service'), value: row.service === null ? '' : duration(row.service) },
    { label: t('satisfaction'), value: row.rating === null ? '' : t(`scores.${row.rating}`) },
    ...row.leftOut.map(({ what, reason, by }) => ({ label: t(`leftOutOf.${what}`), value: `${reason} (${by})` })),
    { label: t('dossier'), value: row.dossiers.map(({ code }) => code).join(', ') },
  ];
  return (
    <>
      <OutcomeFigure label={t('number')} figure={row.text}>
        {[say(row.name), row.priority === null ? '' : say(row.priority), t(`states.${row.state}`)]
          .filter((word) => word !== '')
          .join(', ')}
      </OutcomeFigure>
      <OutcomePart>
        <Facts facts={facts.filter(({ value }) => value !== '')} />
      </OutcomePart>
    </>
  );
}
