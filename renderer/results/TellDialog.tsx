import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultPage, ResultRow } from '../../contract/desk/results.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import styles from './Results.module.css';

type Way = 'message' | 'phone' | 'letter' | 'counter';

/** Tells the citizen by message, or writes down how they were told by voice or letter. */
export function TellDialog({
  row,
  onLeave,
  onDone,
}: {
  readonly row: ResultRow;
  readonly onLeave: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const t = useTranslations('results');
  const page = useDesk('results.get', { dossierId: row.dossierId }, ['dossiers']).data;
  const [way, setWay] = useState<Way>(row.canMessage ? 'message' : 'phone');
  const [text, setText] = useState('');
  const about =
    row.isDue && row.next.kind === 'reminder' ? 'reminder' : row.told === null ? 'result-ready' : 'call-back';
  const tell = useMutation({
    mutationFn: () => desk('results.tell', { dossierId: row.dossierId, about, way, text: text.trim() }),
    onSuccess: onDone,
  });
  const isMessage = way === 'message';
  const phones = [page?.applicant?.phone ?? '', page?.submitter?.person.phone ?? ''].filter((phone) => phone !== '');
  return (
    <QuestionBox
      title={t('tellTitle')}
      rule={row.canMessage ? t(`about.${about}`) : t('tellNoPhone')}
      safe={{ label: t('leave'), onPress: onLeave }}
      act={{
        label: isMessage ? t('tellSend') : t('tellWrite'),
        missing: isMessage || text.trim() !== '' ? null : t('tellTextMissing'),
        onPress: () => {
          if (!tell.isPending) tell.mutate();
        },
      }}
    >
      <div className={styles.fields}>
        <RadioRow
          label={t('tellWay')}
          value={way}
          first
          options={[
            ...(row.canMessage ? [{ value: 'message' as const, label: t('way.message') }] : []),
            { value: 'phone', label: t('way.phone') },
            { value: 'letter', label: t('way.letter') },
            { value: 'counter', label: t('way.counter') },
          ]}
          onChange={setWay}
        />
        {phones.length > 0 && <Facts facts={[{ label: t('tellPhone'), value: phones.join(', ') }]} />}
        {isMessage ? (
          page !== undefined && (
            <>
              <p className={styles.caption}>{t('tellMessage')}</p>
              <p className={styles.message}>{textOf(page, about)}</p>
            </>
          )
        ) : (
          <Field
            label={t('tellText')}
            value={text}
            onChange={setText}
            lines={2}
            maxLength={1000}
            hint={t('tellTextHint')}
          />
        )}
        {tell.error !== null && <ProblemNotice problem={problemOf(tell.error)} />}
      </div>
    </QuestionBox>
  );
}

function textOf({ texts }: ResultPage, about: 'result-ready' | 'reminder' | 'call-back'): string {
  switch (about) {
    case 'result-ready':
      return texts.ready;
    case 'reminder':
      return texts.reminder ?? '';
    case 'call-back':
      return texts.callBack;
  }
}
