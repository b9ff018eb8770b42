import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../../contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { useLanguage } from '../../messages/MessagesProvider.tsx';
import { ProblemLine } from '../../sign-in/ProblemLine.tsx';
import { useCall } from '../../sign-in/use-call.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { sentenceDay } from '../../ui/format.ts';
import { ActBox, type StepFormProps } from '../act.tsx';
import { DateField } from '../DateField.tsx';
import styles from './forms.module.css';

type Opinion = CallOutput<'processing.get'>['opinions'][number];

export interface OpinionFormProps extends StepFormProps {
  readonly opinions: readonly Opinion[];
  readonly head: string;
  readonly rule: string;
}

/** Another agency's opinion (lấy ý kiến phối hợp): those waited for, and a new one. The clock runs on. */
export function OpinionForm({ id, opinions, head, rule, onClose, onDone }: OpinionFormProps): ReactNode {
  const t = useTranslations('work');
  const [agency, setAgency] = useState('');
  const [content, setContent] = useState('');
  const [answerBy, setAnswerBy] = useState<string | null>(null);
  const [documentNumber, setDocumentNumber] = useState('');
  const missing =
    agency.trim() === ''
      ? t('opinion.noAgency')
      : content.trim() === ''
        ? t('opinion.noContent')
        : answerBy === null
          ? t('opinion.noDay')
          : null;
  return (
    <ActBox
      title={t('opinion.title')}
      rule={rule}
      act={t('opinion.act')}
      missing={missing}
      write={() => desk('processing.askOpinion', { id, agency, content, answerBy: answerBy ?? '', documentNumber })}
      onClose={onClose}
      onDone={() => onDone({ words: t('opinion.done', { agency: agency.trim() }) })}
      wide
    >
      {opinions.map((opinion) => (
        <Awaited key={opinion.opinionId} id={id} opinion={opinion} head={head} onDone={onDone} />
      ))}
      {opinions.length > 0 && <h3 className={styles.part}>{t('opinion.another')}</h3>}
      <Field
        label={t('opinion.agency')}
        value={agency}
        onChange={setAgency}
        maxLength={300}
        first={opinions.length === 0}
      />
      <Field label={t('opinion.content')} value={content} onChange={setContent} lines={2} maxLength={2000} />
      <DateField label={t('opinion.answerBy')} onDate={setAnswerBy} className={styles.date} />
      <Field label={t('opinion.number')} value={documentNumber} onChange={setDocumentNumber} maxLength={80} />
    </ActBox>
  );
}

/** One opinion that is waited for: its answer, or the report that it is late. */
function Awaited({
  id,
  opinion,
  head,
  onDone,
}: {
  readonly id: string;
  readonly opinion: Opinion;
  readonly head: string;
  readonly onDone: OpinionFormProps['onDone'];
}): ReactNode {
  const t = useTranslations('work');
  const language = useLanguage();
  const [answer, setAnswer] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const record = useCall('processing.recordOpinion');
  const report = useCall('processing.reportOpinion');
  const { opinionId, agency, answerBy, late, reported } = opinion;
  const day = sentenceDay(answerBy, language);
  return (
    <section className={styles.awaited} aria-label={agency}>
      <h3 className={styles.part}>{t(late ? 'opinion.late' : 'opinion.awaited', { agency, day })}</h3>
      <p className={styles.content}>{opinion.content}</p>
      <Field label={t('opinion.answer')} value={answer} onChange={setAnswer} lines={2} maxLength={2000} first />
      <Field label={t('opinion.number')} value={documentNumber} onChange={setDocumentNumber} maxLength={80} />
      <div className={styles.buttons}>
        <Button
          missing={answer.trim() === '' ? t('opinion.noAnswer') : null}
          onPress={() =>
            record.run({ id, opinionId, answer, documentNumber }, () =>
              onDone({ words: t('opinion.recorded', { agency }) }),
            )
          }
        >
          {t('opinion.record')}
        </Button>
        {late && !reported && (
          <Button
            onPress={() =>
              report.run({ id, opinionId, to: head }, () => onDone({ words: t('opinion.reported', { head }) }))
            }
          >
            {t('opinion.report', { head })}
          </Button>
        )}
      </div>
      <ProblemLine problem={record.problem ?? report.problem} />
    </section>
  );
}
