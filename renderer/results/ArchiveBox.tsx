import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { ResultRow } from '../../contract/desk/results.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Field } from '../ui/Field.tsx';
import { dayNumber } from '../ui/format.ts';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Results.module.css';

/** Nobody came in spite of every reminder: the result goes where the rule sends it. The rule is said first. */
export function ArchiveBox({
  row,
  rule,
  onLeave,
  onDone,
}: {
  readonly row: ResultRow;
  readonly rule: NonNullable<CallOutput<'results.list'>['rule']>;
  readonly onLeave: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const t = useTranslations('results');
  const [place, setPlace] = useState(rule.archivePlace);
  const archive = useMutation({
    mutationFn: () => desk('results.archive', { dossierId: row.dossierId, place: place.trim() }),
    onSuccess: onDone,
  });
  return (
    <QuestionBox
      title={t('archiveTitle', { number: dayNumber(row.code) })}
      rule={
        <>
          <p>{t('archiveRule', { n: row.reminded, days: rule.archiveAfter })}</p>
          {!rule.certain && <p className={styles.aside}>{rule.basis}</p>}
        </>
      }
      safe={{ label: t('archiveSafe'), onPress: onLeave }}
      act={{
        label: t('archiveAct'),
        missing: place.trim() === '' ? t('shelvePlaceMissing') : null,
        onPress: () => {
          if (!archive.isPending) archive.mutate();
        },
      }}
    >
      <div className={styles.fields}>
        <Field label={t('archivePlace')} value={place} onChange={setPlace} maxLength={120} first />
        {archive.error !== null && <ProblemNotice problem={problemOf(archive.error)} />}
      </div>
    </QuestionBox>
  );
}
