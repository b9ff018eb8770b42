import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';
import type { OpenTickets } from './look.ts';
import styles from './Board.module.css';

/** Those who wait by priority class (diện ưu tiên); each opens its tickets. Nobody waits with one: nothing to tell apart. */
export function ClassLine({
  board,
  onTickets,
}: {
  readonly board: OfficeBoard;
  readonly onTickets: OpenTickets;
}): ReactNode {
  const t = useTranslations('board');
  const say = useSay();
  if (!board.classes.some(({ id }) => id !== null)) return null;
  return (
    <div className={styles.classes} role="group" aria-label={t('classes')}>
      <span>{t('classes')}</span>
      {board.classes.map(({ id, name, waiting }) => (
        <button
          key={id ?? ''}
          type="button"
          className={styles.class}
          onClick={() => onTickets({ which: 'waiting', priority: id ?? '' })}
        >
          {id !== null && (
            <svg className={styles.inlineMark} viewBox="0 0 12 12" aria-hidden="true">
              <path d="M6 0 12 6 6 12 0 6z" className={styles.dot} />
            </svg>
          )}
          <b>{waiting}</b> {name === null ? t('ordinary') : say(name)}
        </button>
      ))}
    </div>
  );
}
