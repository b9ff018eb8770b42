import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../../contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { useLanguage } from '../../messages/MessagesProvider.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { sentenceDay } from '../../ui/format.ts';
import { ActBox, type StepFormProps } from '../act.tsx';
import { enteredDue, NewDue, type DueTyped } from './NewDue.tsx';
import styles from './forms.module.css';

export interface RecordSupplementFormProps extends StepFormProps {
  readonly demands: CallOutput<'processing.get'>['demands'];
  readonly due: CallOutput<'processing.get'>['dueAfterWait'];
}

/** At the shop: what was asked for is brought, paper by paper; the new date is told (nhận giấy tờ bổ sung). */
export function RecordSupplementForm({ id, demands, due, onClose, onDone }: RecordSupplementFormProps): ReactNode {
  const t = useTranslations('work');
  const language = useLanguage();
  const [here, setHere] = useState<ReadonlySet<number>>(new Set());
  const [typed, setTyped] = useState<DueTyped>({ date: null, reason: '' });
  const { entered, isMissing } = enteredDue(due, typed);
  const left = demands.length - here.size;
  const missing = left > 0 ? t('brought.left', { n: left }) : isMissing ? t('due.missing') : null;
  const tick = (index: number, checked: boolean): void => {
    const next = new Set(here);
    if (checked) next.add(index);
    else next.delete(index);
    setHere(next);
  };
  return (
    <ActBox
      title={t('brought.title')}
      rule={t('brought.rule')}
      act={t('brought.act')}
      missing={missing}
      write={() =>
        desk('processing.recordSupplement', {
          id,
          papers: demands.map(({ paperId, name, originals, copies }) => ({ paperId, name, originals, copies })),
          dueEntered: entered,
        })
      }
      onClose={onClose}
      onDone={({ dueAt }) =>
        onDone({
          words:
            dueAt === null
              ? t('brought.doneOpen')
              : t('brought.done', { day: sentenceDay(dueAt.slice(0, 10), language), time: dueAt.slice(11, 16) }),
        })
      }
    >
      <ul className={styles.papers} aria-label={t('brought.papers')}>
        {demands.map((demand, index) => (
          // Two demands may be worded alike: each is named by its place.
          <li key={`${index} ${demand.name}`} className={styles.paper}>
            <Checkbox
              label={demand.name}
              hint={demand.bring}
              checked={here.has(index)}
              onChange={(checked) => tick(index, checked)}
            />
          </li>
        ))}
      </ul>
      <NewDue due={due} typed={typed} onTyped={setTyped} />
    </ActBox>
  );
}
