import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { clock, dayNumber, rowDay } from '../ui/format.ts';
import { List, type Column } from '../ui/List.tsx';
import { PaperMark } from '../ui/PaperMark.tsx';
import styles from './Handover.module.css';

export type OutDetail = CallOutput<'handover.out'>;
export type InDetail = CallOutput<'handover.in'>;
type Row = (OutDetail | InDetail)['rows'][number];

export interface BatchRowsProps<R extends Row> {
  readonly rows: readonly R[];
  readonly current: string | null;
  readonly onCurrent: (dossierId: string) => void;
  readonly onOpen?: (row: R) => void;
  /** What the mark says: scanned, or signed for. */
  readonly signed?: boolean;
}

/** Dossiers of a batch that leaves: newest scan first, what is not scanned last. */
export function OutRows(props: BatchRowsProps<OutDetail['rows'][number]>): ReactNode {
  const t = useTranslations('handover');
  const language = useLanguage();
  const columns: Column<OutDetail['rows'][number]>[] = [
    ...useCommon<OutDetail['rows'][number]>(false),
    {
      key: 'received',
      head: t('received'),
      className: styles.time,
      cell: (row) => (row.receivedAt === null ? null : clock(row.receivedAt)),
    },
    {
      key: 'due',
      head: t('due'),
      className: styles.due,
      cell: (row) => (row.dueAt === null ? null : rowDay(row.dueAt.slice(0, 10), language)),
    },
  ];
  return <Rows {...props} columns={columns} />;
}

/** Dossiers of a batch that comes, or that was closed here: with who held each last. */
export function InRows(props: BatchRowsProps<InDetail['rows'][number]>): ReactNode {
  const t = useTranslations('handover');
  const columns: Column<InDetail['rows'][number]>[] = [
    ...useCommon<InDetail['rows'][number]>(props.signed === true),
    {
      key: 'holder',
      head: t('heldBy'),
      className: styles.holder,
      cell: (row) => {
        const gone = row.papers.filter((paper) => !paper.isThere).length;
        return gone > 0 ? <span className={styles.soon}>{t('paperMissing', { n: gone })}</span> : row.lastHolder;
      },
    },
  ];
  return <Rows {...props} columns={columns} />;
}

function useCommon<R extends Row>(signed: boolean): Column<R>[] {
  const t = useTranslations('handover');
  return [
    {
      key: 'mark',
      head: '',
      className: styles.mark,
      cell: (row) => {
        const done = row.scannedAt !== null;
        const words = signed ? (done ? t('isSigned') : t('notSigned')) : done ? t('isScanned') : t('notScanned');
        return (
          <>
            <PaperMark state={done ? 'has' : 'unseen'} />
            <span className={styles.hidden}>{words}</span>
          </>
        );
      },
    },
    { key: 'number', head: t('number'), className: styles.number, cell: (row) => <b>{dayNumber(row.code)}</b> },
    {
      key: 'who',
      head: t('who'),
      className: styles.who,
      cell: (row) =>
        row.heard ? (
          <>
            {row.name === '' ? t('unnamed') : row.name}
            <RoundMark rounds={row.rounds} />
          </>
        ) : (
          <span className={styles.quiet}>{t('unheard')}</span>
        ),
    },
    { key: 'procedure', head: t('procedure'), className: styles.procedure, cell: (row) => row.procedure },
    { key: 'originals', head: t('originals'), className: styles.originals, cell: (row) => row.originals ?? '–' },
  ];
}

function Rows<R extends Row>({
  rows,
  current,
  onCurrent,
  onOpen,
  columns,
}: BatchRowsProps<R> & { readonly columns: readonly Column<R>[] }): ReactNode {
  const t = useTranslations('handover');
  return (
    <List
      label={t('rows')}
      columns={columns}
      groups={[{ key: 'all', rows }]}
      rowKey={(row) => row.dossierId}
      current={current}
      onCurrent={onCurrent}
      onOpen={onOpen}
    />
  );
}
