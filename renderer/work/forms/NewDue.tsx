import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../../contract/desk.ts';
import { useSay } from '../../app/say.ts';
import { Field } from '../../ui/Field.tsx';
import { DateField } from '../DateField.tsx';
import styles from './forms.module.css';

export interface DueTyped {
  readonly date: string | null;
  readonly reason: string;
}

/** The date that will be promised, with how it is counted; entered by hand where the rules give none. */
export function NewDue({
  due,
  typed,
  onTyped,
}: {
  readonly due: CallOutput<'processing.get'>['dueAfterWait'];
  readonly typed: DueTyped;
  readonly onTyped: (typed: DueTyped) => void;
}): ReactNode {
  const t = useTranslations('work');
  const say = useSay();
  if (due === null) return null;
  if (due.at !== null) return <p className={styles.due}>{say(due.words)}</p>;
  return (
    <>
      <p className={styles.due}>{say(due.words)}</p>
      <DateField label={t('due.date')} onDate={(date) => onTyped({ ...typed, date })} className={styles.date} />
      <Field
        label={t('due.reason')}
        value={typed.reason}
        onChange={(reason) => onTyped({ ...typed, reason })}
        maxLength={500}
      />
    </>
  );
}

/** What is sent, and whether something is still missing. */
export function enteredDue(
  due: CallOutput<'processing.get'>['dueAfterWait'],
  { date, reason }: DueTyped,
): { readonly entered: { date: string; reason: string } | null; readonly isMissing: boolean } {
  if (due === null || due.at !== null) return { entered: null, isMissing: false };
  if (date === null || reason.trim() === '') return { entered: null, isMissing: true };
  return { entered: { date, reason: reason.trim() }, isMissing: false };
}
