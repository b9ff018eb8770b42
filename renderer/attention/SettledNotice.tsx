import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { PrintSaid } from '../dossier/PrintSaid.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './SettledNotice.module.css';
import type { Settled } from './use-matter.ts';

/** What was settled last, with the new slip where the old one is void by it. */
export function SettledNotice({ settled }: { readonly settled: Settled }): ReactNode {
  const t = useTranslations('settle');
  const { row, what, callBack } = settled;
  const print = useMutation({
    mutationFn: () => desk('slip.print', { dossierId: row.dossierId, form: '01', about: null }),
  });
  return (
    <div className={styles.notice} role="status">
      <p className={styles.words}>
        <Icon name="check" />
        <span>
          <b>{what === 'seen' ? t('seeDone') : t(what === 'settled' ? 'settled' : 'toldDone', { code: row.code })}</b>
          {callBack && ` ${t('newSlip')}`}
        </span>
        {callBack && print.data === undefined && (
          <Button
            size="small"
            onPress={() => {
              if (!print.isPending) print.mutate();
            }}
          >
            {t('printNew')}
          </Button>
        )}
      </p>
      {print.isError && <ProblemNotice problem={problemOf(print.error)} />}
      {print.data !== undefined && <PrintSaid reply={print.data} code={row.code} />}
    </div>
  );
}
