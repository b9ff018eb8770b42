import type { ReactNode } from 'react';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { ProblemNotice, type ProblemNoticeProps } from '../receipt/ProblemNotice.tsx';
import { List, type ListProps } from '../ui/List.tsx';
import { useFocusRow } from './use-focus-row.ts';
import styles from './Waiting.module.css';

interface ListSheetProps<Row> extends Omit<ListProps<Row>, 'label' | 'twoLines'> {
  readonly title: string;
  /** How many there are; undefined until that is known. */
  readonly count: string | undefined;
  /** Which of the workspace's lists this is. */
  readonly choice: ReactNode;
  /** Between head and list. */
  readonly filter?: ReactNode;
  readonly error: ProblemNoticeProps['problem'] | null;
  /** Said where nothing waits, and what to do then. */
  readonly none: string;
  readonly noneHint: string;
}

/** A list of the dossier workspace: head, rows of two lines, or the word that there are none. The first row gets the cursor. */
export function ListSheet<Row>(props: ListSheetProps<Row>): ReactNode {
  const { title, count, choice, filter, error, none, noneHint, groups, ...list } = props;
  const filled = groups.filter((group) => group.rows.length > 0);
  const sheet = useFocusRow(filled.flatMap((group) => group.rows));
  return (
    <>
      <SheetHead title={title} fact={count} aside={choice} />
      {filter}
      <div ref={sheet} className={styles.sheet}>
        <SheetBody>
          {error !== null && <ProblemNotice problem={error} />}
          {count !== undefined && filled.length === 0 && (
            <div className={styles.none} role="status">
              <p>{none}</p>
              <p className={styles.small}>{noneHint}</p>
            </div>
          )}
          {filled.length > 0 && <List {...list} label={title} groups={filled} twoLines />}
        </SheetBody>
      </div>
    </>
  );
}
