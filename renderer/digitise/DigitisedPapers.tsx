import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { isCounter } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { clock, dayMonth } from '../ui/format.ts';
import styles from './DigitisedPapers.module.css';
import { DigitisePanel } from './DigitisePanel.tsx';
import { ViewDialog } from './ViewDialog.tsx';

type Digitised = CallOutput<'digitise.list'>[number];

/** The papers of a dossier as files: what each is, who answers for it, a look at it, and the way to one more. */
export function DigitisedPapers({ dossierId, code }: { readonly dossierId: string; readonly code: string }): ReactNode {
  const t = useTranslations('digitise');
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<Digitised | null>(null);
  const { data } = useDesk('digitise.list', { dossierId }, ['dossiers', 'scans']);
  const role = useDesk('session.get', {}, ['session']).data?.user?.role;
  return (
    <section className={styles.papers} aria-label={t('list')}>
      <div className={styles.head}>
        <h2>{t('list')}</h2>
        {role !== undefined && isCounter(role) && (
          <Button size="small" action="digitise" onPress={() => setOpen(true)}>
            {t('start')}
          </Button>
        )}
      </div>
      {data?.length === 0 && <p className={styles.none}>{t('none')}</p>}
      <ul>
        {data?.map((paper) => (
          <Paper key={`${paper.fileId} ${paper.at}`} paper={paper} onShow={() => setShown(paper)} />
        ))}
      </ul>
      {open && <DigitisePanel dossierId={dossierId} paperId={null} onClose={() => setOpen(false)} />}
      {shown !== null && (
        <ViewDialog dossierId={dossierId} code={code} paper={shown} role={role} onClose={() => setShown(null)} />
      )}
    </section>
  );
}

function Paper({ paper, onShow }: { readonly paper: Digitised; readonly onShow: () => void }): ReactNode {
  const t = useTranslations('digitise');
  const say = useSay();
  const size = useSize(paper.bytes);
  const gone = paper.removedBecause !== null;
  return (
    <li className={styles.paper}>
      <span className={cx(styles.title, gone && styles.gone)}>{paper.title}</span>
      <span className={styles.facts}>{t('pagesAndSize', { pages: paper.pages, size })}</span>
      <span className={styles.facts}>
        {t('vouched', { name: paper.by, time: `${dayMonth(paper.at)} ${clock(paper.at)}` })}
        {gone && <span className={styles.more}>{t('removed', { reason: paper.removedBecause ?? '' })}</span>}
        {!gone && !paper.here && <span className={styles.more}>{t('elsewhere')}</span>}
        {!gone && paper.sent !== null && <span className={styles.more}>{t(`sent.${paper.sent}`)}</span>}
        {paper.notSentBecause !== null && <span className={styles.more}>{say(paper.notSentBecause)}</span>}
      </span>
      <span className={styles.last}>
        {!gone && (
          <Button size="small" onPress={onShow}>
            {t('view')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** "312 KB", "1,4 MB". */
function useSize(bytes: number): string {
  const t = useTranslations('digitise');
  const language = useLanguage();
  if (bytes < 1_000_000) return t('kilobytes', { n: Math.max(1, Math.round(bytes / 1000)) });
  const n = (bytes / 1_000_000).toFixed(1);
  return t('megabytes', { n: language === 'vi' ? n.replace('.', ',') : n });
}
