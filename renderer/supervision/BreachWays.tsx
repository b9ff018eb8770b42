import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OfficeBoard } from '../../contract/desk/board.ts';
import { useSay } from '../app/say.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { clock } from '../ui/format.ts';
import type { KeyAction } from '../ui/keys.ts';
import { ActRow } from './ActRow.tsx';
import styles from './Board.module.css';

type Way = NonNullable<OfficeBoard['breach']>['ways'][number];

const keys = ['choice2', 'choice3'] as const satisfies readonly KeyAction[];

/** What else helps against the coming breach, each with its key: a colleague asked, a break ended early. */
export function BreachWays({
  board,
  ways,
  onAct,
}: {
  readonly board: OfficeBoard;
  readonly ways: readonly Way[];
  readonly onAct: (way: Way) => void;
}): ReactNode {
  const t = useTranslations('board');
  const words = useWayWords(board);
  if (ways.length === 0) return null;
  return (
    <OutcomePart label={t('ways')}>
      <ul className={styles.ways}>
        {ways.map((way, nth) => (
          <li key={way.counter}>
            <ActRow
              action={keys[nth] ?? 'choice3'}
              title={words(way).title}
              fact={`${words(way).when}, ${t('longestAfter', { n: Math.trunc(way.longestThen / 60) })}`}
              onPress={() => onAct(way)}
            />
          </li>
        ))}
      </ul>
    </OutcomePart>
  );
}

/** A way out in words: what the button says, when it helps, and the sentence beside the coming breach. */
export function useWayWords(board: OfficeBoard): (way: Way) => { title: string; when: string; why: string } {
  const t = useTranslations('board');
  const say = useSay();
  return ({ kind, name: counter, free, until }) => {
    const field = board.breach === null ? '' : say(board.breach.name);
    switch (kind) {
      case 'set':
        return { title: t('waySet', { field, counter }), when: t('now0'), why: t('bestSet', { counter, field }) };
      case 'ask': {
        const when = t('freeIn', { n: Math.max(1, Math.round(free / 60)) });
        return { title: t('wayAsk', { field, counter }), when, why: t('bestAsk', { counter, free: when }) };
      }
      case 'back': {
        const when = until === null ? t('onBreakOpen') : t('onBreak', { time: clock(until) });
        return { title: t('wayBack', { counter }), when, why: t('bestBack', { counter }) };
      }
    }
  };
}
