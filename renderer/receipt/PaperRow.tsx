import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ChecklistRow } from '../../contract/desk/receipt.ts';
import { useSay } from '../app/say.ts';
import { PaperMark } from '../ui/PaperMark.tsx';
import { PaperWord } from '../ui/PaperWord.tsx';
import { Segments } from '../ui/Segments.tsx';
import { cx } from '../ui/cx.ts';
import type { PaperMark as Mark } from './content.ts';
import { useForm } from './form.ts';
import { CountsDetail, LackingDetail } from './PaperDetail.tsx';
import styles from './Papers.module.css';

export interface PaperRowProps {
  readonly row: ChecklistRow;
  readonly current: boolean;
  /** Its counts and note stand below it. */
  readonly open: boolean;
  /** Its line on the supplement slip, from 1; 0: nothing is asked for. */
  readonly line: number;
  /** Many papers: the hint stands at the current row alone. */
  readonly dense: boolean;
  readonly onCurrent: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onMark: (state: ChecklistRow['state']) => void;
  readonly onClose: () => void;
}

/** One paper: its shape and word; the current one alone shows what can be chosen. */
export function PaperRow(props: PaperRowProps): ReactNode {
  const { row, current, open } = props;
  const t = useTranslations();
  const say = useSay();
  const mark = useForm((state) => state.content?.papers[row.paperId]);
  const hint = row.hint === null ? '' : say(row.hint);
  const note = mark?.note ?? '';
  const lacks = row.state === 'wrong' || (row.state === 'missing' && props.line > 0);
  const showsHint = hint !== '' && (!props.dense || current);
  return (
    <div
      role="row"
      className={cx(styles.row, current && styles.current)}
      tabIndex={current ? 0 : -1}
      aria-selected={current}
      data-paper={row.paperId}
      data-first={current ? '' : undefined}
      onKeyDown={props.onKey}
      onFocus={props.onCurrent}
    >
      <span
        role="gridcell"
        className={styles.mark}
        onClick={() => props.onMark(row.state === 'has' ? 'unseen' : 'has')}
      >
        <PaperMark state={row.state} />
      </span>
      <span role="gridcell" className={styles.name}>
        <span className={cx(props.dense && !current && styles.oneLine)}>{row.name}</span>
        {showsHint && <span className={styles.hint}>{hint}</span>}
        {!(current && (open || lacks)) && note !== '' && <span className={styles.hint}>{note}</span>}
      </span>
      {current ? (
        <span role="gridcell" className={styles.choice}>
          <Segments
            label={t('receipt.state')}
            look="filled"
            rest
            value={row.state === 'unseen' ? null : row.state}
            onChange={props.onMark}
            options={[
              { value: 'has', label: t('paper.has'), action: 'choice1' },
              { value: 'missing', label: t('paper.missing'), action: 'choice2' },
              { value: 'wrong', label: t('paper.wrong'), action: 'choice3' },
              ...(row.conditional
                ? [{ value: 'notNeeded', label: t('paper.notNeeded'), action: 'choice0' } as const]
                : []),
            ]}
          />
        </span>
      ) : (
        <>
          <span role="gridcell" className={styles.amount}>
            <Amount row={row} mark={mark} />
          </span>
          <span role="gridcell" className={cx(styles.state, row.state === 'unseen' && styles.unseen)}>
            <PaperWord state={row.state} strong />
            {props.line > 0 && <span className={styles.line}>{t('receipt.onLine', { n: props.line })}</span>}
          </span>
        </>
      )}
      {current && lacks && <LackingDetail row={row} mark={mark} onClose={props.onClose} />}
      {current && open && !lacks && <CountsDetail row={row} mark={mark} onClose={props.onClose} />}
    </div>
  );
}

function Amount({ row, mark }: { readonly row: ChecklistRow; readonly mark: Mark | undefined }): ReactNode {
  const t = useTranslations('receipt');
  const say = useSay();
  if (mark === undefined || (mark.originals === null && mark.copies === null)) return say(row.amount);
  const originals = mark.originals ?? row.originals;
  const copies = mark.copies ?? row.copies;
  if (copies === 0) return t('amountOriginals', { n: originals });
  if (originals === 0) return t('amountCopies', { n: copies });
  return t('amountBoth', { originals, copies });
}
