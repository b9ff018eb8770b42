import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SecretForm } from './SecretForm.tsx';
import { PlaceHead, SideFacts, SideTitle, TwoSides } from './TwoSides.tsx';
import { useSessionCall } from './use-session-call.ts';
import styles from './UnsealScreen.module.css';

/** The machine passphrase (mật khẩu máy), where the system keeps no key for us. */
export function UnsealScreen(): ReactNode {
  const t = useTranslations('unseal');
  const app = useTranslations('app');
  const open = useSessionCall('machine.open');
  return (
    <TwoSides
      left={
        <>
          <PlaceHead above={app('name')} name={t('head')} />
          <SideFacts
            facts={[
              { label: t('why'), fact: t('whyAnswer') },
              { label: t('safe'), fact: t('safeAnswer') },
              { label: t('forgot'), fact: t('forgotAnswer') },
            ]}
          />
        </>
      }
    >
      <SideTitle>{t('title')}</SideTitle>
      <div className={styles.form}>
        <SecretForm
          label={t('passphrase')}
          act={t('act')}
          problem={open.problem}
          waiting={open.late ? t('waiting') : null}
          hint={t('notYours')}
          onSubmit={(passphrase) => open.run({ passphrase })}
        />
      </div>
    </TwoSides>
  );
}
