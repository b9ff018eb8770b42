import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { savePdf } from '../app/save-pdf.ts';
import type { Printing } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import styles from './Outcome.module.css';
import { SlowWords } from './SlowWords.tsx';
import { print } from './work.ts';

export interface PrintedProps {
  readonly printing: Printing;
  /** Name of the file, where it is saved as one. */
  readonly file: string;
  /** "Đã gửi 2 bản phiếu hẹn tới máy in …". */
  readonly sent: (printer: string) => string;
}

/** What became of the slip, and what can be done about it. */
export function Printed({ printing, file, sent }: PrintedProps): ReactNode {
  const t = useTranslations('receipt');
  const again = (
    <Button size="small" action="slip" onPress={() => void print()}>
      {printing.state === 'none' ? t('printNow') : t('printAgain')}
    </Button>
  );
  switch (printing.state) {
    case 'none':
      return (
        <>
          <p>{t('printNone')}</p>
          <div className={styles.buttons}>{again}</div>
        </>
      );
    case 'making':
      return <SlowWords when>{t('printMaking')}</SlowWords>;
    case 'failed':
      return <ProblemNotice problem={printing.problem} actions={again} />;
    case 'made': {
      const { outcome, slip } = printing.reply;
      const open = (
        <Button size="small" onPress={() => void savePdf(slip.slipId, `${file}.pdf`)}>
          {t('openPdf')}
        </Button>
      );
      if (outcome.kind === 'failed') {
        return (
          <ProblemNotice
            problem={{ code: 'IN-02', params: { reason: outcome.detail } }}
            actions={
              <>
                {again}
                {open}
              </>
            }
          />
        );
      }
      return (
        <>
          <p className={styles.print}>
            <Icon name="printer" />
            <span>{outcome.kind === 'printed' ? sent(outcome.printer) : t('printShown')}</span>
          </p>
          {outcome.kind === 'shown' && <div className={styles.buttons}>{open}</div>}
        </>
      );
    }
  }
}
