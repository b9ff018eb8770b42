import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { KioskView } from '../../contract/desk/screens.ts';
import { useSay } from '../app/say.ts';
import styles from './Kiosk.module.css';
import { KioskIcon } from './KioskIcon.tsx';
import type { KioskAct } from './state.ts';

/** The classes that go first (diện ưu tiên); whether somebody is of one is seen at the counter. */
export function PriorityView(props: {
  readonly priorities: KioskView['priorities'];
  readonly act: (act: KioskAct) => void;
}): ReactNode {
  const t = useTranslations('kiosk');
  const say = useSay();
  return (
    <div className={styles.start}>
      <ul className={styles.rows} aria-label={t('priority')}>
        {props.priorities.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={styles.row} onClick={() => props.act({ kind: 'priority', id })}>
              <span className={styles.letter}>
                <KioskIcon name="diamond" />
              </span>
              <span className={styles.name}>{say(name)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.also}>
        <p className={styles.note}>{t('priorityNote')}</p>
        <BackButton onPress={() => props.act({ kind: 'open', step: 'start' })} />
      </div>
    </div>
  );
}

export function BackButton({ onPress }: { readonly onPress: () => void }): ReactNode {
  const t = useTranslations('kiosk');
  return (
    <button type="button" className={styles.second} onClick={onPress}>
      <KioskIcon name="left" />
      <span>{t('back')}</span>
    </button>
  );
}
