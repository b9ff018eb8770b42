import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import styles from './Receipt.module.css';
import { openDraft, saveNow } from './work.ts';

/** What could not be saved or received, over the sheet, with what can be done about it. */
export function ReceiptProblem({ user, onNew }: { readonly user: string; readonly onNew: () => void }): ReactNode {
  const t = useTranslations('receipt');
  const problem = useReceipt((state) => state.problem);
  const draftId = useReceipt((state) => state.draftId);
  if (problem === null) return null;
  const { code } = problem;
  const actions =
    code === 'TN-06' && draftId !== null ? (
      <Button size="small" onPress={() => void reopen(user, draftId)}>
        {t('draftReopen')}
      </Button>
    ) : code === 'TN-02' || code === 'TN-03' ? (
      <Button size="small" onPress={onNew}>
        {t('draftNew')}
      </Button>
    ) : code === 'LT-03' || code === 'LT-07' || code === 'GN-05' || code === 'GN-03' ? (
      <Button size="small" onPress={() => void saveAgain()}>
        {t('saveAgain')}
      </Button>
    ) : undefined;
  return <ProblemNotice problem={problem} actions={actions} className={styles.problem} />;
}

async function reopen(user: string, draftId: string): Promise<void> {
  await openDraft(user, draftId);
}

async function saveAgain(): Promise<void> {
  useReceipt.getState().failed(null);
  await saveNow();
}
