import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { stateFacts } from '../../domain/dossier/states.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import { DueMark } from '../ui/DueMark.tsx';
import { clock } from '../ui/format.ts';
import { dueOf, type Due, type DossierRow } from './due.ts';

const beforeReceipt: ReadonlySet<DossierRow['state']> = new Set(['submitted', 'guided', 'refused']);

/** How a dossier stands to its due day: shape and words. Nothing where no day was promised. */
export function DueWords({
  row,
  className,
  brief = false,
}: {
  readonly row: Pick<DossierRow, 'dueAt' | 'daysLeft' | 'state'>;
  readonly className?: string | undefined;
  /** In a list: the shape says that it is soon, the words how long. */
  readonly brief?: boolean;
}): ReactNode {
  const due = dueOf(row, useNow());
  const words = useWords(due, row.dueAt, brief);
  const say = useSay();
  // Before receipt there is no due day to stand to: the state says what is waited for.
  if (beforeReceipt.has(row.state)) return <span className={className}>{say(stateFacts[row.state].name)}</span>;
  if (due === null || words === '') return null;
  return (
    <DueMark state={due.state} className={className}>
      {words}
    </DueMark>
  );
}

function useWords(due: Due | null, dueAt: string | null, brief: boolean): string {
  const t = useTranslations();
  if (due === null) return '';
  switch (due.state) {
    case 'done':
      return t('dossier.doneAtOnce');
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
