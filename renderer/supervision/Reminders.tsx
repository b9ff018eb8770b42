import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Reminder } from '../../contract/board.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { clock } from '../ui/format.ts';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import styles from './Board.module.css';

/** What the province asks of this office and nobody has answered yet, over its board. */
export function Reminders(): ReactNode {
  const t = useTranslations('board');
  const open = useOpenReminders();
  const [answering, setAnswering] = useState<Reminder | null>(null);
  const [first] = open;
  return (
    <>
      {open.map((reminder) => (
        <div key={reminder.id} className={styles.reminder}>
          <Notice
            tone="soon"
            title={t('reminded', { by: reminder.by, time: clock(reminder.at) })}
            actions={
              <Button
                size="small"
                {...(reminder.id === first?.id ? { action: 'remindAll' as const } : {})}
                onPress={() => setAnswering(reminder)}
              >
                {t('answer')}
              </Button>
            }
          >
            {reminder.words}
          </Notice>
        </div>
      ))}
      {answering !== null && <AnswerDialog reminder={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

/** How often the province is asked where its word does not come by itself, ms. */
const EVERY_MS = 30_000;

/** Asked of this office today and not answered. */
function useOpenReminders(): readonly Reminder[] {
  const { data } = useDesk('board.reminders', {}, ['board', 'status'], { every: EVERY_MS });
  return (data ?? []).filter(({ answer }) => answer === null);
}

function AnswerDialog({ reminder, onClose }: { readonly reminder: Reminder; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('board');
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const answering = useMutation({
    mutationFn: () => desk('board.answerReminder', { id: reminder.id, words: words.trim() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['desk', 'board.reminders'] });
      onClose();
    },
  });
  return (
    <QuestionBox
      title={t('answerTitle', { by: reminder.by })}
      rule={reminder.words}
      safe={{ label: t('answerSafe'), onPress: onClose }}
      act={{
        label: t('answer'),
        missing: words.trim() === '' ? t('answerWords') : null,
        onPress: () => !answering.isPending && answering.mutate(),
      }}
    >
      <Field label={t('answerWords')} value={words} onChange={setWords} lines={3} maxLength={300} first />
      {answering.isError && <ProblemNotice problem={problemOf(answering.error)} />}
    </QuestionBox>
  );
}
