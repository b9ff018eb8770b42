import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { savePdf } from '../app/save-pdf.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Telling } from './use-telling.ts';
import styles from './Advice.module.css';

/** What became of the sheet on paper; the kept file where this machine cannot print. */
export function PrintedSheet({ telling, code }: { readonly telling: Telling; readonly code: string }): ReactNode {
  const t = useTranslations('advice');
  const { printing, printed, problem } = telling;
  const outcome = printed?.outcome ?? null;
  return (
    <>
      <div className={styles.printed} role="status">
        {printing && t('making')}
        {!printing && outcome !== null && outcome.kind !== 'failed' && (
          <>
            <Icon name="printer" />
            <span>{outcome.kind === 'printed' ? t('sent', { printer: outcome.printer }) : t('shown')}</span>
          </>
        )}
        {!printing && outcome === null && telling.told && (
          <>
            <Icon name="check" />
            <span>{t('kept')}</span>
          </>
        )}
        {printed !== null && outcome?.kind !== 'printed' && (
          <Button size="small" onPress={() => void savePdf(printed.slip.slipId, `${t('file', { code })}.pdf`)}>
            {t('openPdf')}
          </Button>
        )}
      </div>
      {outcome?.kind === 'failed' && <ProblemNotice problem={{ code: 'IN-02', params: { reason: outcome.detail } }} />}
      {problem !== null && <ProblemNotice problem={problem} />}
    </>
  );
}
