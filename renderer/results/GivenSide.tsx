import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import { clock, dayNumber } from '../ui/format.ts';
import styles from './Results.module.css';

/** What was handed out last. */
export interface Given {
  readonly kind: 'result' | 'papers-back' | 'post';
  readonly code: string;
  readonly procedure: string;
  /** Who took it; the number of the item by post. */
  readonly to: string;
  readonly signature: 'paper' | 'screen' | 'post';
  readonly at: string;
}

/** After it was handed out: what was done, what to ask for, the next person. */
export function GivenSide({ given, onNext }: { readonly given: Given; readonly onNext: () => void }): ReactNode {
  const t = useTranslations('results');
  const title = { result: t('given'), 'papers-back': t('givenPapers'), post: t('givenPost') }[given.kind];
  return (
    <Outcome
      action={
        <Button kind="main" wide action="main" first onPress={onNext}>
          {t('nextPerson')}
        </Button>
      }
    >
      <div role="status">
        <OutcomeFigure label={title} figure={dayNumber(given.code)}>
          {given.code}
        </OutcomeFigure>
        <OutcomePart>
          <p className={styles.strong}>{t('givenTo', { name: given.to, time: clock(given.at) })}</p>
          <p className={styles.plain}>{given.procedure}</p>
          {given.signature === 'paper' && <p className={styles.aside}>{t('givenSign')}</p>}
          {given.signature === 'screen' && <p className={styles.aside}>{t('givenDrawn')}</p>}
        </OutcomePart>
      </div>
    </Outcome>
  );
}
