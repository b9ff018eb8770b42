import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { problemOf } from '../app/desk-client.ts';
import { savePdf } from '../app/save-pdf.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import file from '../app/ListFileOutcome.module.css';
import styles from './Books.module.css';

export interface PrintButtonProps {
  readonly label: string;
  /** Name of the file, where the paper is not printed by itself. */
  readonly name: string;
  readonly make: () => Promise<CallOutput<'slip.print'>>;
  /** What became of it, where it was made with something else. */
  readonly before?: CallOutput<'slip.print'> | undefined;
}

/** Makes a slip of the ledger and prints it; where this machine cannot, the person saves it. */
export function PrintButton({ label, name, make, before }: PrintButtonProps): ReactNode {
  const t = useTranslations('dossier');
  const made = useMutation({ mutationFn: make });
  const save = useMutation({ mutationFn: (slipId: string) => savePdf(slipId, name) });
  const reply = made.data ?? before;
  const outcome = reply?.outcome ?? null;
  const issue = reply?.slip.issue ?? 1;
  return (
    <div>
      <div aria-live="polite" className={file.said}>
        {made.isPending && t('making')}
        {outcome?.kind === 'printed' && t('madePrinted', { issue: issue, printer: outcome.printer })}
        {outcome?.kind === 'shown' && t('madeShown', { issue: issue })}
      </div>
      {made.isError && <ProblemNotice problem={problemOf(made.error)} className={file.problem} />}
      {outcome?.kind === 'failed' && (
        <ProblemNotice problem={{ code: 'IN-02', params: { reason: outcome.detail } }} className={file.problem} />
      )}
      {save.isError && <ProblemNotice problem={problemOf(save.error)} className={file.problem} />}
      <div className={styles.two}>
        <Button
          size="small"
          wide
          action="slip"
          onPress={() => {
            if (!made.isPending) made.mutate();
          }}
        >
          {label}
        </Button>
        {reply !== undefined && outcome?.kind !== 'printed' && (
          <Button size="small" wide onPress={() => save.mutate(reply.slip.slipId)}>
            {t('savePdf')}
          </Button>
        )}
      </div>
    </div>
  );
}
