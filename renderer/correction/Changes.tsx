import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSay } from '../app/say.ts';
import type { CorrectionPreview } from '../stores/correction.ts';
import styles from './Correction.module.css';

/** What is different, line by line in the order of the form: what stood there, and what will. */
export function Changes({ lines }: { readonly lines: CorrectionPreview['lines'] }): ReactNode {
  const t = useTranslations('correction');
  const say = useSay();
  return (
    <div aria-live="polite">
      {lines.length === 0 ? (
        <p className={styles.none}>{t('changesNone')}</p>
      ) : (
        <dl className={styles.changes}>
          {lines.map((line) => (
            <div key={line.key} className={styles.change}>
              <dt>{say(line.label)}</dt>
              <dd>
                <span className={styles.hidden}>{t('before')} </span>
                <del className={styles.before}>{say(line.before)}</del>
                <span className={styles.hidden}>, {t('after')} </span>
                <ins className={styles.after}>{say(line.after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
