import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { clock } from '../ui/format.ts';
import styles from './Board.module.css';

type Way = NonNullable<OfficeBoard['breach']>['ways'][number];

/** What helps against the coming breach, the best first: a free counter, a colleague asked, a break ended early. */
export function BreachWays({ board }: { readonly board: OfficeBoard }): ReactNode {
  const t = useTranslations('board');
  const words = useWayWords(board);
  const ways = board.breach?.ways.slice(0, 3) ?? [];
  if (ways.length === 0) return null;
  return (
    <OutcomePart label={t('ways')}>
      <ul className={styles.ways}>
        {ways.map((way) => (
          <li key={way.counter}>
            <span>{words(way).title}</span>
            <span className={styles.quiet}>
              {words(way).when}, {t('then', { n: Math.trunc(way.longestThen / 60) })}
            </span>
          </li>
        ))}
      </ul>
    </OutcomePart>
  );
}

export function useWayWords(board: OfficeBoard): (way: Way) => { title: string; when: string } {
  const t = useTranslations('board');
  const say = useSay();
  return ({ kind, name: counter, free, until }) => {
    const field = board.breach === null ? '' : say(board.breach.name);
    switch (kind) {
      case 'set':
        return { title: t('waySet', { field, counter }), when: t('now0') };
      case 'ask':
        return { title: t('wayAsk', { field, counter }), when: t('freeIn', { n: Math.max(1, Math.round(free / 60)) }) };
      case 'back':
        return {
          title: t('wayBack', { counter }),
          when: until === null ? t('onBreakOpen') : t('onBreak', { time: clock(until) }),
        };
    }
  };
}
