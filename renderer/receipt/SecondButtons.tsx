import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { isUntouched } from './content.ts';
import styles from './Outcome.module.css';

/** Below the action: keep it for later, look at the slip. */
export function SecondButtons({
  onKeepDraft,
  onPreview,
}: {
  readonly onKeepDraft: () => void;
  /** Null while there is no slip to look at yet. */
  readonly onPreview: (() => void) | null;
}): ReactNode {
  const action = useTranslations('action');
  const untouched = useReceipt(({ content }) => content === null || isUntouched(content));
  return (
    <>
      {/* What cannot be done yet is not there; its place stays, so that the action above never moves. */}
      <span className={styles.place}>
        {!untouched && (
          <Button size="small" wide action="keepDraft" onPress={onKeepDraft}>
            {action('keepDraft')}
          </Button>
        )}
      </span>
      <span className={styles.place}>
        {onPreview !== null && (
          <Button size="small" wide action="slip" onPress={onPreview}>
            {action('previewSlip')}
          </Button>
        )}
      </span>
    </>
  );
}
