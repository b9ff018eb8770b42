import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock, minutes } from '../ui/format.ts';
import { ActRow } from './ActRow.tsx';
import styles from './Board.module.css';
import { useDoing } from './CounterList.tsx';
import type { OpenTickets } from './look.ts';
import { MoveFirstDialog } from './MoveFirstDialog.tsx';
import { TakeSeriesDialog } from './TakeSeriesDialog.tsx';
import { useHallAct } from './use-hall-act.ts';

type Row = OfficeBoard['counters'][number];

/** One counter, and what a supervisor may do with it from here: series, its officer, people in line. */
export function CounterPanel({
  board,
  counter,
  onTickets,
  onBack,
}: {
  readonly board: OfficeBoard;
  readonly counter: Row;
  readonly onTickets: OpenTickets;
  readonly onBack: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const doing = useDoing();
  const { act, problem } = useHallAct();
  const [open, setOpen] = useState<'set' | 'ask' | 'move' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Outcome
      action={
        <Button
          kind="main"
          wide
          action="main"
          missing={counter.state === 'unopened' ? t('unopened') : null}
          onPress={() => onTickets({ counter: counter.id })}
        >
          {t('ticketsOfCounter', { counter: counter.name })}
        </Button>
      }
      second={
        <Button size="small" wide action="back" onPress={onBack}>
          {t('back')}
        </Button>
      }
    >
      {open === 'move' && <MoveFirstDialog board={board} counter={counter} onAct={act} onClose={close} />}
      {(open === 'set' || open === 'ask') && (
        <TakeSeriesDialog board={board} counter={counter} how={open} onAct={act} onClose={close} />
      )}
      {problem !== null && <ProblemNotice problem={problem} className={styles.refused} />}
      <OutcomeFigure label={t('counter')} figure={counter.name}>
        {[counter.officer, doing(counter)].filter((word) => word !== '').join('. ')}
      </OutcomeFigure>
      <CounterFacts counter={counter} />
      {board.hall === 'open' ? (
        <CounterActs
          board={board}
          counter={counter}
          onOpen={setOpen}
          onCome={() => act({ kind: 'come', counter: counter.id })}
        />
      ) : (
        <p className={styles.note}>{t('hallNotOpen')}</p>
      )}
    </Outcome>
  );
}

function CounterFacts({ counter }: { readonly counter: Row }): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  const facts = [
    { label: t('takes'), value: counter.series.map(({ letter, name }) => `${letter} ${say(name)}`).join(', ') },
    { label: t('servedHead'), value: counter.state === 'unopened' ? '' : String(counter.served) },
    { label: t('each'), value: counter.mean === null ? '' : minutes(Math.round(counter.mean / 60)) },
  ].filter(({ value }) => value !== '');
  return facts.length === 0 ? null : (
    <OutcomePart>
      <Facts facts={facts} />
    </OutcomePart>
  );
}

/** What can be done there now, each with its key. */
function CounterActs({
  board,
  counter,
  onOpen,
  onCome,
}: {
  readonly board: OfficeBoard;
  readonly counter: Row;
  readonly onOpen: (what: 'set' | 'ask' | 'move') => void;
  readonly onCome: () => void;
}): ReactNode {
  const t = useTranslations('board');
  const isOpen = counter.state === 'open';
  const takesMore = board.fields.some(({ letter }) => counter.series.every((each) => each.letter !== letter));
  const come = counter.comeAsked === null ? t('comeFact') : t('comeAsked', { time: clock(counter.comeAsked) });
  return (
    <OutcomePart label={t('acts')}>
      <ul className={styles.ways}>
        {!isOpen && (
          <li>
            <ActRow
              action="choice1"
              title={counter.state === 'away' ? t('comeBack') : t('comeOpen')}
              fact={come}
              onPress={onCome}
            />
          </li>
        )}
        {isOpen && takesMore && (
          <>
            <li>
              <ActRow action="choice1" title={t('setSeries')} fact={t('setFact')} onPress={() => onOpen('set')} />
            </li>
            <li>
              <ActRow action="choice2" title={t('askSeries')} fact={t('askFact')} onPress={() => onOpen('ask')} />
            </li>
          </>
        )}
        {(isOpen || counter.state === 'away') && board.waiting > 0 && (
          <li>
            <ActRow action="choice3" title={t('moveFirst')} fact={t('moveFact')} onPress={() => onOpen('move')} />
          </li>
        )}
      </ul>
    </OutcomePart>
  );
}
