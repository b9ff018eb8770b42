import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { SentFileDialog } from './SentFileDialog.tsx';
import type { ToCheckRow } from './ToCheckView.tsx';
import styles from './Waiting.module.css';

/** The first file opens with its key; the others are reached with Tab. */
export function SentPapers({ row }: { readonly row: ToCheckRow }): ReactNode {
  const t = useTranslations('toCheck');
  const [open, setOpen] = useState<number | null>(null);
  if (row.papers.length === 0) return <p className={styles.small}>{t('papersNone')}</p>;
  const first = row.papers.find((paper) => paper.file)?.n;
  const shown = row.papers.find((paper) => paper.n === open);
  return (
    <>
      <ul className={styles.papers}>
        {row.papers.map((paper) => (
          <li key={paper.n} className={styles.paper}>
            <span className={styles.paperName}>{paper.name}</span>
            {paper.file ? (
              <Button
                size="small"
                {...(paper.n === first ? { action: 'slip' as const } : {})}
                onPress={() => setOpen(paper.n)}
              >
                {t('openFile')}
              </Button>
            ) : (
              <span className={styles.small}>{t('byPost', { n: paper.count, kind: t(`kind.${paper.kind}`) })}</span>
            )}
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <SentFileDialog
          dossierId={row.id}
          n={shown.n}
          title={t('fileTitle', { name: shown.name, code: row.portalCode })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
