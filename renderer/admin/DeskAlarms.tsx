import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Alarm, SettledAlarm } from '../../contract/kept-apart.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { useSay } from '../app/say.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DeskPanel.module.css';
import { moment } from './desk-words.ts';

/** So many of the settled are shown, the newest. */
const SHOWN = 5;
/** So many dossiers of one alarm are named. */
const NAMED = 10;
/** Reasons of which an administrator is told something else to do than whoever stands at the desk. */
const administrators = ['XV-01', 'XV-02', 'XV-06', 'XV-16', 'XV-25'] as const;

export interface DeskAlarmsProps {
  /** Those nobody has settled. */
  readonly alarms: readonly Alarm[];
  readonly settled: readonly SettledAlarm[];
  /** Those of one reason, as they are shown. */
  readonly onSettle: (alarms: readonly Alarm[]) => void;
}

/**
 * What the province was alarmed by in a desk's logs (báo động), reason by reason, and what an administrator does about it;
 * below what was settled, by whom and why. Nothing where there is none.
 */
export function DeskAlarms({ alarms, settled, onSettle }: DeskAlarmsProps): ReactNode {
  const t = useTranslations('admin');
  const say = useSay();
  const what = (reason: string): string => (isProblemCode(reason) ? say(problemText(reason).what) : reason);
  const todo = (reason: string): string => {
    const own = administrators.find((code) => code === reason);
    if (own !== undefined) return t(`alarmsTodo.${own}`);
    return isProblemCode(reason) ? say(problemText(reason).todo) : '';
  };
  const dossiers = (some: readonly Alarm[]): string | null => {
    const codes = [...new Set(some.flatMap(({ dossier }) => dossier ?? []))].toSorted();
    if (codes.length === 0) return null;
    return t('alarmsDossiers', { codes: codes.slice(0, NAMED).join(', '), more: Math.max(0, codes.length - NAMED) });
  };
  const times = (some: readonly Alarm[]): string =>
    t('alarmsTimes', { n: some.length, time: moment(Math.max(...some.map(({ at }) => at))) });
  const open = [...Map.groupBy(alarms, ({ reason }) => reason)];
  // One order may have settled many.
  const byAct = Map.groupBy(settled, ({ settledAt, because, reason }) => `${settledAt} ${reason} ${because}`);
  const acts = [...byAct].flatMap(([key, all]) => all.slice(0, 1).map((one) => ({ key, one, all })));
  return (
    <>
      {open.length > 0 && (
        <OutcomePart label={t('alarms', { n: alarms.length })}>
          <ul className={styles.held}>
            {open.map(([reason, some]) => {
              const names = [...new Set(some.flatMap(({ person }) => person ?? []))];
              const about = dossiers(some);
              return (
                <li key={reason}>
                  <span>
                    {what(reason)} {todo(reason)}
                    <span className={styles.small}>{times(some)}</span>
                    {names.length > 0 && (
                      <span className={styles.small}>{t('alarmsNamed', { names: names.join(', ') })}</span>
                    )}
                    {about !== null && <span className={styles.small}>{about}</span>}
                  </span>
                  <Button size="small" onPress={() => onSettle(some)}>
                    {t('settle')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </OutcomePart>
      )}
      {acts.length > 0 && (
        <OutcomePart label={t('settled', { n: settled.length })}>
          <ul className={styles.troubles}>
            {acts.slice(0, SHOWN).map(({ key, one, all }) => (
              <li key={key}>
                {t('settledBy', { time: moment(one.settledAt), name: one.settledBy, because: one.because })}
                <span className={styles.small}>
                  {what(one.reason)} {times(all)}
                </span>
              </li>
            ))}
          </ul>
          {acts.length > SHOWN && <p className={styles.small}>{t('settledMore', { n: acts.length - SHOWN })}</p>}
        </OutcomePart>
      )}
    </>
  );
}
