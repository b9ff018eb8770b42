import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ToCheckRow } from './ToCheckView.tsx';
import styles from './Waiting.module.css';

/** What was sent along: files at the portal, and papers that come by post. */
export function SentPapers({ row }: { readonly row: ToCheckRow }): ReactNode {
  const t = useTranslations('toCheck');
  if (row.papers.length === 0) return <p className={styles.small}>{t('papersNone')}</p>;
  return (
    <ul className={styles.papers}>
      {row.papers.map((paper) => (
        <li key={paper.n} className={styles.paper}>
          <span className={styles.paperName}>{paper.name}</span>
          {!paper.file && (
            <span className={styles.small}>{t('byPost', { n: paper.count, kind: t(`kind.${paper.kind}`) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
