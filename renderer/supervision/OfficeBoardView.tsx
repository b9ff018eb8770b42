import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { OneDisk } from '../hall/OneDisk.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { clockSeconds, minutes } from '../ui/format.ts';
import { BoardOutcome } from './BoardOutcome.tsx';
import { ClassLine } from './ClassLine.tsx';
import { CounterList } from './CounterList.tsx';
import { CounterPanel } from './CounterPanel.tsx';
import { DisplayMessage } from './DisplayMessage.tsx';
import { FieldList } from './FieldList.tsx';
import { HeadFigures, type HeadFigure } from './HeadFigures.tsx';
import { toneOf, type OpenTickets } from './look.ts';
import { Reminders } from './Reminders.tsx';
import styles from './Board.module.css';

/** Waits go on by themselves: the board is asked for again so often, ms. */
const EVERY_MS = 5_000;

/** The office now (bảng của đơn vị): who waits for what, which counters do what, and what helps before the limit. */
export function OfficeBoardView({
  choice,
  onTickets,
}: {
  readonly choice: ReactNode;
  readonly onTickets: OpenTickets;
}): ReactNode {
  const t = useTranslations('board');
  const { data, error } = useDesk('board.office', {}, ['hall', 'dossiers', 'reference'], { every: EVERY_MS });
  const [series, setSeries] = useState<string | null>(null);
  const [counter, setCounter] = useState<string | null>(null);
  if (data === undefined) {
    return <DeskFrame rail={false}>{error !== null && <ProblemNotice problem={error} />}</DeskFrame>;
  }
  const chosen = data.counters.find(({ id }) => id === counter) ?? null;
  const outcome =
    chosen === null ? (
      <BoardOutcome board={data} onTickets={onTickets} />
    ) : (
      <CounterPanel board={data} counter={chosen} onTickets={onTickets} onBack={() => setCounter(null)} />
    );
  return (
    <DeskFrame rail={false} outcome={outcome}>
      <SheetHead title={t('title')} fact={<Known board={data} />} aside={choice} />
      <SheetBody>
        {error !== null && <ProblemNotice problem={error} />}
        <Reminders />
        <OneDisk />
        {data.known === null ? (
          <p className={styles.none} role="status">
            {t('nothing')}
          </p>
        ) : (
          <>
            <OfficeFigures board={data} onTickets={onTickets} />
            <ClassLine board={data} onTickets={onTickets} />
            <FieldList board={data} current={series} onCurrent={setSeries} onTickets={onTickets} />
            <CounterList board={data} onOpen={setCounter} />
            <DisplayMessage board={data} />
          </>
        )}
      </SheetBody>
    </DeskFrame>
  );
}

/** How old what is shown is: of the hall's own events, not of the question. */
function Known({ board }: { readonly board: OfficeBoard }): ReactNode {
  const t = useTranslations('board');
  if (board.known === null) return null;
  return board.hall === 'open'
    ? t('live', { time: clockSeconds(board.known) })
    : t('old', { time: clockSeconds(board.known) });
}

function OfficeFigures({
  board,
  onTickets,
}: {
  readonly board: OfficeBoard;
  readonly onTickets: OpenTickets;
}): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  const { longest, today } = board;
  const whole = (seconds: number | undefined): string => (seconds === undefined ? '–' : minutes(seconds / 60));
  const figures: HeadFigure[] = [
    { key: 'waiting', figure: String(board.waiting), label: t('waiting'), part: { which: 'waiting' } },
    {
      key: 'longest',
      figure: whole(longest?.seconds),
      label: longest === null ? t('nobody') : t('longest', { ticket: longest.text, field: say(longest.name) }),
      tone: longest === null ? null : toneOf(longest.seconds, board),
      part: { which: 'waiting', series: longest?.series ?? null },
    },
    { key: 'median', figure: whole(today?.median), label: t('median'), part: { which: 'waited' } },
    { key: 'p90', figure: whole(today?.p90), label: t('p90'), part: { which: 'waited' } },
    { key: 'served', figure: String(board.served), label: t('served'), part: { which: 'served' } },
    {
      key: 'breached',
      figure: String(board.breached),
      label: t('breached'),
      tone: board.breached > 0 ? 'trouble' : null,
      part: { which: 'breached' },
    },
  ];
  return <HeadFigures figures={figures} onTickets={onTickets} />;
}
