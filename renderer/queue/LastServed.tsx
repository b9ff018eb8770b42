import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LastTicket } from '../../contract/desk/queue.ts';
import { RailLine } from '../frame/Rail.tsx';
import { duration } from '../ui/format.ts';
import { LeaveOutDialog } from './LeaveOutDialog.tsx';
import styles from './Queue.module.css';

/** Whom this counter served last and how long; a wrong time is left out of averages (không tính) by who knows of it. */
export function LastServed({
  last,
  mayLeaveOut,
}: {
  readonly last: LastTicket;
  /** The hall of today takes it down. */
  readonly mayLeaveOut: boolean;
}): ReactNode {
  const t = useTranslations('queue');
  const [open, setOpen] = useState(false);
  const words = t('last', { number: last.text, time: duration(last.served) });
  const isOut = last.leftOut.length > 0;
  return (
    <>
      <ul className={styles.last}>
        {mayLeaveOut && !isOut ? (
          <RailLine words={words} aside={t('lastLeaveOut')} action="leaveOut" onOpen={() => setOpen(true)} />
        ) : (
          <RailLine words={words} aside={isOut ? t('lastLeftOut') : ''} />
        )}
      </ul>
      {open && <LeaveOutDialog last={last} onClose={() => setOpen(false)} />}
    </>
  );
}
