import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { clock } from '../ui/format.ts';
import { BeforeWork } from './BeforeWork.tsx';
import styles from './LockScreen.module.css';
import { ProblemLine } from './ProblemLine.tsx';
import { SecretForm } from './SecretForm.tsx';
import { useSessionCall } from './use-session-call.ts';

/** The time, who sits here, and the field that opens it again. Nothing of the work can be seen or is in the page. */
export function LockScreen(): ReactNode {
  const t = useTranslations('lock');
  const password = useTranslations('signIn')('password');
  const session = useDesk('session.get', {}, ['session']).data;
  const now = useNow();
  const unlock = useSessionCall('session.unlock');
  const signOut = useSessionCall('session.signOut');
  if (session === undefined || session.user === null) return null;
  const place = [session.counter?.name, session.office?.shortName].filter((word) => word !== undefined).join(', ');
  return (
    <BeforeWork>
      <div className={styles.lock}>
        <div className={styles.middle}>
          <h1 className={styles.title}>{t('title')}</h1>
          <p className={styles.clock}>{clock(now)}</p>
          <p className={styles.name}>{session.user.name}</p>
          <p className={styles.place}>{place}</p>
          <SecretForm
            label={session.hasPin ? t('secret') : password}
            act={t('act')}
            problem={unlock.problem}
            waiting={unlock.late ? t('waiting') : null}
            onSubmit={(secret) => unlock.run({ secret })}
            className={styles.form}
          />
          <div className={styles.foot}>
            <span className={styles.safe}>{t('safe')}</span>
            <Button size="small" onPress={() => signOut.run({})}>
              {t('signOut')}
            </Button>
          </div>
          <ProblemLine problem={signOut.problem} />
        </div>
      </div>
    </BeforeWork>
  );
}
