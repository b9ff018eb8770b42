import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskInList } from '../../contract/desk-report.ts';
import type { Office } from '../../contract/sync.ts';
import { useDesk } from '../app/queries.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { List } from '../ui/List.tsx';
import styles from './AdminLists.module.css';
import { moment } from './desk-words.ts';
import { DeskPanel } from './DeskPanel.tsx';
import { filtered } from './rows.ts';
import type { Part } from './use-parts.tsx';

/** Nobody tells this desk how the others are: the list is asked anew while it is looked at, ms. */
const EVERY_MS = 8_000;

interface Shown {
  readonly filter: string;
  readonly office: string;
  readonly every: boolean;
  readonly offices: readonly Office[];
  readonly when: boolean;
}

/**
 * How each desk is (máy trạm), as it said itself with its last look at the feed: the one to look at first on top, revoked
 * ones last; the chosen one on the right, with what is kept apart of it.
 */
export function useDesks({ filter, office, every, offices, when }: Shown): Part {
  const t = useTranslations('admin');
  const asked = { office: every ? null : office };
  const query = useDesk('admin.desks', asked, ['reference'], { when, every: EVERY_MS });
  const apart = useDesk('admin.keptApart', asked, ['reference'], { when, every: EVERY_MS });
  const alarms = useDesk('admin.alarms', asked, ['reference'], { when, every: EVERY_MS });
  const settled = useDesk('admin.settledAlarms', asked, ['reference'], { when, every: EVERY_MS });
  const [current, setCurrent] = useState<string | null>(null);
  const [done, setDone] = useState<{ readonly device: string; readonly said: string } | null>(null);
  const rows = query.data ?? [];
  const held = apart.data ?? [];
  // A server of the release before does not know the way: then there is none to show, and the rest is shown all the same.
  const raised = alarms.data ?? [];
  const desk = rows.find(({ device }) => device === current) ?? null;
  // Machines are often named alike: the counter tells them apart.
  const counters = useDesk('admin.counters', { office }, ['reference'], { when: when && !every }).data ?? [];
  const place = ({ office: id, counter, name }: DeskInList): string => {
    const at = counters.find((one) => one.id === counter)?.name ?? counter;
    return `${at}, ${offices.find((one) => one.id === id)?.shortName ?? id} (${name})`;
  };
  return {
    count: query.data?.length ?? null,
    problem: query.error ?? apart.error,
    retry: () => {
      for (const list of [query, apart, alarms, settled]) void list.refetch();
    },
    add: () => undefined,
    list: (
      <DeskList
        rows={filtered(rows, filter, place)}
        place={place}
        held={(device) => held.filter((event) => event.device === device).length}
        alarms={(device) => raised.filter((alarm) => alarm.device === device).length}
        none={t(filter === '' ? 'nothing' : 'nothingMatches')}
        current={current}
        onCurrent={setCurrent}
      />
    ),
    form:
      desk === null ? null : (
        <DeskPanel
          key={desk.device}
          desk={desk}
          place={place(desk)}
          held={held.filter(({ device }) => device === desk.device)}
          alarms={raised.filter(({ device }) => device === desk.device)}
          settled={(settled.data ?? []).filter(({ device }) => device === desk.device)}
          done={done?.device === desk.device ? done.said : null}
          onDone={(said) => {
            setDone({ device: desk.device, said });
            for (const list of [query, apart, alarms, settled]) void list.refetch();
          }}
        />
      ),
  };
}

interface DeskListProps {
  readonly rows: readonly DeskInList[];
  readonly place: (desk: DeskInList) => string;
  /** How many events of it are kept apart. */
  readonly held: (device: string) => number;
  /** How many alarms of its logs nobody has settled. */
  readonly alarms: (device: string) => number;
  readonly none: string;
  readonly current: string | null;
  readonly onCurrent: (device: string) => void;
}

function DeskList({ rows, place, held, alarms, none, current, onCurrent }: DeskListProps): ReactNode {
  const t = useTranslations('admin');
  const language = useLanguage();
  if (rows.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <List
      label={t('desks')}
      groups={[{ key: 'desks', rows }]}
      rowKey={(desk) => desk.device}
      current={current}
      onCurrent={onCurrent}
      onOpen={(desk) => {
        onCurrent(desk.device);
        // The panel is there after this press is dealt with.
        requestAnimationFrame(goToDesk);
      }}
      tone={(desk) => (desk.troubles.length > 0 || held(desk.device) > 0 || alarms(desk.device) > 0 ? 'soon' : null)}
      columns={[
        { key: 'name', head: t('deskName'), className: styles.name, cell: (desk) => <b>{place(desk)}</b> },
        {
          key: 'heard',
          head: t('lastContact'),
          className: styles.login,
          cell: ({ lastContact }) => (lastContact === null ? t('never') : moment(lastContact)),
        },
        { key: 'release', head: t('release'), className: styles.state, cell: (desk) => desk.release ?? '' },
        { key: 'unsent', head: t('unsent'), className: styles.state, cell: (desk) => desk.unsent ?? '' },
        {
          key: 'troubles',
          head: t('state'),
          className: styles.does,
          cell: ({ device, revokedAt, troubles }) => {
            const n = held(device);
            const said = [
              ...(revokedAt === null ? [] : [t('revokedState')]),
              ...(alarms(device) === 0 ? [] : [t('alarmsState', { n: alarms(device) })]),
              ...(n === 0 ? [] : [t('heldState', { n })]),
              ...troubles.map((words) => words[language]),
            ];
            return said.length === 0 ? t('well') : said.join(' · ');
          },
        },
      ]}
    />
  );
}

/** Enter leads to what can be done: the first button of the panel. */
function goToDesk(): void {
  const held = document.querySelector<HTMLElement>('[data-form] button');
  (held ?? document.querySelector<HTMLElement>('[data-region="outcome"] button'))?.focus();
}
