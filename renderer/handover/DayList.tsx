import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { clock, dayMonth } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { useKey } from '../ui/keyboard.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { keyShortcut } from '../ui/keys.ts';
import { List, type Column } from '../ui/List.tsx';
import {
  choiceOfRow,
  folded,
  keyOf,
  rowsOf,
  type Choice,
  type Day,
  type DayRow,
  type InRow,
  type OutRow,
} from './choice.ts';
import styles from './Handover.module.css';

export interface DayListProps {
  readonly day: Day;
  readonly current: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

/** What leaves this place today, by deadline, and what comes here. */
export function DayList({ day, current, onChoose }: DayListProps): ReactNode {
  const t = useTranslations('handover');
  const say = useSay();
  const [unfolded, setUnfolded] = useState(false);
  const rows = rowsOf(day);
  const all = [...rows.out, ...rows.in];
  const kept = folded(all, current);
  const hidden = all.length - kept.length;
  const toggle = (): void => setUnfolded(!unfolded);
  useKey('hiddenRows', toggle, { when: hidden > 0 });
  if (all.length === 0) return <p className={styles.nothing}>{t('nothing')}</p>;
  const columns: Column<DayRow>[] = [
    {
      key: 'place',
      head: rows.in.length === 0 ? t('place') : rows.out.length === 0 ? t('placeFrom') : t('placeBoth'),
      className: styles.place,
      cell: (line) => (line.kind === 'out' ? <OutPlace row={line.row} /> : <InPlace row={line.row} />),
    },
    {
      key: 'deadline',
      head: rows.out.length === 0 ? t('givenHead') : t('deadline'),
      className: styles.deadline,
      cell: (line) => {
        if (line.kind === 'in') {
          return line.row.givenAt === null ? null : (
            <span className={styles.quiet}>
              {rows.out.length === 0
                ? momentWords(line.row.givenAt)
                : t('givenAt', { time: momentWords(line.row.givenAt) })}
            </span>
          );
        }
        const { deadline, state } = line.row;
        if (deadline === null) return null;
        const isOpen = state === 'waiting' || state === 'scanning';
        return <span className={deadline.isOver && isOpen ? styles.over : undefined}>{say(deadline.words)}</span>;
      },
    },
    {
      key: 'dossiers',
      head: t('dossiers'),
      className: styles.count,
      cell: (line) => (line.kind === 'out' ? line.row.dossiers : (line.row.dossiers ?? line.row.taken)),
    },
    {
      key: 'state',
      head: t('state'),
      className: styles.state,
      cell: (line) => (line.kind === 'out' ? <OutState row={line.row} /> : <InState row={line.row} />),
    },
  ];
  const isShown = (line: DayRow): boolean => unfolded || kept.includes(line);
  const groups = [
    { key: 'out', head: t('out'), rows: rows.out.filter(isShown) },
    { key: 'in', head: t('in'), rows: rows.in.filter(isShown) },
  ];
  const shown = (day.side === 'unit' ? groups.toReversed() : groups).filter((group) => group.rows.length > 0);
  const isOne = shown.length === 1 && shown[0]?.key === (day.side === 'unit' ? 'in' : 'out');
  return (
    <>
      <List
        label={t('places')}
        columns={columns}
        groups={isOne ? shown.map(({ key, rows: lines }) => ({ key, rows: lines })) : shown}
        rowKey={(line) => line.key}
        current={current === null ? null : keyOf(current)}
        onCurrent={(key) => {
          const line = all.find((each) => each.key === key);
          if (line !== undefined) onChoose(choiceOfRow(line));
        }}
      />
      {hidden > 0 && (
        <button
          type="button"
          className={styles.signedRows}
          aria-expanded={unfolded}
          aria-keyshortcuts={keyShortcut('hiddenRows')}
          onClick={toggle}
        >
          <Icon name={unfolded ? 'down' : 'right'} />
          {t('signedRows', { n: hidden })}
          <Keycap action="hiddenRows" />
        </button>
      )}
    </>
  );
}

function OutPlace({ row }: { readonly row: OutRow }): ReactNode {
  const t = useTranslations('handover');
  return (
    <span className={row.state === 'scanning' ? styles.now : undefined}>
      {row.place}
      {row.purpose !== 'processing' && <span className={styles.aside}>{t(`purpose.${row.purpose}`)}</span>}
    </span>
  );
}

function InPlace({ row }: { readonly row: InRow }): ReactNode {
  const t = useTranslations('handover');
  const words =
    row.place === ''
      ? t('noList')
      : row.number === null
        ? t('from', { place: row.place })
        : t('batch', { number: row.number, place: row.place });
  return (
    <span className={row.state === 'taking' ? styles.now : undefined}>
      {words}
      {row.purpose !== null && row.purpose !== 'processing' && (
        <span className={styles.aside}>{t(`purpose.${row.purpose}`)}</span>
      )}
    </span>
  );
}

function OutState({ row }: { readonly row: OutRow }): ReactNode {
  const t = useTranslations('handover');
  switch (row.state) {
    case 'waiting':
      return t('waiting');
    case 'later':
      return t('later');
    case 'scanning': {
      const left = row.dossiers - row.scanned;
      return (
        <b>
          <Icon name="scan" />
          {left === 0 ? t('scannedAll') : t('scanning', { left })}
        </b>
      );
    }
    case 'given':
      return t('given', { time: row.batch === null ? '' : clock(row.batch.at) });
    case 'signed':
      return (
        <span>
          <Icon name="check" />
          {t('signed', { time: clock(row.batch?.signedAt ?? '') })}
        </span>
      );
    case 'short':
      return (
        <span className={styles.soon}>
          <Icon name="exclaim" />
          {t('short', { time: clock(row.batch?.signedAt ?? '') })}
        </span>
      );
  }
}

function InState({ row }: { readonly row: InRow }): ReactNode {
  const t = useTranslations('handover');
  switch (row.state) {
    case 'coming':
      return t('coming');
    case 'taking':
      return (
        <b>
          <Icon name="scan" />
          {row.dossiers === null
            ? t('takingPlain', { n: row.taken })
            : t('taking', { left: Math.max(0, row.dossiers - row.taken) })}
        </b>
      );
    case 'accepted':
      return (
        <span>
          <Icon name="check" />
          {t('accepted', { time: clock(row.acceptedAt ?? '') })}
        </span>
      );
    case 'short':
      return (
        <span className={styles.soon}>
          <Icon name="exclaim" />
          {t('short', { time: clock(row.acceptedAt ?? '') })}
        </span>
      );
  }
}

/** "23/11 15:40". */
function momentWords(local: string): string {
  return `${dayMonth(local)} ${clock(local)}`;
}
