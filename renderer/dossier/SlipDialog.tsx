import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { SlipValues } from '../../domain/form/slip-values.ts';
import { useDesk } from '../app/queries.ts';
import { SlipPreview } from '../print/preview.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/QuestionBox.tsx';
import styles from './Slips.module.css';

/** A slip of the ledger as it went out, drawn from what was kept with it. */
export function SlipDialog({
  slip,
  code,
  onClose,
}: {
  readonly slip: CallOutput<'slip.list'>[number];
  readonly code: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTranslations('dossier');
  const { data, error } = useDesk('slip.preview', { slipId: slip.slipId }, []);
  const template = data?.template ?? null;
  return (
    <Dialog title={t('slipTitle', { form: slip.form, code, issue: slip.issue })} onClose={onClose} wide>
      <div
        className={styles.sheetOfSlip}
        tabIndex={0}
        role="group"
        aria-label={t('slipTitle', { form: slip.form, code, issue: slip.issue })}
      >
        {error !== null && <ProblemNotice problem={error} />}
        {data !== undefined && template === null && <p>{t('slipUnknown')}</p>}
        {data !== undefined && template !== null && (
          // The ledger keeps what domain/form made, with the template it was made for.
          <SlipPreview template={template} values={data.values as unknown as SlipValues} />
        )}
      </div>
      <div className={styles.answers}>
        <Button onPress={onClose} action="back" first>
          {t('slipClose')}
        </Button>
      </div>
    </Dialog>
  );
}
