import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { checkStandings, type CheckStanding } from '../../domain/guidance/to-check.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { since } from '../app/local-time.ts';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { openReturned } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import { DueMark, type DueState } from '../ui/DueMark.tsx';
import type { Column } from '../ui/List.tsx';
import { ToCheckOutcome } from './ToCheckOutcome.tsx';
import { ListSheet } from './ListSheet.tsx';
import styles from './Waiting.module.css';

export type ToCheckRow = CallOutput<'submitted.list'>['rows'][number];

const marks: Readonly<Record<CheckStanding, DueState>> = {
  late: 'overdue',
  soon: 'soon',
  inTime: 'inTime',
  noLimit: 'inTime',
};

/**
 * Dossiers sent in from afar (trực tuyến, bưu chính) that nobody has checked: within 8 working hours, late ones first.
 * Opened, it is the receipt with its checklist; received, asked to be supplemented or refused like any other.
 */
export function ToCheckView({ choice, user }: { readonly choice: ReactNode; readonly user: string }): ReactNode {
  const t = useTranslations('toCheck');
  const go = usePlace((place) => place.go);
  const { data, error } = useDesk('submitted.list', {}, ['dossiers', 'drafts', 'reference'], { every: 30_000 });
  const [current, setCurrent] = useState<string | null>(null);
  const rows = data?.rows ?? [];
  const chosen = rows.find((row) => row.id === current) ?? rows[0] ?? null;
  const columns = useColumns();
  const check = (row: ToCheckRow): void => {
    go('receipt');
    void openReturned(user, row.id);
  };
  const groups = checkStandings.map((standing) => {
    const of = rows.filter((row) => row.standing === standing);
    return {
      key: standing,
      head: <DueMark state={marks[standing]}>{t(`group.${standing}`, { n: of.length })}</DueMark>,
      rows: of,
      ...(standing === 'late' ? { tone: 'trouble' as const } : {}),
    };
  });
  return (
    <DeskFrame outcome={chosen === null ? null : <ToCheckOutcome key={chosen.id} row={chosen} onCheck={check} />}>
      <ListSheet
        title={t('title')}
        count={data === undefined ? undefined : t('count', { n: rows.length })}
        choice={choice}
        error={error}
        none={t('none')}
        noneHint={t('noneHint')}
        columns={columns}
        groups={groups}
        rowKey={(row) => row.id}
        current={chosen?.id ?? null}
        onCurrent={setCurrent}
        onOpen={check}
      />
    </DeskFrame>
  );
}

function useColumns(): Column<ToCheckRow>[] {
  const t = useTranslations('toCheck');
  const say = useSay();
  const now = useNow();
  return [
    {
      key: 'left',
      head: t('left'),
      className: styles.left,
      cell: (row) => (
        <>
          <span className={styles.first}>
            <DueMark state={marks[row.standing]}>{row.left === null ? t('noLimit') : say(row.left)}</DueMark>
          </span>
          {row.checkBy !== null && (
            <span className={styles.second}>{t('before', { time: since(row.checkBy, now) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'who',
      head: t('who'),
      cell: (row) => (
        <>
          <span className={styles.first}>
            <span className={styles.name}>{row.name}</span>
          </span>
          <span className={styles.second}>
            {row.begunBy === null ? row.procedure : `${t('begun', { name: row.begunBy })}, ${row.procedure}`}
          </span>
        </>
      ),
    },
    {
      key: 'from',
      head: t('from'),
      className: styles.from,
      cell: (row) => (
        <>
          <span className={styles.first}>{t(`channel.${row.channel}`)}</span>
          <span className={styles.second}>{row.portalCode}</span>
        </>
      ),
    },
    { key: 'sent', head: t('sentAt'), className: styles.sent, cell: (row) => since(row.submittedAt, now) },
  ];
}
