import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Hall.module.css';

/** The host is gone: what is at stake in words, and one key to take the hall over (nhận giữ sảnh). A person's act, no election. */
export function HallLost(): ReactNode {
  const t = useTranslations('hall');
  const stake = useDesk('hall.status', {}, ['hall']).data?.stake ?? null;
  const take = useMutation({ mutationFn: () => desk('hall.takeOver', {}) });
  if (stake === null) return null;
  const words = [
    t('lostSafe'),
    ...(stake.waiting === 0 ? [] : [t('lostWaiting', { n: stake.waiting })]),
    stake.missing === 0 ? t('lostNothing') : t('lostMissing', { n: stake.missing }),
    stake.reachable.length === 0 ? t('lostAlone') : t('lostReachable', { names: stake.reachable.join(', ') }),
  ];
  return (
    <div className={styles.lost}>
      <Notice
        tone="soon"
        title={t('lostTitle', { host: stake.host })}
        actions={
          <Button size="small" action="takeOverHall" onPress={() => !take.isPending && take.mutate()}>
            {t('takeOver')}
          </Button>
        }
      >
        {words.join(' ')}
      </Notice>
      {take.isError && <ProblemNotice problem={problemOf(take.error)} />}
    </div>
  );
}
