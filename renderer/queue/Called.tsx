import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue, ServingTicket } from '../../contract/desk/queue.ts';
import { callsToGo } from '../../domain/ticket/absence.ts';
import { TicketBlock } from '../frame/TicketBlock.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { clock, duration } from '../ui/format.ts';
import { act } from './acts.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import styles from './Queue.module.css';
import { SettleDialog } from './SettleDialog.tsx';
import { useSeconds } from './use-seconds.ts';

/** The ticket this counter serves, why it was called, and what can be done with it. */
export function Called({
  queue,
  serving,
  answeredAt,
}: {
  readonly queue: Queue;
  readonly serving: ServingTicket;
  /** When the desk told it, ms by the page's clock. */
  readonly answeredAt: number;
}): ReactNode {
  const t = useTranslations('queue');
  const language = useLanguage();
  const [asked, setAsked] = useState<'hold' | 'move' | 'settle' | null>(null);
  const seconds = useSeconds(serving.served, answeredAt);
  const close = (): void => setAsked(null);
  const ticket = serving.id;
  return (
    <>
      <TicketBlock
        state="serving"
        number={serving.text}
        field={serving.name[language]}
        timer={duration(seconds)}
        taken={[
          t('taken', { time: clock(serving.takenAt), n: Math.floor(serving.waited / 60) }),
          ...(serving.recalls > 0 ? [t('recalled', { n: serving.recalls })] : []),
        ].join(', ')}
        why={t('why', { reason: lowered(serving.why[language]) })}
        callsToGo={callsToGo(serving, queue)}
        onRecall={() => void act({ kind: 'recall', ticket })}
        onNoShow={() => void act({ kind: 'noShow', ticket })}
        onHold={() => setAsked('hold')}
        onMove={() => setAsked('move')}
        onEnd={() => void act({ kind: 'end', ticket })}
      />
      {serving.calledByBoth.length > 0 && (
        <div className={styles.both} role="status">
          <p>
            <b>{t('both', { counters: serving.calledByBoth.join(', ') })}</b> {t('bothTodo')}
          </p>
          <Button size="small" onPress={() => setAsked('settle')}>
            {t('settle')}
          </Button>
        </div>
      )}
      {asked === 'hold' && <HoldDialog ticket={serving} onClose={close} />}
      {asked === 'move' && <MoveDialog queue={queue} ticket={serving} onClose={close} />}
      {asked === 'settle' && <SettleDialog ticket={serving} onClose={close} />}
    </>
  );
}

/** A reason in the middle of a sentence; a class of people keeps its capital nowhere either. */
const lowered = (reason: string): string => reason.slice(0, 1).toLowerCase() + reason.slice(1);
