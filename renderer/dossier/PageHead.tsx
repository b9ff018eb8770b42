import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { personalId, phone } from '../ui/format.ts';
import styles from './Dossier.module.css';
import { DueWords } from './DueWords.tsx';

/** Code and state in words, the procedure, whose it is. */
export function PageHead({ page }: { readonly page: CallOutput<'dossier.get'> }): ReactNode {
  const t = useTranslations('dossier');
  const { row, applicant } = page;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const others = page.codes.filter((code) => code !== row.code);
  const facts = [
    applicant === null || applicant.phone === '' ? null : t('phone', { phone: phone(applicant.phone) }),
    page.submitterName === null ? null : t('by', { name: page.submitterName }),
    row.state === 'done' ? null : t(`way.${page.resultWay}`),
  ].filter((fact) => fact !== null);
  const id = applicant?.personalId ?? null;
  return (
    <div className={styles.head}>
      <div className={styles.first}>
        <h1 ref={title} tabIndex={-1} className={styles.code}>
          {row.code}
        </h1>
        <DueWords row={row} className={styles.state} extended={page.extended} />
        <RoundMark rounds={row.rounds} />
      </div>
      <p className={`${styles.strong} ${styles.procedure}`} title={page.procedureName}>
        {page.row.procedure}
      </p>
      <p className={styles.person}>
        <b>{row.name === '' ? t('unnamed') : row.name}</b>
        {id !== null && ` ${personalId(id)}`}
        {facts.length > 0 && `, ${facts.join(', ')}`}
      </p>
      {others.length > 0 && <p className={styles.small}>{t('alsoPrinted', { codes: others.join(', ') })}</p>}
    </div>
  );
}
