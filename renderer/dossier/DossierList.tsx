import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { clock, rowDay } from '../ui/format.ts';
import { List, type Column } from '../ui/List.tsx';
import { NumberMark } from '../ui/NumberMark.tsx';
import { StandMark } from '../ui/StandMark.tsx';
import { DueWords } from './DueWords.tsx';
import styles from './DossierList.module.css';
import { ListOutcome } from './ListOutcome.tsx';
import type { DossierRow } from './due.ts';
import type { ListChoice } from './list-choice.ts';
import { ListFilter, useListed } from './ListFilter.tsx';
import { byDay, fits } from './rows.ts';

const SHOWN = 200;

export interface DossierListProps {
  /** The other lists of the workspace. */
  readonly views: ReactNode;
  /** Which list: the newest, or a filtered one. */
  readonly choice: ListChoice;
  readonly onChoice: (choice: ListChoice) => void;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The dossiers received last, by day, or a list by due date; typing filters, up and down choose, Enter opens. */
export function DossierList({
  views,
  choice,
  onChoice,
  typed,
  onTyped,
  current,
  onCurrent,
  onOpen,
}: DossierListProps): ReactNode {
  const t = useTranslations('dossier');
  const lists = useTranslations('lists');
  const { data, error, groups: listed, choices, total } = useListed(choice, SHOWN);
  const language = useLanguage();
  const today = useNow().slice(0, 10);
  const sheet = useRef<HTMLDivElement>(null);
  const rows = (data ?? []).filter((row) => fits(row, typed));
  const groups =
    listed === null
      ? byDay(rows).map(({ date, rows: of }) => ({
          key: date,
          head: date === today ? t('today', { day: rowDay(date, language) }) : rowDay(date, language),
          rows: of,
        }))
      : listed.map((group) => ({ ...group, rows: group.rows.filter((row) => fits(row, typed)) }));
  const shown = groups.flatMap((group): readonly DossierRow[] => group.rows);
  const chosen = shown.find((row) => row.id === current) ?? shown[0] ?? null;
  const hasRows = data !== undefined;

  useEffect(() => {
    const row = sheet.current?.querySelector<HTMLElement>('[aria-selected=true]');
    (row ?? sheet.current?.querySelector<HTMLElement>('input'))?.focus();
    // Once, when the list is there.
  }, [hasRows]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const inField = event.target instanceof HTMLInputElement;
    if (inField && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      sheet.current?.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
      if (chosen !== null) onCurrent(chosen.id);
      event.preventDefault();
    } else if (inField && event.key === 'Enter') {
      if (chosen !== null) onOpen(chosen.id);
    } else if (!inField && event.key.length === 1 && event.key !== ' ') {
      // The letter goes on into the field.
      sheet.current?.querySelector<HTMLElement>('input')?.focus();
    }
  };
  const columns: Column<DossierRow>[] = [
    {
      key: 'number',
      head: t('numberAndTime'),
      className: styles.number,
      cell: (row) => (
        <>
          <b className={styles.name}>
            <NumberMark code={row.code} />
          </b>
          <span className={styles.small}>{clock(row.receivedAt)}</span>
        </>
      ),
    },
    {
      key: 'who',
      head: t('who'),
      cell: (row) => (
        <>
          <span className={styles.name}>
            {row.name === '' ? t('unnamed') : row.name}
            <RoundMark rounds={row.rounds} />
          </span>
          <span className={styles.small}>{row.procedure}</span>
        </>
      ),
    },
    {
      key: 'due',
      head: t('due'),
      className: styles.due,
      cell: (row) => (
        <>
          {row.dueAt !== null && row.state !== 'done' && (
            <span className={styles.name}>{rowDay(row.dueAt.slice(0, 10), language)}</span>
          )}
          <DueWords row={row} brief className={styles.dueWords} />
        </>
      ),
    },
    {
      key: 'where',
      head: t('where'),
      className: styles.where,
      cell: (row) => <StandMark stand={row.stand} />,
    },
  ];
  return (
    <DeskFrame outcome={<ListOutcome row={chosen} onOpen={onOpen} />}>
      <SheetHead
        title={choice.which === 'recent' ? t('recent') : lists('title')}
        fact={data === undefined ? undefined : t('recentCount', { n: shown.length })}
        aside={views}
      />
      {/* Keys between field and list; each has its own role and keys besides. */}
      <div ref={sheet} className={styles.sheet} onKeyDown={onKeyDown} role="presentation">
        <div className={styles.filter}>
          <ListFilter choice={choice} choices={choices} total={total} onChoice={onChoice} />
          <Field label={t('filter')} value={typed} onChange={onTyped} hint={t('filterHint')} maxLength={200} first />
        </div>
        <SheetBody>
          {error !== null && <ProblemNotice problem={error} />}
          {data !== undefined && shown.length === 0 && (
            <p className={styles.none} role="status">
              {data.length === 0 ? t('none') : t('filterNone')}
            </p>
          )}
          {shown.length > 0 && (
            <List
              label={t('recent')}
              columns={columns}
              groups={groups.filter((group) => group.rows.length > 0)}
              rowKey={(row) => row.id}
              current={chosen?.id ?? null}
              onCurrent={onCurrent}
              onOpen={(row) => onOpen(row.id)}
              twoLines
              className={styles.list}
            />
          )}
        </SheetBody>
      </div>
    </DeskFrame>
  );
}
