import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/Icon.tsx';
import styles from './RoundMark.module.css';

/** Asked for what is missing more than once: every list says so (NĐ 309/2026, Điều 17 khoản 2a allows one request). */
export function RoundMark({ rounds }: { readonly rounds: number }): ReactNode {
  const t = useTranslations('guidance');
  if (rounds < 2) return null;
  return (
    <span className={styles.mark}>
      <Icon name="flag" />
      {t('roundMark', { n: rounds })}
    </span>
  );
}
