import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { DeskInList } from '../../contract/desk-report.ts';
import type { Office } from '../../contract/sync.ts';
import { useDesk } from '../app/queries.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { List } from '../ui/List.tsx';
import styles from './AdminLists.module.css';
import { filtered } from './rows.ts';
import type { Part } from './use-parts.tsx';

interface Shown {
  readonly filter: string;
  readonly office: string;
  readonly every: boolean;
  readonly offices: readonly Office[];
  readonly when: boolean;
}

/** How each desk is (máy trạm), as it said itself with its last look at the feed: the one to look at first on top. */
export function useDesks({ filter, office, every, offices, when }: Shown): Omit<Part, 'add' | 'form'> {
  const query = useDesk('admin.desks', { office: every ? null : office }, ['reference'], { when });
  return {
    count: query.data?.length ?? null,
    problem: query.error,
    retry: () => void query.refetch(),
    list: <DeskList rows={query.data ?? []} filter={filter} offices={offices} />,
  };
}

function DeskList({
  rows,
  filter,
  offices,
}: Pick<Shown, 'filter' | 'offices'> & { readonly rows: readonly DeskInList[] }): ReactNode {
  const t = useTranslations('admin');
  const language = useLanguage();
  const [current, setCurrent] = useState<string | null>(null);
  const place = ({ office, name }: DeskInList): string =>
    `${name} · ${offices.find(({ id }) => id === office)?.shortName ?? office}`;
  const found = filtered(rows, filter, place);
  if (found.length === 0) return <p className={styles.none}>{t(filter === '' ? 'nothing' : 'nothingMatches')}</p>;
  return (
    <List
      label={t('desks')}
      groups={[{ key: 'desks', rows: found }]}
      rowKey={(desk) => desk.device}
      current={current}
      onCurrent={setCurrent}
      tone={(desk) => (desk.troubles.length > 0 ? 'soon' : null)}
      columns={[
        { key: 'name', head: t('deskName'), className: styles.name, cell: (desk) => <b>{place(desk)}</b> },
        {
          key: 'heard',
          head: t('lastContact'),
          className: styles.login,
          cell: ({ lastContact }) => (lastContact === null ? t('never') : moment(lastContact)),
        },
        { key: 'unsent', head: t('unsent'), className: styles.state, cell: (desk) => desk.unsent ?? '' },
        {
          key: 'troubles',
          head: t('state'),
          className: styles.does,
          cell: ({ troubles }) =>
            troubles.length === 0 ? t('well') : troubles.map((words) => words[language]).join(' · '),
        },
      ]}
    />
  );
}

function moment(ms: number): string {
  const local = localDateTime(ms);
  return `${clock(local)} ${dayMonth(local)}`;
}
