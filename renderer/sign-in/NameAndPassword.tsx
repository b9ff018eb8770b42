import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../ui/Field.tsx';
import styles from './NameAndPassword.module.css';
import { SecretForm } from './SecretForm.tsx';
import { useSignIn } from './use-session-call.ts';

export interface NameAndPasswordProps {
  readonly login?: string | undefined;
  readonly password?: string | undefined;
}

/** For whoever is not on the list, and where there is none. */
export function NameAndPassword(props: NameAndPasswordProps): ReactNode {
  const t = useTranslations('signIn');
  const [login, setLogin] = useState(props.login ?? '');
  const signIn = useSignIn();
  const name = login.trim();
  return (
    <SecretForm
      label={t('password')}
      act={t('act')}
      initial={props.password ?? ''}
      incomplete={name === ''}
      problem={signIn.problem}
      waiting={signIn.late ? t('waiting') : null}
      onSubmit={(password) => signIn.run({ login: name, password })}
      above={
        <Field
          label={t('login')}
          value={login}
          onChange={setLogin}
          maxLength={64}
          className={styles.login}
          inputClassName={styles.input}
        />
      }
    />
  );
}
