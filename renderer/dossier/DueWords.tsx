import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { stateFacts } from '../../domain/dossier/states.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import { DueMark } from '../ui/DueMark.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { dueOf, type Due, type DossierRow } from './due.ts';

/** No due day is stood to: the state says how it is. */
const byState: ReadonlySet<DossierRow['state']> = new Set(['submitted', 'guided', 'refused', 'stopped', 'cancelled']);

/** How a dossier stands to its due day: shape and words. Nothing where no day was promised. */
export function DueWords({
  row,
  className,
  brief = false,
  extended = false,
}: {
  readonly row: Pick<DossierRow, 'dueAt' | 'daysLeft' | 'state'>;
  readonly className?: string | undefined;
  /** In a list: the shape says that it is soon, the words how long. */
  readonly brief?: boolean;
  /** The day an apology set: named, with the days left. */
  readonly extended?: boolean;
}): ReactNode {
  const due = dueOf(row, useNow());
  const plain = useWords(due, row, brief);
  const t = useTranslations('dossier');
  const words =
    extended && row.dueAt !== null && (due?.state === 'inTime' || due?.state === 'soon')
      ? t('extendedTo', { day: dayMonth(row.dueAt), left: plain.slice(0, 1).toLowerCase() + plain.slice(1) })
      : plain;
  const say = useSay();
  if (byState.has(row.state)) return <span className={className}>{say(stateFacts[row.state].name)}</span>;
  if (due === null || words === '') return null;
  return (
    <DueMark state={due.state === 'asked' ? 'soon' : due.state} className={className}>
      {words}
    </DueMark>
  );
}

function useWords(due: Due | null, { state, dueAt }: Pick<DossierRow, 'state' | 'dueAt'>, brief: boolean): string {
  const t = useTranslations();
  const say = useSay();
  if (due === null) return '';
  switch (due.state) {
    case 'done':
      return state === 'done' ? t('dossier.doneAtOnce') : say(stateFacts[state].name);
    case 'paused':
      return due.reason === 'financial' ? t('due.pausedMoney') : t('due.paused');
    case 'asked':
      return say(stateFacts[state].name);
    case 'inTime':
      return due.left === null ? t('due.inTime') : t('due.left', { n: due.left });
    case 'soon':
      if (due.left === 0) return t('due.today');
      return brief ? t('due.left', { n: due.left }) : t('due.soon', { n: due.left });
    case 'overdue':
      if (due.by === null) return t('dossier.overduePlain');
      return due.by === 0
        ? t('dossier.dueEnded', { time: dueAt === null ? '' : clock(dueAt) })
        : t('due.overdue', { n: due.by });
  }
}
