import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { SlipValues } from '../../domain/form/slip-values.ts';
import { desk, problemOf, type DeskProblem } from '../app/desk-client.ts';
import { useReceipt } from '../stores/receipt.ts';
import { Button } from '../ui/Button.tsx';
import { DialogKeys } from '../ui/keyboard.tsx';
import { outcomeOf } from './content.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import styles from './Preview.module.css';

const SlipPreview = lazy(() => import('../print/preview.tsx').then((module) => ({ default: module.SlipPreview })));

type Reply = CallOutput<'receipt.previewSlip'>;

/** The slip as it would be printed, over the sheet; Esc or Ctrl P puts it away. */
export function Preview({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations();
  const content = useReceipt((state) => state.content);
  const draftId = useReceipt((state) => state.draftId);
  const outcome = useReceipt((state) => outcomeOf(state.content, state.assessment));
  const title = outcome === 'receive' ? t('receipt.preview') : t(`guidance.preview.${outcome}`);
  const [reply, setReply] = useState<Reply | null>(null);
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  useEffect(() => {
    if (content === null || draftId === null) return;
    let stale = false;
    const asked =
      outcome === 'receive'
        ? desk('receipt.previewSlip', { content })
        : desk('guidance.previewSlip', { draftId, content, form: outcome === 'supplement' ? '02' : '03' });
    asked.then(
      (answer) => !stale && setReply(answer),
      (thrown: unknown) => !stale && setProblem(problemOf(thrown)),
    );
    return () => {
      stale = true;
    };
  }, [content, draftId, outcome]);
  const panel = useRef<HTMLDivElement>(null);
  // The field below would keep the cursor, and Esc with it; it gets both back when the slip is put away.
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div ref={panel} className={styles.over} role="dialog" aria-label={title}>
      <DialogKeys>
        <div className={styles.head}>
          <h2>{title}</h2>
          <Button size="small" action="back" first onPress={onClose}>
            {t('action.back')}
          </Button>
        </div>
      </DialogKeys>
      <div className={styles.body} tabIndex={0}>
        {problem !== null && <ProblemNotice problem={problem} />}
        {reply !== null && (
          <Suspense fallback={null}>
            <div className={styles.paper}>
              <SlipPreview
                template={reply.template}
                // The desk made them with domain/form/slip-values.ts; the contract carries them as JSON.
                values={reply.values as unknown as SlipValues}
              />
            </div>
          </Suspense>
        )}
      </div>
    </div>
  );
}
