import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskProblem } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Queue.module.css';

/** HC-08: the person holds a live number of this field. Another one is given with a reason (cấp thêm số), or that one printed. */
export function SecondTicket({
  problem,
  reason,
  onReason,
  onPrint,
}: {
  readonly problem: DeskProblem;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** Prints the number they hold; null: it is not in line, so its holder is at a counter. */
  readonly onPrint: (() => void) | null;
}): ReactNode {
  const t = useTranslations('queue');
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const { what, safe } = problem.sentences;
  return (
    <div ref={box} className={styles.second}>
      <Notice
        tone="soon"
        title={say(what)}
        code={problem.code}
        actions={
          onPrint !== null && (
            <Button size="small" onPress={onPrint}>
              {t('giveSecondPrint', { number: problem.params['number'] ?? '' })}
            </Button>
          )
        }
      >
        {say(safe)} {t('giveSecondHint')}
      </Notice>
      <Field label={t('giveSecond')} value={reason} onChange={onReason} maxLength={200} />
    </div>
  );
}
