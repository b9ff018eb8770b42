import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { WorkList } from '../../domain/processing/lists.ts';
import { useDesk } from '../app/queries.ts';
import { usePlace } from '../stores/place.ts';
import { useWork } from '../stores/work.ts';
import { DayTicks } from '../ui/DayTicks.tsx';
import { cx } from '../ui/cx.ts';
import type { DayTick } from '../ui/day-groups.ts';
import { useKey } from '../ui/keyboard.tsx';
import { keyShortcut, type KeyAction } from '../ui/keys.ts';
import styles from './WorkRail.module.css';

const mine = ['working', 'supplement', 'financial', 'opinion', 'doneToday'] as const satisfies readonly WorkList[];
const ofUnit = ['unassigned', 'unit', 'notHandedOver'] as const satisfies readonly WorkList[];
const keys: Readonly<Partial<Record<WorkList, KeyAction>>> = {
  working: 'part1',
  supplement: 'part2',
  financial: 'part3',
  opinion: 'part4',
  doneToday: 'part5',
  unassigned: 'part6',
  unit: 'part7',
};

/** The unit's rail: one's own lists, the whole unit's, and how the day strips are read. */
export function WorkRail(): ReactNode {
  const t = useTranslations('work');
  const list = useWork((state) => state.list);
  const { data } = useDesk('processing.list', { list }, ['dossiers'], { every: 60_000 });
  return (
    <div className={styles.rail}>
      <div className={styles.lists}>
        <Group head={t('mine')} keysWord="Ctrl 1–5">
          {mine.map((name, index) => (
            <Item key={name} list={name} n={index + 1} count={data?.counts[name]} />
          ))}
        </Group>
        <Group head={t('ofUnit')} keysWord="Ctrl 6–7">
          {ofUnit.map((name, index) => (
            <Item key={name} list={name} n={index + mine.length + 1} count={data?.counts[name]} />
          ))}
        </Group>
      </div>
      <Legend />
    </div>
  );
}

function Group({
  head,
  keysWord,
  children,
}: {
  readonly head: string;
  readonly keysWord: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.group} aria-label={head}>
      <div className={styles.head}>
        <h2 className={styles.headWord}>{head}</h2>
        <kbd className={styles.keys} data-keycap="" aria-hidden="true">
          {keysWord}
        </kbd>
      </div>
      <ul>{children}</ul>
    </section>
  );
}

function Item({
  list,
  n,
  count,
}: {
  readonly list: WorkList;
  readonly n: number;
  readonly count: number | undefined;
}): ReactNode {
  const t = useTranslations('work');
  const { show } = useWork();
  const shown = useWork((state) => state.list);
  const { workspace, go } = usePlace();
  const isCurrent = workspace === 'work' && list === shown;
  const action = keys[list];
  const press = (): void => {
    show(list);
    go('work');
  };
  useKey(action, press, { name: t(`list.${list}`) });
  return (
    <li>
      <button
        type="button"
        className={cx(styles.item, isCurrent && styles.current)}
        aria-current={isCurrent ? 'true' : undefined}
        aria-keyshortcuts={action === undefined ? undefined : keyShortcut(action)}
        onClick={press}
      >
        <span className={styles.n}>{action === undefined ? '' : n}</span>
        <span className={styles.name}>{t(`list.${list}`)}</span>
        <span className={styles.count}>{count ?? ''}</span>
      </button>
    </li>
  );
}

const legend: readonly (readonly [word: 'past' | 'left' | 'paused' | 'over', ticks: readonly DayTick[]])[] = [
  ['past', ['past', 'past']],
  ['left', ['left', 'left']],
  ['paused', ['paused', 'paused']],
  ['over', ['past', 'over']],
];

/** How the day strips of the list are read. */
function Legend(): ReactNode {
  const t = useTranslations('work');
  return (
    <div className={styles.legend}>
      <h2 className={styles.headWord}>{t('legend')}</h2>
      <ul>
        {legend.map(([word, ticks]) => (
          <li key={word} className={styles.sign}>
            <DayTicks ticks={ticks} />
            <span>{t(`tick.${word}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
