import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskInList } from '../../contract/desk-report.ts';
import type { Alarm, KeptApart, SettledAlarm } from '../../contract/kept-apart.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { useKey } from '../ui/keyboard.tsx';
import styles from './DeskPanel.module.css';
import { DeskAlarms } from './DeskAlarms.tsx';
import { LetInBox, RevokeBox, SettleBox } from './DeskBoxes.tsx';
import { moment, useClockWords } from './desk-words.ts';
import { goToList } from './FormPanel.tsx';
import { HeldList } from './HeldList.tsx';

export interface DeskPanelProps {
  readonly desk: DeskInList;
  /** "Quầy 3, phường Sa Đéc (SĐ-Q3)" */
  readonly place: string;
  /** What is kept apart of it. */
  readonly held: readonly KeptApart[];
  /** What the province was alarmed by in its logs and nobody has settled, and what somebody has. */
  readonly alarms: readonly Alarm[];
  readonly settled: readonly SettledAlarm[];
  /** What is told of the last thing done here. */
  readonly done: string | null;
  readonly onDone: (said: string) => void;
}

/** Which question stands over the panel. */
type Asked =
  | { readonly kind: 'revoke' }
  | { readonly kind: 'letIn'; readonly event: KeptApart }
  | { readonly kind: 'settle'; readonly alarms: readonly Alarm[] };

/** One desk: how it is, what is kept apart of it, and what an administrator does about either. */
export function DeskPanel({ desk, place, held, alarms, settled, done, onDone }: DeskPanelProps): ReactNode {
  const t = useTranslations('admin');
  const say = useSay();
  const clockWords = useClockWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  useKey('back', goToList);
  const leave = (): void => setAsked(null);
  const finish = (said: string): void => {
    setAsked(null);
    onDone(said);
  };
  const facts = [
    { label: t('lastContact'), value: desk.lastContact === null ? t('never') : moment(desk.lastContact) },
    { label: t('release'), value: desk.release ?? t('notKnown') },
    { label: t('unsent'), value: desk.unsent === null ? t('notKnown') : t('events', { n: desk.unsent }) },
    { label: t('clockOff'), value: clockWords(desk.clock) },
    ...(desk.revokedAt === null ? [] : [{ label: t('revokedAt'), value: moment(desk.revokedAt) }]),
    ...(desk.revokedBecause === null ? [] : [{ label: t('revokedBecause'), value: desk.revokedBecause }]),
  ];
  return (
    <Outcome
      action={
        <>
          <p role="status" className={styles.done}>
            {done}
          </p>
          <Button
            action="main"
            wide
            missing={desk.revokedAt === null ? null : t('revokedBefore')}
            onPress={() => setAsked({ kind: 'revoke' })}
          >
            {t('revoke')}
          </Button>
        </>
      }
    >
      <h2 className={styles.title}>{place}</h2>
      <div data-form="">
        <Facts facts={facts} />
        {desk.troubles.length > 0 && (
          <OutcomePart label={t('troubles')}>
            <ul className={styles.troubles}>
              {desk.troubles.map((words) => (
                <li key={words.vi}>{say(words)}</li>
              ))}
            </ul>
          </OutcomePart>
        )}
        <DeskAlarms alarms={alarms} settled={settled} onSettle={(some) => setAsked({ kind: 'settle', alarms: some })} />
        <OutcomePart label={t('held', { n: held.length })}>
          <HeldList key={desk.device} held={held} onLetIn={(event) => setAsked({ kind: 'letIn', event })} />
        </OutcomePart>
      </div>
      {asked?.kind === 'revoke' && <RevokeBox desk={desk} place={place} onLeave={leave} onDone={finish} />}
      {asked?.kind === 'letIn' && <LetInBox event={asked.event} place={place} onLeave={leave} onDone={finish} />}
      {asked?.kind === 'settle' && <SettleBox alarms={asked.alarms} place={place} onLeave={leave} onDone={finish} />}
    </Outcome>
  );
}
