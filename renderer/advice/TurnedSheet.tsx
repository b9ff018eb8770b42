import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AdviceSheet } from '../../contract/desk/advice.ts';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { DialogKeys } from '../ui/keyboard.tsx';
import type { AdviceChoice } from './choice.ts';
import { CitizenSheet } from './CitizenSheet.tsx';
import { PrintedSheet } from './PrintedSheet.tsx';
import type { Telling } from './use-telling.ts';
import styles from './Turned.module.css';

export interface TurnedSheetProps {
  readonly code: string;
  readonly name: string;
  readonly sheet: AdviceSheet;
  readonly choice: AdviceChoice;
  readonly telling: Telling;
  readonly onBack: () => void;
}

/**
 * The whole window, turned to the citizen (ui.md §7: 20 px, one column): nothing of any person stands on it, nor of the
 * work behind it. That it was shown is kept.
 */
export function TurnedSheet({ code, name, sheet, choice, telling, onBack }: TurnedSheetProps): ReactNode {
  const t = useTranslations('advice');
  const dialog = useRef<HTMLDialogElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    const before = document.activeElement;
    const box = dialog.current;
    box?.showModal();
    box?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      box?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    telling.tell(choice);
  }, [telling, choice]);
  return (
    <dialog
      ref={dialog}
      className={styles.turned}
      aria-label={t('panelTitle')}
      onCancel={(event) => {
        event.preventDefault();
        onBack();
      }}
    >
      <DialogKeys>
        {/* Up and down read on; the citizen's language whatever the officer's is. */}
        <div className={styles.page} tabIndex={0} data-first="" role="region" aria-label={name} lang="vi">
          <MessagesProvider language="vi">
            <CitizenSheet code={code} name={name} sheet={sheet} />
          </MessagesProvider>
        </div>
        <div className={styles.foot}>
          <div className={styles.said}>
            <PrintedSheet telling={telling} code={code} />
          </div>
          <Button action="back" onPress={onBack}>
            {t('back')}
          </Button>
          <Button action="slip" onPress={() => telling.print(choice)}>
            {t('print')}
          </Button>
        </div>
      </DialogKeys>
    </dialog>
  );
}
