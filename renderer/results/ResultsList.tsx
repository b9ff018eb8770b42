import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultRow } from '../../contract/desk/results.ts';
import { matchesWords } from '../../domain/citizen/name.ts';
import { useNow } from '../app/now.tsx';
import { SheetBody } from '../frame/SheetHead.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { clock, dayMonth, dayNumber, rowDay } from '../ui/format.ts';
import { Field } from '../ui/Field.tsx';
import { List, type Column } from '../ui/List.tsx';
import { Segments } from '../ui/Segments.tsx';
import { type GroupHead, type Order, type ResultGroup } from './groups.ts';
import styles from './Results.module.css';

export interface ResultsListProps {
  readonly groups: readonly ResultGroup[];
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (row: ResultRow) => void;
}

/** Results at this office: where each lies, how long it has waited, who was told. */
export function ResultsList(props: ResultsListProps): ReactNode {
  const { groups, typed, order, current, onTyped, onOrder, onCurrent, onOpen } = props;
  const t = useTranslations('results');
  const language = useLanguage();
  const today = useNow().slice(0, 10);
  const sheet = useRef<HTMLDivElement>(null);
  const shown = groups.flatMap((group) => group.rows);
  const chosen = shown.find((row) => row.dossierId === current) ?? null;

  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>('input')?.focus();
    // Once: typing begins where names are found.
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.type === 'radio') return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      sheet.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen !== null) onOpen(chosen);
  };
  const columns: Column<ResultRow>[] = [
    {
      key: 'number',
      head: t('number'),
      className: styles.number,
      cell: (row) => <span className={styles.name}>{dayNumber(row.code)}</span>,
    },
    {
      key: 'who',
      head: t('who'),
      cell: (row) => (
        <>
          <span className={styles.name}>{row.name === '' ? t('unnamed') : row.name}</span>
          <span className={styles.small}>
            {[qualifier(row, t), row.procedure].filter((part) => part !== '').join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'place',
      head: t('place'),
      className: styles.placeColumn,
      cell: (row) => (
        <span className={styles.name}>
          {row.place !== ''
            ? row.place
            : row.at === 'electronic' || row.at === 'way'
              ? t(`at.${row.at}`)
              : t('at.counter')}
        </span>
      ),
    },
    { key: 'waits', head: t('waiting'), className: styles.waits, cell: (row) => <Waits row={row} today={today} /> },
    {
      key: 'told',
      head: t('told'),
      className: styles.toldColumn,
      cell: ({ told }) =>
        told === null ? (
          <span className={styles.small}>{t('notTold')}</span>
        ) : (
          <>
            <span className={styles.small}>{t(`way.${told.way}`)}</span>
            <span className={styles.small}>{`${dayMonth(told.at)} ${clock(told.at)}`}</span>
          </>
        ),
    },
  ];
  const head = (group: ResultGroup): string => {
    const n = group.rows.length;
    return headWords(group.head, n, (day) => rowDay(day, language), t);
  };
  return (
    <div ref={sheet} className={styles.sheet} onKeyDown={onKeyDown} role="presentation">
      <div className={styles.tools}>
        <Field label={t('filter')} value={typed} onChange={onTyped} maxLength={200} first />
        <Segments
          label={t('order')}
          value={order}
          options={[
            { value: 'age', label: t('orderAge') },
            { value: 'shelf', label: t('orderShelf') },
            { value: 'due', label: t('orderDue') },
          ]}
          onChange={onOrder}
          className={styles.order}
        />
      </div>
      <SheetBody>
        {shown.length === 0 ? (
          <p className={styles.none} role="status">
            {typed.trim() === '' ? t('none') : t('filterNone')}
          </p>
        ) : (
          <List
            label={t('title')}
            columns={columns}
            groups={groups.map((group) => ({ key: group.key, head: head(group), rows: group.rows }))}
            rowKey={(row) => row.dossierId}
            current={current}
            onCurrent={onCurrent}
            onOpen={onOpen}
            twoLines
          />
        )}
      </SheetBody>
    </div>
  );
}

function Waits({ row, today }: { readonly row: ResultRow; readonly today: string }): ReactNode {
  const t = useTranslations('results');
  if (row.readyAt === null) return null;
  const since = row.readyAt.startsWith(today) ? t('sinceToday', { time: clock(row.readyAt) }) : null;
  return (
    <>
      <span className={styles.name}>
        {since ?? (row.waited === null ? dayMonth(row.readyAt) : t('waited', { n: row.waited }))}
      </span>
      {row.reminded > 0 && <span className={styles.small}>{t('reminded', { n: row.reminded })}</span>}
    </>
  );
}

/** Said before the procedure, where it is not cut off. */
function qualifier(row: ResultRow, t: ReturnType<typeof useTranslations<'results'>>): string {
  if (row.kind === 'papers-back') return t('papersBack');
  return row.outcome === 'declined' ? t('declined') : '';
}

function headWords(
  head: GroupHead,
  n: number,
  day: (date: string) => string,
  t: ReturnType<typeof useTranslations<'results'>>,
): string {
  switch (head.kind) {
    case 'place':
      return t('group.place', { place: head.place, n });
    case 'day':
      return t('group.day', { day: day(head.day), n });
    case 'arrived':
    case 'toRemind':
    case 'toArchive':
    case 'today':
    case 'earlier':
    case 'electronic':
    case 'away':
    case 'undated':
      return t(`group.${head.kind}`, { n });
  }
}

/** A result fits what is typed: words of name, procedure or place in any order without marks, or part of a code. */
export function fits(row: ResultRow, typed: string): boolean {
  const text = typed.trim();
  if (text === '') return true;
  if (/^\d{1,4}$/.test(text)) return dayNumber(row.code).includes(text);
  if (row.code.toLowerCase().includes(text.toLowerCase())) return true;
  return matchesWords(`${row.name} ${row.procedure} ${row.place} ${dayNumber(row.code)}`, text);
}
