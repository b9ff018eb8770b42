import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Queue } from '../../contract/desk/queue.ts';
import { Button } from '../ui/Button.tsx';
import { clock } from '../ui/format.ts';
import { act } from './acts.ts';
import styles from './Queue.module.css';

/** A supervisor asks this counter to receive (mời vào quầy): one press opens it with the series it had. */
export function ComeAsked({ queue, onOpen }: { readonly queue: Queue; readonly onOpen: () => void }): ReactNode {
  const t = useTranslations('queue');
  const series = queue.counter?.series ?? [];
  return (
    <div className={styles.come} role="status">
      <p>{t('comeAsked', { time: clock(queue.comeAsked ?? '') })}</p>
      <Button
        size="small"
        onPress={() => {
          // Not opened today: which series is for the officer to say.
          if (series.length === 0) onOpen();
          else void act({ kind: 'openCounter', series: [...series] });
        }}
      >
        {queue.counter === null ? t('openAct') : t('openAgain')}
      </Button>
    </div>
  );
}
