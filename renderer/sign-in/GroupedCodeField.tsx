import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../ui/Field.tsx';
import { groupedCaret, groupedCode, hasForeignLetters } from './enrolment-input.ts';
import styles from './GroupedCodeField.module.css';

export interface GroupedCodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The one-time code, in capitals and groups of four while it is typed; the cursor stays where it was. */
export function GroupedCodeField({ value, onChange }: GroupedCodeFieldProps): ReactNode {
  const t = useTranslations('enrol');
  const caret = useRef<{ readonly input: HTMLInputElement; readonly at: number } | null>(null);
  useLayoutEffect(() => {
    const kept = caret.current;
    caret.current = null;
    kept?.input.setSelectionRange(kept.at, kept.at);
  }, [value]);
  const type = (typed: string): void => {
    const input = document.activeElement;
    if (input instanceof HTMLInputElement) {
      caret.current = { input, at: groupedCaret(typed, input.selectionStart ?? typed.length) };
    }
    onChange(groupedCode(typed));
  };
  return (
    <Field
      label={t('code')}
      value={value}
      onChange={type}
      hint={t('codeHint')}
      sentence={hasForeignLetters(value) ? t('codeMarks') : null}
      inputClassName={styles.code}
    />
  );
}
