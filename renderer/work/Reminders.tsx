import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import { Icon } from '../ui/Icon.tsx';
import { dayNumber } from '../ui/format.ts';
import styles from './Work.module.css';

type Reminder = CallOutput<'processing.list'>['reminders'][number];

/** At most so many lines; the groups below tell the rest. */
const MOST = 4;

/** Over the list: where somebody must act, or today is the last day. What a group's head says already is left out. */
export function Reminders({
  reminders,
  onOpen,
}: {
  readonly reminders: readonly Reminder[];
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const t = useTranslations('work');
  const say = useSay();
  const shown = reminders.filter(isTold).slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.reminders} aria-label={t('reminders')}>
      {shown.map((reminder) => (
        <li key={`${reminder.dossierId} ${reminder.kind} ${reminder.words.vi}`}>
          <button type="button" className={styles.reminder} onClick={() => onOpen(reminder.dossierId)}>
            <Icon name={reminder.act ? 'exclaim' : 'clock'} />
            <b>{dayNumber(reminder.code)}</b>
            <span className={styles.whose}>{reminder.name}</span>
            <span>{say(reminder.words)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function isTold({ kind, act }: Reminder): boolean {
  switch (kind) {
    case 'overdue':
    case 'due-today':
    case 'last-day-to-extend':
      return false;
    case 'opinion-late':
    case 'withdrawal':
      return act;
    case 'last-day-to-ask':
      return true;
  }
}
