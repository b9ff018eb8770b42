import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './QuestionBox.module.css';
import { DialogKeys } from './keyboard.tsx';

export interface Answer {
  /** A verb that names the result; never a bare yes. */
  readonly label: string;
  readonly onPress: () => void;
  readonly missing?: string | null | undefined;
}

export interface QuestionBoxProps {
  /** The question: "Yêu cầu bổ sung lần 2?" */
  readonly title: string;
  /** The rule, said first. */
  readonly rule: ReactNode;
  /** Fields for the reason and the second person. */
  readonly children?: ReactNode;
  /** On the left, and what Esc does. */
  readonly safe: Answer;
  /** On the right, and what Ctrl Enter does. */
  readonly act: Answer;
  /** Many fields. */
  readonly wide?: boolean;
}

/** Asked only where the law wants a reason or a second person. The rest of the page rests while it stands. */
export function QuestionBox({ title, rule, children, safe, act, wide = false }: QuestionBoxProps): ReactNode {
  return (
    <Dialog title={title} onClose={safe.onPress} wide={wide}>
      <div className={styles.rule}>{rule}</div>
      {children !== undefined && <div className={styles.fields}>{children}</div>}
      <div className={styles.answers}>
        <Button onPress={safe.onPress} action="back" wide className={styles.answer}>
          {safe.label}
        </Button>
        <Button onPress={act.onPress} action="main" missing={act.missing} wide className={styles.answer}>
          {act.label}
        </Button>
      </div>
    </Dialog>
  );
}

export interface DialogProps {
  readonly title: string;
  /** What the window's own Esc does where no key is bound to it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Nearly the whole window: a piece of work of its own, in columns. */
  readonly full?: boolean;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back where it was. */
export function Dialog({ title, onClose, children, wide = false, full = false }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
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
  return (
    <dialog
      ref={dialog}
      className={full ? styles.full : wide ? styles.wide : styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <DialogKeys>{children}</DialogKeys>
    </dialog>
  );
}
