import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DayPage } from '../../contract/desk/money.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import { clock, plainDate, sentenceDay, titleDay } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Books.module.css';
import { PrintButton } from './PrintButton.tsx';

/** The contract asks for as many letters. */
const SHORTEST_REASON = 3;

/** Closed or not, by whom; and the one thing to do about it. */
export function DayOutcome({ page }: { readonly page: DayPage }): ReactNode {
  const t = useTranslations('books');
  const language = useLanguage();
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  const { date, closed } = page;
  const close = useMutation({
    mutationFn: async () => {
      await desk('day.close', { date, note });
      return desk('day.print', { date });
    },
    onSuccess: () => setNote(''),
  });
  const printing = (
    <PrintButton
      label={t('printDay')}
      name={`phieu-chot-ngay-${date}.pdf`}
      before={close.data}
      make={() => desk('day.print', { date })}
    />
  );
  return (
    <Outcome
      action={
        <>
          {close.isError && <ProblemNotice problem={problemOf(close.error)} className={styles.problem} />}
          {closed === null ? (
            <>
              <div className={styles.note}>
                <Field label={t('note')} value={note} onChange={setNote} maxLength={500} />
              </div>
              <Button
                kind="main"
                wide
                action="main"
                onPress={() => {
                  if (!close.isPending) close.mutate();
                }}
              >
                {t('closeDay')}
              </Button>
            </>
          ) : (
            <Button size="large" wide action="edit" onPress={() => setAsking(true)}>
              {t('reopen')}
            </Button>
          )}
        </>
      }
      second={closed === null ? undefined : printing}
    >
      <OutcomeFigure
        label={titleDay(date, language)}
        figure={closed === null ? t('dayOpen') : t('dayClosed', { time: clock(closed.at) })}
      >
        {closed === null ? undefined : t('dayBy', { by: closed.by, day: plainDate(closed.at.slice(0, 10)) })}
      </OutcomeFigure>
      {page.changedSince && <p className={styles.changed}>{t('dayChanged')}</p>}
      <Facts
        facts={[
          { label: t('received'), value: t('receivedCount', { n: page.received }) },
          { label: t('unsent'), value: t('receivedCount', { n: page.unsent.dossiers.length }) },
          { label: t('notHandedOver'), value: t('receivedCount', { n: page.notHandedOver.length }) },
          { label: t('notPrinted'), value: t('receivedCount', { n: page.notPrinted.length }) },
          ...(closed === null || closed.note === '' ? [] : [{ label: t('note'), value: closed.note }]),
        ]}
      />
      {page.reopenings.length > 0 && (
        <OutcomePart label={t('closings')}>
          {page.closings.map((each) => (
            <p key={`c${each.at}`} className={styles.small}>
              {t('closedOnce', { time: clock(each.at), by: each.by })}
            </p>
          ))}
          {page.reopenings.map((each) => (
            <p key={`r${each.at}`} className={styles.small}>
              {t('reopened', { time: clock(each.at), by: each.by, why: each.note })}
            </p>
          ))}
        </OutcomePart>
      )}
      {asking && <Reopen date={date} onClose={() => setAsking(false)} />}
    </Outcome>
  );
}

function Reopen({ date, onClose }: { readonly date: string; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('books');
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const reopen = useMutation({
    mutationFn: () => desk('day.reopen', { date, reason: reason.trim() }),
    onSuccess: onClose,
  });
  return (
    <QuestionBox
      title={t('reopenTitle', { day: sentenceDay(date, language) })}
      rule={t('reopenRule')}
      safe={{ label: t('reopenSafe'), onPress: onClose }}
      act={{
        label: t('reopenAct'),
        missing: reason.trim().length < SHORTEST_REASON ? t('reasonMissing') : null,
        onPress: () => {
          if (!reopen.isPending) reopen.mutate();
        },
      }}
    >
      <Field label={t('reason')} value={reason} onChange={setReason} maxLength={500} first />
      {reopen.isError && <ProblemNotice problem={problemOf(reopen.error)} />}
    </QuestionBox>
  );
}
