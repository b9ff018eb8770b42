import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { DeskProblem } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { FindField } from '../receipt/FindField.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { procedureDetail } from '../receipt/procedure-detail.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Select } from '../ui/Select.tsx';
import type { AdviceChoice } from './choice.ts';
import { PrintedSheet } from './PrintedSheet.tsx';
import type { Telling } from './use-telling.ts';
import styles from './Advice.module.css';

export interface ChooseAdviceProps {
  readonly choice: AdviceChoice;
  /** The procedure that is chosen; null while none is, or it is being looked up. */
  readonly about: CallOutput<'advice.sheet'> | null;
  readonly problem: DeskProblem | null;
  readonly telling: Telling;
  readonly onChoice: (choice: AdviceChoice) => void;
  readonly onShow: () => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

/** The officer's side of it: which procedure and case, how they mean to file, and who asks, where they say. */
export function ChooseAdvice(props: ChooseAdviceProps): ReactNode {
  const { choice, about, telling, onChoice } = props;
  const t = useTranslations('advice');
  const receipt = useTranslations('receipt');
  const language = useLanguage();
  const missing = about === null ? t('needProcedure') : choice.caseId === null ? t('needCase') : null;
  return (
    <>
      <div className={styles.form}>
        {about === null ? (
          <Finder onPick={(code) => onChoice({ ...choice, code, caseId: null })} />
        ) : (
          <FormRow label={t('procedure')}>
            <span className={styles.chosen}>
              <b className={styles.bold}>{about.shortName}</b>
              <Button size="small" onPress={() => onChoice({ ...choice, code: null, caseId: null })}>
                {t('change')}
              </Button>
            </span>
            {language === 'en' && <p className={styles.translated}>{receipt('translated', { name: about.nameEn })}</p>}
          </FormRow>
        )}
        {about !== null && about.cases.length > 1 && (
          <Select
            label={t('case')}
            value={choice.caseId}
            empty={t('caseNone')}
            options={about.cases.map((one) => ({
              value: one.id,
              label: language === 'vi' ? one.label : one.labelEn,
            }))}
            action="pickCase"
            first
            onChange={(caseId) => onChoice({ ...choice, caseId })}
          />
        )}
        <RadioRow
          label={t('channel')}
          value={choice.channel}
          options={(['DIRECT', 'ONLINE', 'POSTAL'] as const).map((value) => ({ value, label: t(`channels.${value}`) }))}
          onChange={(channel) => onChoice({ ...choice, channel })}
        />
        <Field
          label={t('name')}
          value={choice.name}
          hint={t('nameHint')}
          maxLength={200}
          onChange={(name) => onChoice({ ...choice, name })}
        />
        <Field
          label={t('note')}
          value={choice.note}
          hint={t('noteHint')}
          maxLength={1000}
          onChange={(note) => onChoice({ ...choice, note })}
        />
        {props.problem !== null && <ProblemNotice problem={props.problem} />}
        <PrintedSheet telling={telling} code={choice.code ?? ''} />
      </div>
      <div className={styles.answers}>
        <Button wide action="back" onPress={props.onClose}>
          {t('close')}
        </Button>
        <Button wide action="slip" missing={missing} onPress={props.onPrint}>
          {t('print')}
        </Button>
        <Button kind="main" size="medium" wide action="main" missing={missing} onPress={props.onShow}>
          {t('show')}
        </Button>
      </div>
    </>
  );
}

function Finder({ onPick }: { readonly onPick: (code: string) => void }): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  const language = useLanguage();
  const [text, setText] = useState('');
  const { data } = useDesk('procedure.find', { text, limit: 12, fields: [] }, ['reference', 'dossiers']);
  return (
    <FindField
      label={t('procedureName')}
      first
      value={text}
      onChange={setText}
      head={text.trim() === '' ? t('mostUsed') : t('found')}
      none={data === undefined ? undefined : t('procedureNone', { text })}
      hint={t('procedureHint')}
      found={(data ?? []).map((row) => ({
        key: row.code,
        title: row.shortName,
        detail: procedureDetail(row, language, row.everyday === null ? '' : t('everyday', { name: row.everyday })),
        aside: say(row.limit),
      }))}
      onPick={onPick}
    />
  );
}
