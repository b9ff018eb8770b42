import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { dayNumber, hasNumber } from './format.ts';
import styles from './NumberMark.module.css';

/** A dossier in a list: the day's four digits; one that has no number yet (only guided, or sent in) says so in words. */
export function NumberMark({ code }: { readonly code: string }): ReactNode {
  const t = useTranslations('dossier');
  return hasNumber(code) ? dayNumber(code) : <span className={styles.none}>{t('noNumber')}</span>;
}
