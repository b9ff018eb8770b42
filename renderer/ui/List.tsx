import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './List.module.css';
import { cx } from './cx.ts';

export interface Column<Row> {
  readonly key: string;
  /** Its head; empty for marks. */
  readonly head: ReactNode;
  /** CSS class of the column in the caller's module, for widths and alignment. */
  readonly className?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
}

export interface ListGroup<Row> {
  readonly key: string;
  /** A word, with its shape where it has one. */
  readonly head?: ReactNode;
  readonly rows: readonly Row[];
  /** Ground of its head: trouble, or a line that is only told. */
  readonly tone?: 'trouble' | 'quiet' | undefined;
}

export interface ListProps<Row> {
  /** What the list holds, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly ListGroup<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly current: string | null;
  readonly onCurrent: (key: string) => void;
  /** Enter, or a second click. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Two lines high instead of one. */
  readonly twoLines?: boolean;
  /** Ground of a row that needs a look: nghệ or son. */
  readonly tone?: (row: Row) => 'soon' | 'trouble' | null;
  /** Several rows at once: Space marks the row one stands on, and takes the mark off again. */
  readonly marks?: ListMarks<Row> | undefined;
  readonly headHidden?: boolean;
  readonly className?: string | undefined;
}

export interface ListMarks<Row> {
  /** Keys of the rows that are marked. */
  readonly marked: ReadonlySet<string>;
  readonly mayMark: (row: Row) => boolean;
  readonly onMark: (row: Row) => void;
}

const page = 10;

/** A list of groups as one grid with one tab stop: up, down, page up and down, Enter opens, Space marks where that can be done. */
export function List<Row>(props: ListProps<Row>): ReactNode {
  const { columns, groups, rowKey, current, onCurrent, onOpen, marks } = props;
  const width = columns.length + (marks === undefined ? 0 : 1);
  const body = useRef<HTMLTableElement>(null);
  const rows = groups.flatMap((group) => group.rows);
  const found = rows.findIndex((row) => rowKey(row) === current);
  const at = found < 0 ? 0 : found;

  const go = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    onCurrent(rowKey(row));
    body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowKey(row))}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const next = steps[event.key];
    const row = rows[at];
    if (next !== undefined) go(next);
    else if (event.code === 'Space' && row !== undefined && marks?.mayMark(row) === true) marks.onMark(row);
    else if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  };

  return (
    <table
      ref={body}
      className={cx(styles.list, props.className)}
      role="grid"
      aria-label={props.label}
      aria-multiselectable={marks !== undefined || undefined}
      onKeyDown={onKeyDown}
    >
      {/* A hidden head is out of the table, and its cells give the columns no width. */}
      {props.headHidden === true && (
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} className={column.className} />
          ))}
        </colgroup>
      )}
      <thead className={cx(props.headHidden === true && styles.hidden)}>
        <tr>
          {marks !== undefined && <th className={cx(styles.head, styles.mark)} />}
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cx(styles.head, column.className)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          {group.head !== undefined && (
            <tr className={cx(styles.group, group.tone !== undefined && styles[`${group.tone}Head`])}>
              <th scope="rowgroup" colSpan={width}>
                {group.head}
              </th>
            </tr>
          )}
          {group.rows.map((row) => {
            const key = rowKey(row);
            const tone = props.tone?.(row) ?? null;
            const isMarked = marks?.marked.has(key) === true;
            return (
              <tr
                key={key}
                data-row={key}
                className={cx(
                  styles.row,
                  props.twoLines === true && styles.two,
                  tone !== null && styles[tone],
                  key === current && styles.current,
                )}
                tabIndex={key === rowKey(rows[at] ?? row) ? 0 : -1}
                aria-selected={marks === undefined ? key === current : isMarked}
                aria-current={(marks !== undefined && key === current) || undefined}
                onClick={() => onCurrent(key)}
                onDoubleClick={() => onOpen?.(row)}
              >
                {marks !== undefined && (
                  <td className={styles.mark} onClick={() => marks.mayMark(row) && marks.onMark(row)}>
                    {marks.mayMark(row) && <span className={cx(styles.box, isMarked && styles.ticked)} />}
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} className={column.className}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
