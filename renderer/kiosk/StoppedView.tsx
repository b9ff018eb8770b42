import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { KioskView } from '../../contract/desk/screens.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import type { DeskProblem } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { clock, sentenceDay } from '../ui/format.ts';
import { cx } from '../ui/cx.ts';
import styles from './Kiosk.module.css';
import { heldNumber } from './reading.ts';
import { BackButton } from './PriorityView.tsx';

/** No numbers are given: why, and what to do all the same. */
export function StoppedView({ view }: { readonly view: KioskView }): ReactNode {
  const t = useTranslations('kiosk');
  const language = useLanguage();
  const { opens, hours } = view;
  return (
    <div className={cx(styles.start, styles.done)}>
      <div className={styles.stopped}>
        <p className={styles.name}>{view.state === 'none' ? t('noHallHint') : t('closedHint')}</p>
        {view.state === 'closed' && hours !== '' && <p className={styles.hours}>{hours}</p>}
        {view.state === 'closed' && opens !== null && (
          <p className={styles.name}>
            {t('opens', { time: clock(opens).replace(/^0/, ''), day: sentenceDay(dateOf(opens), language) })}
          </p>
        )}
      </div>
    </div>
  );
}

/** The hall refused this number: what happened, what is safe, what to do. */
export function RefusedView(props: { readonly problem: DeskProblem; readonly onBack: () => void }): ReactNode {
  const t = useTranslations('kiosk');
  const say = useSay();
  const { what, safe, todo } = props.problem.sentences;
  const number = heldNumber(props.problem);
  return (
    <div className={cx(styles.start, styles.done)}>
      <div className={styles.stopped} role="alert">
        {number === null ? (
          <>
            <p className={styles.name}>{say(what)}</p>
            <p className={styles.note}>{say(safe)}</p>
            <p className={styles.note}>{say(todo)}</p>
          </>
        ) : (
          <>
            <p className={styles.name}>
              {t('holdsNumber')} <b>{number}</b>
            </p>
            <p className={styles.note}>{t('holdsNumberHint')}</p>
          </>
        )}
        <p className={styles.hint}>{props.problem.code}</p>
      </div>
      <div className={styles.also}>
        <BackButton onPress={props.onBack} />
      </div>
    </div>
  );
}
