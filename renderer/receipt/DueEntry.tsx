import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { parseTypedDate } from '../../domain/citizen/typed-date.ts';
import type { Bilingual } from '../../domain/text.ts';
import { useSay } from '../app/say.ts';
import { Field } from '../ui/Field.tsx';
import { writtenDate } from './content.ts';
import { useChange, useForm } from './form.ts';
import styles from './Outcome.module.css';

/** Where the law gives no usable time, the officer enters the date and its basis (decision 5). */
export function DueEntry({ ask }: { readonly ask: Bilingual | null }): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const entered = useForm((state) => state.content?.dueEntered ?? null);
  const change = useChange();
  const [typed, setTyped] = useState(entered === null ? '' : writtenDate(entered.date));
  const [reason, setReason] = useState(entered?.reason ?? '');
  const [left, setLeft] = useState(false);
  const keep = (date: string, why: string): void => {
    const parsed = parseTypedDate(date);
    change({ dueEntered: parsed === null ? null : { date: parsed, reason: why } });
  };
  const wrong = left && typed.trim() !== '' && parseTypedDate(typed) === null;
  return (
    <div className={styles.entry}>
      {ask !== null && <p className={styles.ask}>{say(ask)}</p>}
      <Field
        label={t('dueDate')}
        kind="number"
        className={styles.date}
        value={typed}
        hint={typed === '' ? t('dueDateHint') : undefined}
        sentence={wrong ? t('dueDateWrong') : null}
        onChange={(text) => {
          setTyped(text);
          setLeft(false);
          keep(text, reason);
        }}
        onDone={() => {
          setLeft(true);
          const parsed = parseTypedDate(typed);
          if (parsed !== null) setTyped(writtenDate(parsed));
        }}
      />
      <Field
        label={t('dueReason')}
        value={reason}
        maxLength={500}
        hint={reason === '' ? t('dueReasonHint') : undefined}
        onChange={(text) => {
          setReason(text);
          keep(typed, text);
        }}
      />
    </div>
  );
}
