import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { problemOf } from '../app/desk-client.ts';
import { savePdf } from '../app/save-pdf.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './Slips.module.css';

/** What became of a slip that was made: printed, kept as a file, or not on paper yet. */
export function PrintSaid({
  reply,
  code,
}: {
  readonly reply: CallOutput<'slip.reprint'>;
  readonly code: string;
}): ReactNode {
  const t = useTranslations('dossier');
  const { slip, outcome } = reply;
  const save = useMutation({ mutationFn: () => savePdf(slip.slipId, `${code}-${slip.issue}.pdf`) });
  const button = (
    <Button size="small" onPress={() => save.mutate()}>
      {t('savePdf')}
    </Button>
  );
  switch (outcome.kind) {
    case 'printed':
      return (
        <p className={styles.said}>
          <Icon name="check" />
          <span>{t('madePrinted', { issue: slip.issue, printer: outcome.printer })}</span>
        </p>
      );
    case 'shown':
      return (
        <>
          <div className={styles.said}>
            <Icon name="document" />
            <span>{t('madeShown', { issue: slip.issue })}</span>
            {button}
          </div>
          {save.isError && <ProblemNotice problem={problemOf(save.error)} className={styles.outcome} />}
        </>
      );
    case 'failed':
      return (
        <ProblemNotice
          problem={{ code: 'IN-02', params: { reason: outcome.detail } }}
          actions={button}
          className={styles.outcome}
        />
      );
  }
}
