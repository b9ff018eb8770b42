import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue, WaitingTicket } from '../../contract/desk/queue.ts';
import { RailGroup, RailLine } from '../frame/Rail.tsx';
import { HallButton } from '../hall/HallButton.tsx';
import { OneDisk } from '../hall/OneDisk.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { QueueRow } from '../ui/QueueRow.tsx';
import { clock } from '../ui/format.ts';
import { act, callAndOpen, useAsking } from './acts.ts';
import { Called } from './Called.tsx';
import { ComeAsked } from './ComeAsked.tsx';
import { CounterDialog } from './CounterDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { LastServed } from './LastServed.tsx';
import styles from './Queue.module.css';

/** Head of the rail: the called ticket, or how the counter stands in the hall. */
export function QueueHead({ queue, answeredAt }: { readonly queue: Queue; readonly answeredAt: number }): ReactNode {
  const t = useTranslations('queue');
  const [open, setOpen] = useState<'counter' | 'give' | null>(null);
  const close = (): void => setOpen(null);
  const isWorking = queue.hall === 'open';
  // Nothing is called yet: the first counter that opens begins the day.
  const mayOpen = isWorking || queue.hall === 'early';
  return (
    <>
      {queue.serving === null ? (
        <IdleWords queue={queue} />
      ) : (
        <Called queue={queue} serving={queue.serving} answeredAt={answeredAt} />
      )}
      {queue.comeAsked !== null && isWorking && <ComeAsked queue={queue} onOpen={() => setOpen('counter')} />}
      <OneDisk />
      <Trouble />
      {(queue.serving === null || isWorking) && (
        <div className={cx(styles.small, queue.serving !== null && styles.below)}>
          {mayOpen && (
            <Button size="small" wide action="counterState" onPress={() => setOpen('counter')}>
              {queue.counter?.state === 'open' ? t('state') : t('openAct')}
            </Button>
          )}
          {isWorking && (
            <Button size="small" wide action="giveTicket" onPress={() => setOpen('give')}>
              {t('give')}
            </Button>
          )}
          {queue.serving === null && <HallButton />}
        </div>
      )}
      {open === 'counter' && <CounterDialog queue={queue} onClose={close} />}
      {open === 'give' && <GiveDialog queue={queue} onClose={close} />}
    </>
  );
}

/** Where nobody is served: why, and who would be next. */
function IdleWords({ queue }: { readonly queue: Queue }): ReactNode {
  const t = useTranslations('queue');
  const words = (): string => {
    const { counter } = queue;
    if (queue.hall === 'silent') return t('silent', { time: clock(queue.silentSince ?? '') });
    if (queue.hall === 'closed') return t('closedHall');
    if (queue.hall === 'early') return t('early');
    if (counter === null) return t('notOpen');
    switch (counter.state) {
      case 'closed':
        return t('closed', { time: clock(counter.since) });
      case 'away': {
        const told = { time: clock(counter.since), reason: counter.reason };
        return counter.until === null ? t('away', told) : t('awayUntil', { ...told, until: clock(counter.until) });
      }
      case 'open': {
        const next = queue.mine.find(({ id }) => id === queue.next);
        return next === undefined ? t('free') : t('freeNext', { number: next.text });
      }
    }
  };
  return <p className={styles.idle}>{words()}</p>;
}

function Trouble(): ReactNode {
  const problem = useAsking((state) => state.problem);
  return problem === null ? null : <ProblemNotice problem={problem} className={styles.problem} />;
}

/** Lists of the rail: asked for help, on hold, waiting for this counter, waiting for others. */
export function QueueLists({ queue, user }: { readonly queue: Queue; readonly user: string }): ReactNode {
  const t = useTranslations();
  const language = useLanguage();
  const longest = Math.max(0, ...queue.mine.map(({ waited }) => waited));
  const asked = queue.counter?.askedFor ?? [];
  return (
    <>
      {queue.last !== null && <LastServed last={queue.last} mayLeaveOut={queue.hall === 'open'} />}
      {asked.length > 0 && (
        <div className={styles.asked} role="status">
          <p>{t('queue.asked', { series: asked.join(', ') })}</p>
          <Button
            size="small"
            onPress={() => void act({ kind: 'setSeries', series: [...(queue.counter?.series ?? []), ...asked] })}
          >
            {t('queue.takeToo')}
          </Button>
        </div>
      )}
      {queue.held.length > 0 && (
        <RailGroup head={t('queue.held', { n: queue.held.length })}>
          {queue.held.map(({ id, text, reason, since }) => (
            <RailLine
              key={id}
              words={t('queue.heldRow', { number: text, reason })}
              aside={clock(since)}
              onOpen={() => void callAndOpen(user, { kind: 'resume', ticket: id })}
            />
          ))}
        </RailGroup>
      )}
      <RailGroup
        head={t('ticket.waiting', { n: queue.mine.length })}
        {...(longest >= 60 ? { aside: t('ticket.longest', { n: Math.floor(longest / 60) }) } : {})}
      >
        {queue.mine.map((row) => (
          <Row key={row.id} row={row} place={row.id === queue.next ? 'next' : 'mine'} />
        ))}
        {queue.mine.length === 0 && <li className={styles.none}>{t('queue.nobody')}</li>}
      </RailGroup>
      {queue.later.length > 0 && (
        <RailGroup head={t('queue.later', { n: queue.later.length })}>
          {queue.later.map(({ id, text, name, bookedFor }) => (
            <RailLine key={id} words={`${text}, ${name[language]}`} aside={clock(bookedFor)} />
          ))}
        </RailGroup>
      )}
      {queue.others.length > 0 && (
        <RailGroup head={t('ticket.others', { n: queue.others.length })} quiet>
          {queue.others.map((row) => (
            <Row key={row.id} row={row} place="other" />
          ))}
        </RailGroup>
      )}
    </>
  );
}

function Row({ row, place }: { readonly row: WaitingTicket; readonly place: 'mine' | 'next' | 'other' }): ReactNode {
  const t = useTranslations();
  const language = useLanguage();
  const lane =
    row.lane === 'booked'
      ? t('queue.booked', { time: clock(row.bookedFor ?? '') })
      : row.lane === 'return'
        ? t('queue.returning')
        : row.name[language];
  const words = row.priority?.[language] ?? lane;
  return (
    <QueueRow
      number={row.text}
      words={place === 'next' ? `${words}, ${t('ticket.next')}` : words}
      priority={row.priority !== null}
      waitedMinutes={Math.floor(row.waited / 60)}
      place={place}
    />
  );
}

/** F2; only where the counter is open. */
export function CallNext({ user }: { readonly user: string }): ReactNode {
  const t = useTranslations('keys');
  return (
    <Button wide action="callNext" onPress={() => void callAndOpen(user, { kind: 'callNext' })}>
      {t('callNext')}
    </Button>
  );
}
