import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemLine } from '../sign-in/ProblemLine.tsx';
import { useCall } from '../sign-in/use-call.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { PASSWORD_LENGTH } from './secrets.ts';
import styles from './SettingsDialog.module.css';

/** One's own password, with the old one. The province keeps it, so it needs the line. */
export function PasswordForm(props: { readonly onDone: () => void; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('settings');
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const save = useCall('session.setPassword');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const complete = next.length >= PASSWORD_LENGTH && next === again;
  const missing = old === '' ? t('missingPassword') : complete ? null : t('missingNew');
  const submit = (): void => {
    if (missing === null) save.run({ old, next }, props.onDone);
  };
  const unlike = again.length >= next.length && again !== '' && again !== next;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t('ownPassword')} kind="password" value={old} onChange={setOld} maxLength={200} />
      <Field
        label={t('newPassword')}
        kind="password"
        value={next}
        onChange={setNext}
        hint={t('passwordHint')}
        maxLength={200}
      />
      <Field
        label={t('newPasswordAgain')}
        kind="password"
        value={again}
        onChange={setAgain}
        sentence={unlike ? t('notSame') : null}
        maxLength={200}
      />
      <ProblemLine problem={save.problem} waiting={save.late ? t('waiting') : null} />
      <div className={styles.answers}>
        <Button action="back" onPress={props.onClose}>
          {t('later')}
        </Button>
        <Button kind="main" size="medium" action="main" submit missing={missing} onPress={submit}>
          {t('changePassword')}
        </Button>
      </div>
    </form>
  );
}
