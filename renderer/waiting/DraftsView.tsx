import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { since } from '../app/local-time.ts';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { openDraft, takeOver } from '../receipt/work.ts';
import { usePlace } from '../stores/place.ts';
import type { Column } from '../ui/List.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { ageOf } from './age.ts';
import { DiscardBox } from './DiscardBox.tsx';
import { DraftOutcome } from './DraftOutcome.tsx';
import { ListSheet } from './ListSheet.tsx';
import styles from './Waiting.module.css';

export type DraftRow = CallOutput<'draft.list'>[number];

/** Half-done receipts (làm dở) of this machine, one's own first: opened, taken over, thrown away. */
export function DraftsView({ choice, user }: { readonly choice: ReactNode; readonly user: string }): ReactNode {
  const t = useTranslations('drafts');
  const receipt = useTranslations('receipt');
  const go = usePlace((place) => place.go);
  const { data, error } = useDesk('draft.list', {}, ['drafts', 'dossiers']);
  const [current, setCurrent] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ readonly what: 'takeOver' | 'discard'; readonly row: DraftRow } | null>(null);
  const mine = (data ?? []).filter((row) => row.owner === user);
  const others = (data ?? []).filter((row) => row.owner !== user);
  const rows = [...mine, ...others];
  const chosen = rows.find((row) => row.id === current) ?? rows[0] ?? null;
  const columns = useColumns();
  const open = (row: DraftRow): void => {
    if (row.owner !== user) return setAsked({ what: 'takeOver', row });
    go('receipt');
    void openDraft(user, row.id);
  };
  const take = (row: DraftRow): void => {
    setAsked(null);
    go('receipt');
    void takeOver(user, row.id);
  };
  const groups = [
    { key: 'mine', head: t('mine', { n: mine.length }), rows: mine },
    { key: 'others', head: t('others', { n: others.length }), rows: others },
  ];
  return (
    <DeskFrame
      outcome={
        chosen === null ? null : (
          <DraftOutcome
            row={chosen}
            own={chosen.owner === user}
            onOpen={() => open(chosen)}
            onDiscard={() => setAsked({ what: 'discard', row: chosen })}
          />
        )
      }
    >
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
        onOpen={open}
      />
      {asked?.what === 'takeOver' && (
        <QuestionBox
          title={receipt('takeOverTitle', { name: asked.row.ownerName })}
          rule={receipt('takeOverRule', { name: asked.row.ownerName })}
          safe={{ label: receipt('takeOverSafe'), onPress: () => setAsked(null) }}
          act={{ label: receipt('takeOverAct'), onPress: () => take(asked.row) }}
        />
      )}
      {asked?.what === 'discard' && <DiscardBox row={asked.row} onClose={() => setAsked(null)} />}
    </DeskFrame>
  );
}

function useColumns(): Column<DraftRow>[] {
  const t = useTranslations('drafts');
  const channels = useTranslations('toCheck');
  const now = useNow();
  return [
    {
      key: 'saved',
      head: t('saved'),
      className: styles.age,
      cell: (row) => {
        const { unit, n } = ageOf(row.savedAt, now);
        return (
          <>
            <span className={styles.first}>{since(row.savedAt, now)}</span>
            <span className={styles.second}>{t(`age.${unit}`, { n })}</span>
          </>
        );
      },
    },
    {
      key: 'who',
      head: t('who'),
      cell: (row) => (
        <>
          <span className={styles.first}>
            <span className={styles.name}>{row.title.trim() === '' ? t('unnamed') : row.title}</span>
          </span>
          <span className={styles.second}>
            {row.procedureName === '' ? t('noProcedure') : row.procedureName}
            {row.channel === 'DIRECT' ? '' : `, ${channels(`channel.${row.channel}`).toLowerCase()}`}
          </span>
        </>
      ),
    },
    { key: 'owner', head: t('owner'), className: styles.owner, cell: (row) => row.ownerName },
  ];
}
