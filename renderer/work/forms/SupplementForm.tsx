import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { reasonForGuidance } from '../../../domain/guidance/demands.ts';
import { desk } from '../../app/desk-client.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ActBox, type StepFormProps } from '../act.tsx';
import { DateField } from '../DateField.tsx';
import styles from './forms.module.css';

type Demand = CallInput<'processing.requestSupplement'>['demands'][number];
type Paper = CallOutput<'processing.get'>['start']['papers'][number];

export interface SupplementFormProps extends StepFormProps {
  readonly papers: readonly Paper[];
  readonly rule: string;
}

interface Said {
  readonly state: 'missing' | 'wrong';
  readonly bring: string;
  readonly reason: string;
}

/** Everything at once, paper by paper, because it may be asked for once (Mẫu 02). */
export function SupplementForm({ id, papers, rule, onClose, onDone }: SupplementFormProps): ReactNode {
  const t = useTranslations('work');
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [other, setOther] = useState({ name: '', bring: '' });
  const [typed, setTyped] = useState<string | null>(null);
  const [answerBy, setAnswerBy] = useState<string | null>(null);
  const demands: Demand[] = [
    ...papers.flatMap((paper) => {
      const line = said[paper.paperId];
      return line === undefined ? [] : [demandOf(paper, line)];
    }),
    ...(other.name.trim() === '' ? [] : [furtherDemand(other, t('supplement.notThere'))]),
  ];
  const reason = typed ?? (demands.length === 0 ? '' : reasonForGuidance(demands, null));
  const tick = (paper: Paper, checked: boolean): void => {
    const { [paper.paperId]: _, ...rest } = said;
    const { bring, reason: why } = paper.missing;
    const state = paper.taken ? 'wrong' : 'missing';
    setSaid(checked ? { ...rest, [paper.paperId]: { state, bring, reason: state === 'missing' ? why : '' } } : rest);
  };
  const change = (paper: Paper, more: Partial<Said>): void => {
    const line = said[paper.paperId];
    if (line !== undefined) setSaid({ ...said, [paper.paperId]: { ...line, ...more } });
  };
  const unsaid = demands.some((demand) => demand.reason.trim() === '');
  const missing =
    demands.length === 0
      ? t('supplement.noPaper')
      : unsaid
        ? t('supplement.noWhy')
        : reason.trim() === ''
          ? t('reasonMissing')
          : null;
  return (
    <ActBox
      title={t('supplement.title')}
      rule={`${rule}. ${t('supplement.rule')}`}
      act={t('supplement.act')}
      missing={missing}
      write={(approval) => desk('processing.requestSupplement', { id, approval, demands, reason, answerBy })}
      onClose={onClose}
      onDone={() => onDone({ words: t('supplement.done'), print: '02' })}
      wide
    >
      <ul className={styles.papers} aria-label={t('supplement.papers')}>
        {papers.map((paper) => {
          const line = said[paper.paperId];
          return (
            <li key={paper.paperId} className={styles.paper}>
              <Checkbox label={paper.name} checked={line !== undefined} onChange={(checked) => tick(paper, checked)} />
              {line !== undefined && (
                <div className={styles.line}>
                  <Segments
                    label={paper.name}
                    value={line.state}
                    options={[
                      { value: 'missing', label: t('supplement.missing') },
                      { value: 'wrong', label: t('supplement.wrong') },
                    ]}
                    onChange={(state) => change(paper, { state })}
                  />
                  <Field
                    label={t('supplement.bring')}
                    value={line.bring}
                    onChange={(bring) => change(paper, { bring })}
                    maxLength={500}
                  />
                  <Field
                    label={t('supplement.why')}
                    value={line.reason}
                    onChange={(why) => change(paper, { reason: why })}
                    maxLength={500}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Field
        label={t('supplement.other')}
        value={other.name}
        onChange={(name) => setOther({ ...other, name })}
        maxLength={1000}
      />
      {other.name.trim() !== '' && (
        <Field
          label={t('supplement.bring')}
          value={other.bring}
          onChange={(bring) => setOther({ ...other, bring })}
          maxLength={500}
        />
      )}
      <Field label={t('reason')} value={reason} onChange={setTyped} lines={2} maxLength={2000} />
      <DateField label={t('supplement.answerBy')} onDate={setAnswerBy} className={styles.date} />
    </ActBox>
  );
}

function demandOf(paper: Paper, { state, bring, reason }: Said): Demand {
  const { originals, certified, copies } = paper.missing;
  return { paperId: paper.paperId, name: paper.name, state, originals, certified, copies, bring, reason };
}

function furtherDemand({ name, bring }: { readonly name: string; readonly bring: string }, reason: string): Demand {
  return {
    paperId: null,
    name: name.trim(),
    state: 'missing',
    originals: 0,
    certified: 0,
    copies: 0,
    bring: bring.trim(),
    reason,
  };
}
