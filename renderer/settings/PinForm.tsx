import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemLine } from '../sign-in/ProblemLine.tsx';
import { useSessionCall } from '../sign-in/use-session-call.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { isPin } from './secrets.ts';
import styles from './SettingsDialog.module.css';

export interface PinFormProps {
  readonly act: string;
  readonly remove?: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Sets, changes or removes the PIN; each needs the password. */
export function PinForm({ act, remove = false, onDone, onClose }: PinFormProps): ReactNode {
  const t = useTranslations('settings');
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const save = useSessionCall('session.setPin');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const complete = remove || (isPin(pin) && pin === again);
  const missing = password === '' ? t('missingPassword') : complete ? null : t('missingNew');
  const submit = (): void => {
    if (missing === null) save.run({ password, pin: remove ? null : pin }, onDone);
  };
  const unlike = again.length >= pin.length && again !== '' && again !== pin;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t('ownPassword')} kind="password" value={password} onChange={setPassword} maxLength={200} />
      {!remove && (
        <>
          <Field label={t('newPin')} kind="password" value={pin} onChange={setPin} hint={t('pinHint')} maxLength={12} />
          <Field
            label={t('newPinAgain')}
            kind="password"
            value={again}
            onChange={setAgain}
            sentence={unlike ? t('notSame') : null}
            maxLength={12}
          />
        </>
      )}
      <ProblemLine problem={save.problem} waiting={save.late ? t('waiting') : null} />
      <div className={styles.answers}>
        <Button action="back" onPress={onClose}>
          {t('later')}
        </Button>
        <Button kind="main" size="medium" action="main" submit missing={missing} onPress={submit}>
          {act}
        </Button>
      </div>
    </form>
  );
}
