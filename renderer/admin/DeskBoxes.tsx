import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { epochMs } from '../../domain/calendar/civil-date.ts';
import { parseTypedMoment } from '../../domain/citizen/typed-date.ts';
import type { DeskInList } from '../../contract/desk-report.ts';
import type { Alarm, KeptApart } from '../../contract/kept-apart.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { useSay } from '../app/say.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { useCall } from '../sign-in/use-call.ts';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './DeskPanel.module.css';
import { eventWord, moment, useWhose } from './desk-words.ts';

interface BoxProps {
  readonly place: string;
  readonly onLeave: () => void;
  readonly onDone: (said: string) => void;
}

/** The least a reason says, in letters. */
const SHORTEST = 3;

/** The reason that stays with what is done: its field, and what is still to be said. */
function useBecause(hint: string): {
  readonly because: string;
  readonly missing: string | null;
  readonly field: ReactNode;
} {
  const t = useTranslations('admin');
  const [because, setBecause] = useState('');
  return {
    because,
    missing: because.trim().length < SHORTEST ? t('becauseMissing') : null,
    field: <Field label={t('because')} value={because} onChange={setBecause} maxLength={500} hint={hint} first />,
  };
}

/** Thu hồi máy: the second look, with what follows and the reason that stays with it. */
export function RevokeBox({ desk, place, onLeave, onDone }: BoxProps & { readonly desk: DeskInList }): ReactNode {
  const t = useTranslations('admin');
  const { because, missing, field } = useBecause(t('becauseHint'));
  const [typed, setTyped] = useState('');
  const from = typed.trim() === '' ? null : parseTypedMoment(typed);
  const isUnread = typed.trim() !== '' && from === null;
  const revoke = useCall('admin.revokeDesk');
  const unsent = desk.unsent ?? 0;
  return (
    <QuestionBox
      title={t('revokeTitle', { name: place })}
      rule={
        <ul className={styles.rule}>
          <li>{t('revokeStops')}</li>
          {from === null ? (
            <li>{t('revokeKeeps')}</li>
          ) : (
            <>
              <li>{t('revokeBefore', { time: moment(epochMs(from)) })}</li>
              <li>{t('revokeAfter')}</li>
            </>
          )}
          {unsent > 0 && <li>{t('revokeUnsent', { n: unsent })}</li>}
          <li>{t('revokeNoWayBack')}</li>
        </ul>
      }
      safe={{ label: t('revokeLeave'), onPress: onLeave }}
      act={{
        label: t('revokeAct'),
        missing: missing ?? (isUnread ? t('fromMissing') : null),
        onPress: () =>
          revoke.run(
            { device: desk.device, trusted: null, because, ...(from === null ? {} : { from: epochMs(from) }) },
            ({ takenBeyond }) =>
              onDone(takenBeyond === 0 ? t('revoked', { name: place }) : t('revokedBeyond', { n: takenBeyond })),
          ),
      }}
    >
      {field}
      <Field
        label={t('from')}
        value={typed}
        onChange={setTyped}
        maxLength={30}
        hint={t('fromHint')}
        sentence={isUnread ? t('fromWrong') : null}
      />
      {revoke.problem !== null && <ProblemNotice problem={revoke.problem} />}
    </QuestionBox>
  );
}

/** Cho vào một việc đã giữ riêng: what it is, why it was kept apart, and why it is let in all the same. */
export function LetInBox({ event, place, onLeave, onDone }: BoxProps & { readonly event: KeptApart }): ReactNode {
  const t = useTranslations('admin');
  const say = useSay();
  const { because, missing, field } = useBecause(t('letInHint'));
  const whose = useWhose();
  const letIn = useCall('admin.letIn');
  const kind = t(`eventKinds.${eventWord(event.type)}`);
  return (
    <QuestionBox
      title={t('letInTitle')}
      rule={
        <>
          <p>{t('letInWhat', { kind, place, time: moment(event.receivedAt), dossier: whose(event) })}</p>
          {event.reason !== null && isProblemCode(event.reason) && <p>{say(problemText(event.reason).what)}</p>}
          <p>{t('letInFollows')}</p>
        </>
      }
      safe={{ label: t('letInLeave'), onPress: onLeave }}
      act={{
        label: t('letInAct'),
        missing,
        onPress: () =>
          letIn.run({ eventId: event.eventId, because }, ({ reason }) =>
            onDone(
              reason !== null && isProblemCode(reason)
                ? `${t('letInDone', { kind })} ${say(problemText(reason).what)}`
                : t('letInDone', { kind }),
            ),
          ),
      }}
    >
      {field}
      {letIn.problem !== null && <ProblemNotice problem={letIn.problem} />}
    </QuestionBox>
  );
}

/** Ghi báo động đã xử lý: what it was, what follows, and the word that stays with it. */
export function SettleBox({
  alarms,
  place,
  onLeave,
  onDone,
}: BoxProps & { readonly alarms: readonly Alarm[] }): ReactNode {
  const t = useTranslations('admin');
  const say = useSay();
  const { because, missing, field } = useBecause(t('settleHint'));
  const settle = useCall('admin.settleAlarms');
  const reason = alarms[0]?.reason ?? '';
  return (
    <QuestionBox
      title={t('settleTitle')}
      rule={
        <>
          <p>{t('settleWhat', { n: alarms.length, place })}</p>
          <p>{isProblemCode(reason) ? say(problemText(reason).what) : reason}</p>
          <p>{t('settleFollows')}</p>
        </>
      }
      safe={{ label: t('settleLeave'), onPress: onLeave }}
      act={{
        label: t('settleAct'),
        missing,
        onPress: () =>
          settle.run(
            {
              alarms: alarms.map(({ eventId, log, seq, hash, reason: code, at }) => {
                return { eventId, log, seq, hash, reason: code, at };
              }),
              because,
            },
            ({ settled }) => onDone(settled < alarms.length ? t('settleAgain') : t('settleDone', { n: settled })),
          ),
      }}
    >
      {field}
      {settle.problem !== null && <ProblemNotice problem={settle.problem} />}
    </QuestionBox>
  );
}
