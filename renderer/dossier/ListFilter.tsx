import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { workGroups, type WorkGroup } from '../../domain/dossier/work-list.ts';
import { dossierStates, stateFacts } from '../../domain/dossier/states.ts';
import type { DeskProblem } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { DueMark, type DueState } from '../ui/DueMark.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './DossierList.module.css';
import type { DossierRow } from './due.ts';
import { recent, type ListChoice } from './list-choice.ts';

type Choices = Pick<CallOutput<'dossier.list'>, 'groups' | 'fields' | 'units' | 'officers'>;

const marks: Readonly<Record<WorkGroup, DueState>> = {
  soon: 'soon',
  overdue: 'overdue',
  inTime: 'inTime',
  ready: 'done',
  paused: 'paused',
  noDate: 'inTime',
};

export interface Listed {
  readonly data: readonly DossierRow[] | undefined;
  readonly error: DeskProblem | null;
  /** Null where the list is the newest, which stands by day. */
  readonly groups:
    | readonly { readonly key: string; readonly head: ReactNode; readonly rows: readonly DossierRow[] }[]
    | null;
  readonly choices: Choices | null;
  readonly total: number;
}

/** The rows of the choice, in their groups. */
export function useListed(choice: ListChoice, limit: number): Listed {
  const t = useTranslations('lists');
  const { which, ...filter } = choice;
  const isRecent = which === 'recent';
  const newest = useDesk('dossier.recent', { limit: Math.min(limit, 200) }, ['dossiers', 'status'], { when: isRecent });
  const listed = useDesk(
    'dossier.list',
    { ...filter, which: isRecent ? 'open' : which, limit },
    ['dossiers', 'status'],
    {
      when: !isRecent,
    },
  );
  if (isRecent) {
    const { data, error } = newest;
    return { data, error, groups: null, choices: null, total: data?.length ?? 0 };
  }
  const { data, error } = listed;
  const groups = new Map<WorkGroup, DossierRow[]>();
  for (const row of data?.rows ?? []) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return {
    data: data?.rows,
    error,
    groups: [...groups].map(([group, rows]) => ({
      key: group,
      head: <DueMark state={marks[group]}>{t('groupCount', { group: t(`group.${group}`), n: rows.length })}</DueMark>,
      rows,
    })),
    choices: data ?? null,
    total: data?.total ?? 0,
  };
}

/** No field, unit or group has this for a name. */
const EVERY = '*';

/** Over the list: which one, and what of it. */
export function ListFilter({
  choice,
  choices,
  total,
  onChoice,
}: {
  readonly choice: ListChoice;
  readonly choices: Choices | null;
  readonly total: number;
  readonly onChoice: (choice: ListChoice) => void;
}): ReactNode {
  const t = useTranslations('lists');
  const say = useSay();
  const set = (part: Partial<ListChoice>): void => onChoice({ ...choice, ...part });
  const options = (all: string, of: Choices['fields'], chosen: string | null, label = (name: string) => name) => [
    { value: EVERY, label: all },
    // What is chosen stays in the list, though nothing fits it any more.
    ...(chosen === null || of.some((each) => each.value === chosen) ? [] : [{ value: chosen, label: label(chosen) }]),
    ...of.map((each) => ({ value: each.value, label: t('choice', { name: label(each.label), n: each.count }) })),
  ];
  const picked = (value: string): string | null => (value === EVERY ? null : value);
  return (
    <div className={styles.choices}>
      <Select
        label={t('which')}
        value={choice.which}
        options={[
          { value: 'recent', label: t('recent') },
          { value: 'open', label: t('open') },
          ...dossierStates.map((state) => ({ value: state, label: say(stateFacts[state].name) })),
        ]}
        onChange={(which) => onChoice({ ...recent, which })}
      />
      {choices !== null && (
        <>
          <Select
            label={t('due')}
            className={styles.choice}
            value={choice.group ?? EVERY}
            options={options(t('everyDue'), choices.groups, choice.group, (name) => t(`group.${groupOf(name)}`))}
            onChange={(value) => set({ group: value === EVERY ? null : groupOf(value) })}
          />
          <Select
            label={t('field')}
            className={styles.choice}
            value={choice.field ?? EVERY}
            options={options(t('everyField'), choices.fields, choice.field)}
            onChange={(value) => set({ field: picked(value) })}
          />
          <Select
            label={t('unit')}
            className={styles.choice}
            value={choice.unit ?? EVERY}
            options={options(t('everyUnit'), choices.units, choice.unit)}
            onChange={(value) => set({ unit: picked(value) })}
          />
          <Select
            label={t('officer')}
            className={styles.choice}
            value={choice.officer ?? EVERY}
            options={options(t('everyOfficer'), choices.officers, choice.officer, (name) =>
              name === '' ? t('nobody') : name,
            )}
            onChange={(value) => set({ officer: picked(value) })}
          />
          <span className={styles.total} role="status">
            {t('total', { n: total })}
          </span>
        </>
      )}
    </div>
  );
}

function groupOf(value: string): WorkGroup {
  return workGroups.find((group) => group === value) ?? 'noDate';
}
