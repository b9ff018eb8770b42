import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { capital } from '../../domain/calendar/date-words.ts';
import { useNow } from '../app/now.tsx';
import { useSay } from '../app/say.ts';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { DayTicks } from '../ui/DayTicks.tsx';
import { Icon } from '../ui/Icon.tsx';
import { cx } from '../ui/cx.ts';
import { dayNumber, sentenceDay } from '../ui/format.ts';
import { List, type Column } from '../ui/List.tsx';
import styles from './Work.module.css';

type Group = CallOutput<'processing.list'>['groups'][number];
type Row = Group['rows'][number];

export interface WorkListProps {
  readonly label: string;
  readonly groups: readonly Group[];
  /** Who works on each: in lists of the whole unit. */
  readonly withAssignee: boolean;
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** Dossiers of a unit by due date, each with its day strip and the step it is at. */
export function WorkList({ label, groups, withAssignee, current, onCurrent, onOpen }: WorkListProps): ReactNode {
  const t = useTranslations('work');
  const say = useSay();
  const columns: Column<Row>[] = [
    {
      key: 'ticks',
      head: t('days'),
      className: styles.ticks,
      cell: (row) => (
        <>
          <DayTicks ticks={row.ticks} />
          <span className={styles.hidden}>{say(row.ticksWords)}</span>
        </>
      ),
    },
    {
      key: 'number',
      head: t('number'),
      className: styles.number,
      cell: (row) => <b>{dayNumber(row.code)}</b>,
    },
    {
      key: 'name',
      head: t('who'),
      cell: (row) => (
        <span className={styles.cut}>
          {row.name === '' ? t('unnamed') : row.name}
          <RoundMark rounds={row.rounds} />
        </span>
      ),
    },
    {
      key: 'procedure',
      head: t('procedure'),
      className: cx(styles.procedure, withAssignee && styles.narrow),
      cell: (row) => <span className={styles.cut}>{row.procedure}</span>,
    },
    {
      key: 'step',
      head: t('step'),
      className: cx(styles.step, withAssignee && styles.narrow),
      cell: (row) => <span className={styles.cut}>{say(row.step)}</span>,
    },
    ...(withAssignee
      ? [
          {
            key: 'assignee',
            head: t('assignee'),
            className: styles.assignee,
            cell: (row: Row) => (
              <span className={styles.cut}>{row.assigneeName === '' ? t('nobody') : row.assigneeName}</span>
            ),
          },
        ]
      : []),
  ];
  return (
    <List
      label={label}
      columns={columns}
      groups={groups.map((group) => ({
        key: `${group.kind}${group.date ?? ''}`,
        head: <GroupHead group={group} />,
        rows: group.rows,
        tone: group.kind === 'overdue' ? 'trouble' : group.kind === 'holiday' ? 'quiet' : undefined,
      }))}
      rowKey={(row) => row.id}
      current={current}
      onCurrent={onCurrent}
      onOpen={(row) => onOpen(row.id)}
      className={styles.list}
    />
  );
}

/** "Hôm nay, thứ Hai 23/11 2 ... phải trả trước 17:00", with its shape where it presses. */
function GroupHead({ group }: { readonly group: Group }): ReactNode {
  const t = useTranslations('work');
  const say = useSay();
  const language = useLanguage();
  const today = useNow().slice(0, 10);
  const { kind, date, aside, rows, pressing } = group;
  const name = (): string => {
    switch (kind) {
      case 'overdue':
        return t('group.overdue');
      case 'day':
      case 'holiday': {
        const day = date === null ? '' : sentenceDay(date, language);
        return date === today ? t('group.today', { day }) : capital(day);
      }
      case 'later':
        return t('group.later');
      case 'paused':
        return t('group.paused');
      case 'open':
        return t('group.open');
    }
  };
  return (
    <span className={cx(styles.head, kind === 'overdue' && styles.overdue, pressing && styles.soon)}>
      {kind === 'overdue' && <Icon name="triangle" />}
      {pressing && <Icon name="clock" />}
      {kind === 'paused' && <Icon name="pause" />}
      <span className={styles.headName}>{name()}</span>
      {kind === 'holiday' ? (
        <span className={styles.holiday}>{aside !== null && say(aside)}</span>
      ) : (
        <>
          <span className={styles.headCount}>{rows.length}</span>
          <span className={styles.headAside}>{aside !== null && say(aside)}</span>
        </>
      )}
    </span>
  );
}
