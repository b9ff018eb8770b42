import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskProblem } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { List, type ListProps } from '../ui/List.tsx';
import styles from './Board.module.css';

interface FoundRowsProps<Row> extends Omit<ListProps<Row>, 'groups'> {
  /** Undefined: not answered yet. */
  readonly rows: readonly Row[] | undefined;
  readonly error: DeskProblem | null;
}

/** What stands behind a figure: its rows, that there are none, or why they cannot be shown. */
export function FoundRows<Row>({ rows, error, ...list }: FoundRowsProps<Row>): ReactNode {
  const t = useTranslations('board');
  return (
    <>
      {error !== null && <ProblemNotice problem={error} />}
      {rows?.length === 0 && (
        <p className={styles.none} role="status">
          {t('noTickets')}
        </p>
      )}
      {rows !== undefined && rows.length > 0 && <List {...list} groups={[{ key: 'found', rows }]} />}
    </>
  );
}
