import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskProblem } from '../app/desk-client.ts';
import { Outcome } from '../frame/Outcome.tsx';
import { ProblemLine } from '../sign-in/ProblemLine.tsx';
import { Button } from '../ui/Button.tsx';
import { useKey } from '../ui/keyboard.tsx';
import styles from './FormPanel.module.css';

export interface FormPanelProps {
  readonly title: string;
  /** Fields, and what belongs to the row. */
  readonly children: ReactNode;
  /** "Tạo quầy", "Lưu thay đổi" */
  readonly act: string;
  readonly missing: string | null;
  readonly onSave: () => void;
  /** Something was changed: it can be given up. */
  readonly onDiscard: (() => void) | null;
  readonly problem: DeskProblem | null;
  readonly waiting: string | null;
  /** "Đã lưu Quầy 3." */
  readonly done: string | null;
  /** Fetches the row as it is now, where somebody else has changed it (SV-04). */
  readonly onReopen: () => void;
  /** Where Esc leads; the list where left out. */
  readonly onBack?: () => void;
  /** One more second button. */
  readonly extra?: ReactNode;
}

/** The form of the current row, with its action bottom right. Esc goes back to the list. */
export function FormPanel(props: FormPanelProps): ReactNode {
  const t = useTranslations('admin');
  useKey('back', props.onBack ?? goToList);
  const { problem, waiting, done, onDiscard, extra } = props;
  const hasSecond = onDiscard !== null || extra !== undefined;
  return (
    <Outcome
      action={
        <>
          <div>
            <ProblemLine
              problem={problem}
              waiting={waiting}
              actions={
                problem?.code === 'SV-04' ? (
                  <Button size="small" onPress={props.onReopen}>
                    {t('reopen')}
                  </Button>
                ) : undefined
              }
              className={styles.problem}
            />
            <p role="status" className={styles.done}>
              {problem === null && waiting === null ? done : null}
            </p>
          </div>
          <Button kind="main" action="main" wide missing={props.missing} onPress={props.onSave}>
            {props.act}
          </Button>
        </>
      }
      second={
        hasSecond ? (
          <>
            {onDiscard !== null && (
              <Button size="small" wide onPress={onDiscard}>
                {t('discard')}
              </Button>
            )}
            {extra}
          </>
        ) : undefined
      }
    >
      <h2 className={styles.title}>{props.title}</h2>
      <div className={styles.fields} data-form="">
        {props.children}
      </div>
    </Outcome>
  );
}

/** To the current row of the list. */
export function goToList(): void {
  document.querySelector<HTMLElement>('[data-region="sheet"] tr[tabindex="0"]')?.focus();
}

/** Into the first field of the form. */
export function goToForm(): void {
  document.querySelector<HTMLElement>('[data-form] input, [data-form] select')?.focus();
}

/** Before a row is chosen. */
/** @param desks the list is of desks: they come by themselves */
export function NothingChosen({ desks = false }: { readonly desks?: boolean }): ReactNode {
  const t = useTranslations('admin');
  return (
    <Outcome>
      <p className={styles.pick}>{t(desks ? 'desksAre' : 'pick')}</p>
      <p className={styles.pickHow}>{t(desks ? 'desksHow' : 'pickHow')}</p>
    </Outcome>
  );
}
