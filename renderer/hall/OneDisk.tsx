import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk } from '../app/queries.ts';
import { Notice } from '../ui/Notice.tsx';
import { clock } from '../ui/format.ts';
import styles from './Hall.module.css';

/** No other machine has what the host writes (chưa có bản thứ hai): what that means and what to do. Work goes on. */
export function OneDisk(): ReactNode {
  const t = useTranslations('hall');
  const status = useDesk('hall.status', {}, ['hall']).data;
  if (status === undefined || status.oneDiskSince === null) return null;
  const told = { host: status.host ?? '', time: clock(status.oneDiskSince) };
  return (
    <div className={styles.lost}>
      <Notice tone="soon" title={t('oneDiskTitle', told)}>
        {[t('oneDiskSafe'), t('oneDiskRisk', told), t('oneDiskTodo')].join(' ')}
      </Notice>
    </div>
  );
}
