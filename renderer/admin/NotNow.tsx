import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskProblem } from '../app/desk-client.ts';
import { useSay } from '../app/say.ts';
import { isTrouble } from '../sign-in/ProblemLine.tsx';
import { useSessionCall } from '../sign-in/use-session-call.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './NotNow.module.css';

export interface NotNowProps {
  readonly problem: DeskProblem;
  readonly onRetry?: () => void;
}

/** Why the lists cannot be shown, and the button that settles it: signing in anew, or asking again. */
export function NotNow({ problem, onRetry }: NotNowProps): ReactNode {
  const t = useTranslations('admin');
  const say = useSay();
  const signOut = useSessionCall('session.signOut');
  const { what, safe, todo } = problem.sentences;
  const anew = problem.code === 'DN-08' || problem.code === 'SV-03';
  return (
    <div className={styles.place} aria-live="polite">
      <Notice
        tone={isTrouble(problem.code) ? 'trouble' : 'soon'}
        title={say(what)}
        code={problem.code}
        icon={anew || problem.code === 'DT-01' ? 'lineDown' : 'exclaim'}
        actions={
          anew ? (
            <Button size="small" onPress={() => signOut.run({})}>
              {t('signOut')}
            </Button>
          ) : onRetry === undefined ? undefined : (
            <Button size="small" onPress={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        {say(safe)} {say(todo)}
      </Notice>
    </div>
  );
}
