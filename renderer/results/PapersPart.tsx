import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { rowDay } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import type { PartProps } from './CollectorSection.tsx';
import { toggled } from './form.ts';
import styles from './Results.module.css';

/** 2: what goes out: the result, the originals that were kept, the apology of a late dossier. */
export function PapersPart({ form, page, onChange }: PartProps): ReactNode {
  const t = useTranslations('results');
  const language = useLanguage();
  const { papers, originals, lateness } = page;
  const isResult = page.row.kind === 'result';
  const amount = (paper: { readonly originals: number; readonly copies: number }): string =>
    [
      ...(paper.originals > 0 ? [t('originalsCount', { n: paper.originals })] : []),
      ...(paper.copies > 0 ? [t('copiesCount', { n: paper.copies })] : []),
    ].join(', ');
  return (
    <Section n={2} title={t('papers')}>
      <div className={styles.rows}>
        {isResult && papers.length === 0 && <p className={styles.aside}>{t('noPapers')}</p>}
        {papers.map((paper) => (
          <PaperLine
            key={paper.name}
            name={paper.number === '' ? paper.name : `${paper.name}, ${paper.number}`}
            amount={paper.electronic ? t('electronicPaper') : amount(paper)}
            checked={form.papers.includes(paper.name)}
            onChange={(on) => onChange({ papers: toggled(form.papers, paper.name, on) })}
          />
        ))}
        <h3 className={styles.caption}>
          {originals.length === 0 ? t('originalsNone') : isResult ? t('originals') : t('originalsBack')}
        </h3>
        {originals.map(({ paper }) => (
          <PaperLine
            key={paper.name}
            name={paper.name}
            amount={amount(paper)}
            checked={form.originals.includes(paper.name)}
            onChange={(on) => onChange({ originals: toggled(form.originals, paper.name, on) })}
          />
        ))}
        {isResult && lateness.unexcused && (
          <Notice
            tone="soon"
            icon="clock"
            className={styles.late}
            title={
              lateness.due === null
                ? t('unexcused')
                : `${t('lateTitle', { day: rowDay(lateness.due.slice(0, 10), language) })}. ${t('unexcused')}`
            }
          >
            {t('unexcusedText', { unit: page.unit })}
          </Notice>
        )}
        {isResult && (lateness.late || lateness.moved) && (
          <Checkbox label={t('apology')} checked={form.apology} onChange={(apology) => onChange({ apology })} />
        )}
      </div>
    </Section>
  );
}

function PaperLine(props: {
  readonly name: string;
  readonly amount: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}): ReactNode {
  return (
    <div className={styles.paper}>
      <Checkbox label={props.name} checked={props.checked} onChange={props.onChange} />
      <span className={styles.small}>{props.amount}</span>
    </div>
  );
}
