import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AdviceSheet } from '../../contract/desk/advice.ts';
import styles from './Turned.module.css';

/** The guidance sheet as a citizen reads it on the screen: papers first, then what to do, time, fee and where. */
export function CitizenSheet({
  code,
  name,
  sheet,
}: {
  readonly code: string;
  readonly name: string;
  readonly sheet: AdviceSheet;
}): ReactNode {
  const t = useTranslations('adviceSheet');
  const facts = [
    { label: t('limit'), value: sheet.limit },
    { label: t('fee'), value: sheet.fee },
    { label: t('result'), value: sheet.result },
    { label: t('where'), value: sheet.where },
    { label: t('hours'), value: sheet.hours },
    { label: t('hotline'), value: sheet.hotline },
    { label: t('website'), value: sheet.website },
  ].filter(({ value }) => value !== '');
  const when = (words: string): ReactNode =>
    words === '' ? null : <span className={styles.when}>{t('only', { when: words })}</span>;
  return (
    <article className={styles.sheet}>
      <header>
        <p className={styles.kind}>
          {t('page')}, {code}
        </p>
        <h1>{name}</h1>
        {sheet.caseLabel !== '' && <p className={styles.case}>{t('caseLabel', { label: sheet.caseLabel })}</p>}
      </header>
      <section>
        <h2>{t('submit')}</h2>
        {sheet.submit.length === 0 ? (
          <p>{t('submitNone')}</p>
        ) : (
          <ol>
            {sheet.submit.map((paper) => (
              <li key={paper.name}>
                <b>{paper.name}</b>, {paper.count}
                {when(paper.when)}
              </li>
            ))}
          </ol>
        )}
      </section>
      {sheet.present.length > 0 && (
        <section>
          <h2>{t('present')}</h2>
          <ul>
            {sheet.present.map((paper) => (
              <li key={paper.name}>
                {paper.name}
                {when(paper.when)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('steps')}</h2>
        <ol>
          {sheet.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('facts')}</h2>
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {sheet.remarks.length > 0 && (
        <section>
          <h2>{t('remarks')}</h2>
          <ul>
            {sheet.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </section>
      )}
      {sheet.decision !== '' && <p className={styles.source}>{sheet.decision}</p>}
    </article>
  );
}
