import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { clock, dayNumber, sentenceDay } from '../ui/format.ts';
import { Field } from '../ui/Field.tsx';
import { PaperMark } from '../ui/PaperMark.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import type { OutDetail } from './BatchRows.tsx';
import styles from './Handover.module.css';

/** The contract asks for as many letters. */
const SHORTEST_REASON = 3;
/** More would push the figure out of view; the list beside names them all. */
const NAMED = 6;

export interface OutPanelProps {
  readonly detail: OutDetail;
  readonly scan: ReactNode;
  readonly problem: ReactNode;
  readonly chosen: string | null;
  readonly onDrop: (dossierId: string) => void;
  readonly onClose: (shortBecause: string) => void;
  readonly onElsewhere: () => void;
}

/** The batch that leaves: how much of it is scanned, what is still to be found, closing it. */
export function OutPanel({ detail, scan, problem, chosen, onDrop, onClose, onElsewhere }: OutPanelProps): ReactNode {
  const t = useTranslations('handover');
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const scanned = detail.rows.filter((row) => row.scannedAt !== null);
  const left = detail.rows.filter((row) => row.scannedAt === null);
  const must = left.filter((row) => row.mustGo).length;
  const missing = scanned.length === 0 ? t('closeNothing') : must > 0 ? t('closeLeft', { n: must }) : null;
  const row = scanned.find((each) => each.dossierId === chosen);
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const leave = (): void => {
    setAsking(false);
    setReason('');
  };
  return (
    <>
      <Outcome
        action={
          <Button kind="main" wide action="main" missing={missing} onPress={() => onClose('')}>
            {t('close')}
          </Button>
        }
        second={
          <>
            {scanned.length > 0 && must > 0 && (
              <Button size="small" wide action="closeShort" onPress={() => setAsking(true)}>
                {t('closeShort')}
              </Button>
            )}
            <Button size="small" wide action="otherPlace" onPress={onElsewhere}>
              {t('otherPlace')}
            </Button>
          </>
        }
      >
        {problem}
        {scan}
        <OutcomePart>
          <p className={styles.figure}>
            {t.rich('count', { scanned: scanned.length, all: detail.rows.length, b: (words) => <b>{words}</b> })}{' '}
            {t.rich('countWords', { originals: detail.originals, b: (words) => <b>{words}</b> })}
          </p>
          <Left detail={detail} />
        </OutcomePart>
        {row !== undefined && (
          <OutcomePart label={t('chosen')}>
            <p>
              <b>{dayNumber(row.code)}</b> {row.name}
            </p>
            <div className={styles.buttons}>
              <Button size="small" action="takeOut" onPress={() => onDrop(row.dossierId)}>
                {t('drop')}
              </Button>
            </div>
          </OutcomePart>
        )}
        {left.length > 0 && scanned.length > 0 && <NotScanned rows={left} />}
      </Outcome>
      {asking && (
        <QuestionBox
          title={t('closeShortTitle', { number: detail.number, n: must })}
          rule={t('closeShortRule')}
          safe={{ label: t('closeShortSafe'), onPress: leave }}
          act={{
            label: t('closeShortAct'),
            missing: tooShort ? t('reasonMissing') : null,
            onPress: () => {
              leave();
              onClose(reason.trim());
            },
          }}
        >
          <NotScanned rows={left.filter((each) => each.mustGo)} />
          <Field label={t('reason')} value={reason} onChange={setReason} hint={t('reasonHint')} maxLength={500} first />
        </QuestionBox>
      )}
    </>
  );
}

/** "Còn 42 phút đến hạn bàn giao 17:00". */
function Left({ detail }: { readonly detail: OutDetail }): ReactNode {
  const t = useTranslations('handover');
  const say = useSay();
  const language = useLanguage();
  const { deadline, minutesLeft } = detail;
  if (deadline === null) return null;
  if (deadline.isOver) {
    return (
      <p className={styles.over}>
        {t('over', { deadline: `${clock(deadline.at)} ${sentenceDay(deadline.at.slice(0, 10), language)}` })}
      </p>
    );
  }
  if (minutesLeft === null) return <p className={styles.line}>{`${t('deadline')} ${say(deadline.words)}`}</p>;
  const time =
    minutesLeft < 60
      ? t('leftMinutes', { n: minutesLeft })
      : t('leftHours', { h: Math.floor(minutesLeft / 60), m: minutesLeft % 60 });
  return (
    <p className={styles.line}>
      {t.rich('left', {
        time,
        deadline: clock(deadline.at),
        b: (words) => (minutesLeft < 60 ? <b>{words}</b> : words),
      })}
    </p>
  );
}

export interface LeftRow {
  readonly dossierId: string;
  readonly code: string;
  readonly name: string;
  readonly lastHolder: string;
  readonly since: string | null;
}

/** What is not there, each with who held it last. */
export function NotScanned({ rows, label }: { readonly rows: readonly LeftRow[]; readonly label?: string }): ReactNode {
  const t = useTranslations('handover');
  return (
    <OutcomePart {...(label === undefined ? {} : { label })}>
      {rows.slice(0, NAMED).map((row) => (
        <div key={row.dossierId} className={styles.left}>
          <PaperMark state="unseen" />
          <div>
            <b>
              {dayNumber(row.code)} {row.name}
            </b>
            {row.lastHolder !== '' && (
              <span className={styles.small}>
                {row.since === null
                  ? t('lastHolderPlain', { holder: row.lastHolder })
                  : t('lastHolder', { holder: row.lastHolder, time: clock(row.since) })}
              </span>
            )}
          </div>
        </div>
      ))}
      {rows.length > NAMED && <p className={styles.small}>{t('closeLeft', { n: rows.length })}</p>}
    </OutcomePart>
  );
}
