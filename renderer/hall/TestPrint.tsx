import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Hall.module.css';
import { troubleKeys } from './trouble-keys.ts';

/** A test page on each ticket printer of this machine (trang in thử), and what each of them answered. */
export function TestPrint({ children }: { readonly children?: ReactNode }): ReactNode {
  const t = useTranslations('hall');
  const test = useMutation({ mutationFn: () => desk('kiosk.testPrint', {}) });
  return (
    <section aria-label={t('tickets')}>
      <h3 className={styles.head}>{t('tickets')}</h3>
      {children}
      <Button size="small" className={styles.beside} onPress={() => !test.isPending && test.mutate()}>
        {t('testPrint')}
      </Button>
      <div role="status">
        {test.data?.length === 0 && <p className={styles.rule}>{t('testNone')}</p>}
        {test.data?.map(({ printer, trouble }) => (
          <p key={printer}>
            {trouble === null
              ? t('testDone', { printer })
              : t('testTrouble', { printer, why: t(troubleKeys[trouble]) })}
          </p>
        ))}
      </div>
      {test.isError && <ProblemNotice problem={problemOf(test.error)} />}
    </section>
  );
}
