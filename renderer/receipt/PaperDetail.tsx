import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ChecklistRow } from '../../contract/desk/receipt.ts';
import { wrongReasons, type WrongReason } from '../../domain/guidance/reasons.ts';
import { Field } from '../ui/Field.tsx';
import { FormRow } from '../ui/FormRow.tsx';
import { Segments } from '../ui/Segments.tsx';
import { cx } from '../ui/cx.ts';
import type { KeyAction } from '../ui/keys.ts';
import { CountField } from './CountField.tsx';
import { withPaper, withPaperSaid, type PaperMark as Mark } from './content.ts';
import { useForm, useFormWork } from './form.ts';
import { goTo } from './go.ts';
import styles from './Papers.module.css';

export interface PaperDetailProps {
  readonly row: ChecklistRow;
  readonly mark: Mark | undefined;
  /** Back to the row. */
  readonly onClose: () => void;
}

/** Esc and Enter go back to the row. */
function leaving(onClose: () => void) {
  return (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
}

function useChanged(row: ChecklistRow): (part: Partial<Mark>) => void {
  const { edit } = useFormWork();
  return (part) => edit((content) => withPaper(content, row, part));
}

/** How many were handed in, and what is to be said about it. */
export function CountsDetail({ row, mark, onClose }: PaperDetailProps): ReactNode {
  const t = useTranslations('receipt');
  const changed = useChanged(row);
  return (
    <div role="gridcell" className={styles.detail} data-go={`detail-${row.paperId}`} onKeyDown={leaving(onClose)}>
      <div className={styles.counts}>
        <CountField
          label={t('originals')}
          value={mark?.originals ?? row.originals}
          least={0}
          most={1000}
          onChange={(originals) => changed({ originals })}
        />
        <CountField
          label={t('copies')}
          value={mark?.copies ?? row.copies}
          least={0}
          most={1000}
          onChange={(copies) => changed({ copies })}
        />
      </div>
      <div className={styles.note}>
        <Field
          label={t('paperNote')}
          value={mark?.note ?? ''}
          maxLength={1000}
          onChange={(note) => changed({ note })}
        />
      </div>
    </div>
  );
}

const letters = {
  uncertified: 'choiceA',
  expired: 'choiceB',
  altered: 'choiceC',
  unsigned: 'choiceD',
  other: 'choiceE',
} as const satisfies Record<WrongReason, KeyAction>;

/** Why a paper is not right, and what exactly to bring: a line of the supplement slip. */
export function LackingDetail({ row, mark, onClose }: PaperDetailProps): ReactNode {
  const t = useTranslations('guidance');
  const { edit } = useFormWork();
  const changed = useChanged(row);
  const said = useForm((state) => state.content?.guidance.papers[row.paperId]);
  const proposed = useForm((state) => {
    const demands = state.assessment?.guidance?.demands ?? [];
    return demands.find((demand) => demand.papers.includes(row.paperId))?.bring ?? '';
  });
  const why = said?.why ?? null;
  const note = mark?.note ?? '';
  const explains = row.state === 'wrong' && (why === 'other' || note !== '');
  const choose = (next: WrongReason): void => {
    // Another reason proposes something else to bring.
    edit((content) => withPaperSaid(content, row.paperId, { why: next, bring: null }));
    if (next === 'other') goTo(`note-${row.paperId}`);
  };
  return (
    <div
      role="gridcell"
      className={cx(styles.detail, styles.lacking)}
      data-go={`detail-${row.paperId}`}
      onKeyDown={leaving(onClose)}
    >
      {row.state === 'wrong' && (
        <FormRow label={t('why')}>
          <Segments
            label={t('why')}
            look="filled"
            rest
            value={why}
            onChange={choose}
            options={wrongReasons.map((value) => ({ value, label: t(`reasons.${value}`), action: letters[value] }))}
          />
        </FormRow>
      )}
      {explains && (
        <div data-go={`note-${row.paperId}`}>
          <Field label={t('because')} value={note} maxLength={400} onChange={(text) => changed({ note: text })} />
        </div>
      )}
      <Field
        label={t('bring')}
        value={said?.bring ?? proposed}
        maxLength={500}
        onChange={(text) => edit((content) => withPaperSaid(content, row.paperId, { bring: text }))}
        // Nothing written: what was proposed stands again.
        onDone={(text) => {
          if (text.trim() === '') edit((content) => withPaperSaid(content, row.paperId, { bring: null }));
        }}
      />
    </div>
  );
}
