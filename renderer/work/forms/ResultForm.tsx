import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { ActBox, type StepFormProps } from '../act.tsx';
import styles from './forms.module.css';

export interface ResultFormProps extends StepFormProps {
  readonly outcome: 'granted' | 'declined';
  readonly start: CallOutput<'processing.get'>['start'];
  readonly rule: string;
}

type Paper = CallInput<'processing.finish'>['papers'][number];
interface Row {
  readonly key: number;
  readonly name: string;
  readonly number: string;
  readonly originals: string;
  readonly copies: string;
  readonly electronic: boolean;
}

/** The result is there: its papers and who signed; a refusal with reason and law. */
export function ResultForm({ id, outcome, start, rule, onClose, onDone }: ResultFormProps): ReactNode {
  const t = useTranslations('work');
  const granted = outcome === 'granted';
  const [rows, setRows] = useState<readonly Row[]>([fresh(0, granted ? start.result : t('result.refusalPaper'))]);
  const [reason, setReason] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [signatory, setSignatory] = useState(start.signatory);
  const papers = rows.filter((row) => row.name.trim() !== '').map(paperOf);
  const change = (key: number, more: Partial<Row>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...more } : row)));
  const missing =
    !granted && reason.trim() === ''
      ? t('reasonMissing')
      : !granted && legalBasis.trim() === ''
        ? t('result.noLaw')
        : granted && papers.length === 0
          ? t('result.noPaper')
          : papers.some((paper) => paper.originals + paper.copies === 0 && !paper.electronic)
            ? t('result.noCount')
            : signatory.trim() === ''
              ? t('signatoryMissing')
              : null;
  return (
    <ActBox
      title={t(`result.${outcome}.title`)}
      rule={rule}
      act={t(`result.${outcome}.act`)}
      missing={missing}
      write={(approval) => desk('processing.finish', { id, approval, outcome, papers, reason, legalBasis, signatory })}
      onClose={onClose}
      onDone={() => onDone({ words: t(`result.${outcome}.done`) })}
      wide
    >
      {!granted && (
        <>
          <Field label={t('reason')} value={reason} onChange={setReason} lines={2} maxLength={2000} first />
          <Field label={t('result.law')} value={legalBasis} onChange={setLegalBasis} maxLength={1000} />
        </>
      )}
      {rows.map((row, index) => (
        <fieldset key={row.key} className={styles.result}>
          <legend className={styles.part}>{t('result.paper', { n: index + 1 })}</legend>
          <Field
            label={t('result.name')}
            value={row.name}
            onChange={(name) => change(row.key, { name })}
            maxLength={500}
            first={granted && index === 0}
          />
          <Field
            label={t('numberLabel')}
            value={row.number}
            onChange={(number) => change(row.key, { number })}
            maxLength={80}
          />
          <div className={styles.counts}>
            <Field
              label={t('result.originals')}
              kind="number"
              value={row.originals}
              onChange={(originals) => change(row.key, { originals })}
              maxLength={4}
            />
            <Field
              label={t('result.copies')}
              kind="number"
              value={row.copies}
              onChange={(copies) => change(row.key, { copies })}
              maxLength={4}
            />
            <Checkbox
              label={t('result.electronic')}
              checked={row.electronic}
              onChange={(electronic) => change(row.key, { electronic })}
            />
          </div>
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button size="small" onPress={() => setRows([...rows, fresh((rows.at(-1)?.key ?? 0) + 1, '')])}>
          {t('result.add')}
        </Button>
        {rows.length > 1 && (
          <Button size="small" onPress={() => setRows(rows.slice(0, -1))}>
            {t('result.drop')}
          </Button>
        )}
      </div>
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

function fresh(key: number, name: string): Row {
  return { key, name, number: '', originals: '1', copies: '0', electronic: false };
}

function paperOf({ name, number, originals, copies, electronic }: Row): Paper {
  return { name, number, originals: countOf(originals), copies: countOf(copies), electronic };
}

function countOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : 0;
}
