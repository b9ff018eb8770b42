import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskProblem } from '../app/desk-client.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { cx } from '../ui/cx.ts';
import { useKey } from '../ui/keyboard.tsx';
import { ProblemLine } from './ProblemLine.tsx';
import styles from './SecretForm.module.css';

export interface SecretFormProps {
  /** "Mật khẩu" */
  readonly label: string;
  /** A verb that names the result. */
  readonly act: string;
  readonly onSubmit: (secret: string) => void;
  /** Fields above the secret. They share the form, so Enter in them goes on too. */
  readonly above?: ReactNode;
  /** Why it cannot be sent yet apart from the secret itself; the cursor then goes to the first field. */
  readonly incomplete?: boolean;
  readonly initial?: string;
  readonly problem: DeskProblem | null;
  /** What is under way, once it has lasted. */
  readonly waiting: string | null;
  /** One sentence below. */
  readonly hint?: string;
  readonly className?: string | undefined;
}

/** One secret, Enter, and what came of it. The cursor is in the field from the start; a refused secret is typed anew. */
export function SecretForm(props: SecretFormProps): ReactNode {
  const { label, act, onSubmit, problem, waiting } = props;
  const t = useTranslations('signIn');
  const form = useRef<HTMLFormElement>(null);
  const [secret, setSecret] = useState(props.initial ?? '');
  const [capsLock, setCapsLock] = useState(false);
  const [refused, setRefused] = useState<DeskProblem | null>(null);

  const focusOn = (which: 'first' | 'secret'): void => {
    const fields = form.current?.querySelectorAll('input') ?? [];
    fields[which === 'first' ? 0 : fields.length - 1]?.focus();
  };
  useEffect(() => focusOn('first'), []);
  if (problem !== refused) {
    setRefused(problem);
    if (problem !== null) setSecret('');
  }
  useEffect(() => {
    if (refused !== null) focusOn('secret');
  }, [refused]);

  const submit = (): void => {
    if (props.incomplete === true) focusOn('first');
    else if (secret === '') focusOn('secret');
    else onSubmit(secret);
  };
  useKey('main', submit, { name: act });
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <form
      ref={form}
      className={cx(styles.form, props.className)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={watchCapsLock}
      onKeyUp={watchCapsLock}
    >
      {props.above}
      <div className={styles.row}>
        <Field
          label={label}
          kind="password"
          value={secret}
          onChange={setSecret}
          maxLength={200}
          className={styles.field}
          inputClassName={cx(styles.input, problem !== null && styles.refused)}
        />
        <Button kind="main" submit enterKey onPress={submit} className={styles.act}>
          {act}
        </Button>
      </div>
      {capsLock && <p className={styles.hint}>{t('capsLock')}</p>}
      <ProblemLine problem={problem} waiting={waiting} />
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
    </form>
  );
}
