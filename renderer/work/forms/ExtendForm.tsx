import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../../contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { useLanguage } from '../../messages/MessagesProvider.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { sentenceDay } from '../../ui/format.ts';
import { ActBox, type StepFormProps } from '../act.tsx';
import { DateField } from '../DateField.tsx';
import styles from './forms.module.css';

export interface ExtendFormProps extends StepFormProps {
  readonly start: CallOutput<'processing.get'>['start'];
  readonly rule: string;
}

/** Another day than those offered: past the calendar, with its reason. */
const OTHER = 'other';

/** Apology with a new date (Mẫu 04), signed by the unit, once. */
export function ExtendForm({ id, start, rule, onClose, onDone }: ExtendFormProps): ReactNode {
  const t = useTranslations('work');
  const language = useLanguage();
  const [number, setNumber] = useState(start.extensionNumber);
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [because, setBecause] = useState('');
  const [signatory, setSignatory] = useState(start.signatory);
  const date = chosen === OTHER ? typed : chosen;
  const missing =
    reason.trim() === ''
      ? t('reasonMissing')
      : date === null
        ? t('extend.noDay')
        : number.trim() === ''
          ? t('numberMissing')
          : signatory.trim() === ''
            ? t('signatoryMissing')
            : null;
  const input = { id, number, reason, date: date ?? '', because: because.trim() === '' ? null : because, signatory };
  return (
    <ActBox
      title={t('extend.title')}
      rule={`${rule}. ${t('extend.rule')}`}
      act={t('extend.act')}
      missing={missing}
      write={(approval) => desk('processing.extend', { ...input, approval })}
      onClose={onClose}
      onDone={() =>
        onDone({ words: t('extend.done', { day: date === null ? '' : sentenceDay(date, language) }), print: '04' })
      }
      wide
    >
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} maxLength={2000} first />
      <Select
        label={t('extend.day')}
        value={chosen}
        empty={t('extend.choose')}
        options={[
          ...start.laterDays.map((day) => ({
            value: day.date,
            label: t('extend.later', { day: sentenceDay(day.date, language), n: day.days }),
          })),
          { value: OTHER, label: t('extend.other') },
        ]}
        onChange={setChosen}
      />
      {chosen === OTHER && (
        <>
          <DateField label={t('extend.otherDay')} onDate={setTyped} className={styles.date} />
          <Field label={t('extend.because')} value={because} onChange={setBecause} maxLength={500} />
        </>
      )}
      <Field label={t('numberLabel')} value={number} onChange={setNumber} maxLength={80} className={styles.date} />
      <Field
        label={t('signatory')}
        value={signatory}
        onChange={setSignatory}
        maxLength={200}
        hint={t('signatoryHint')}
      />
    </ActBox>
  );
}
