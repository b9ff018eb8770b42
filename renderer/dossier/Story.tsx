import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import styles from './Dossier.module.css';

/** What was done with the dossier, newest first: when, what, by whom, and the paper that came of it. */
export function Story({ story }: { readonly story: CallOutput<'dossier.get'>['story'] }): ReactNode {
  const t = useTranslations('dossier');
  const say = useSay();
  // Two lines may be alike: each is named by its place from the oldest, which keeps it.
  const placed = story.map((line, index) => ({ line, place: story.length - index }));
  return (
    <table className={styles.story}>
      <caption className={styles.hidden}>{t('story')}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.when}>
            {t('when')}
          </th>
          <th scope="col">{t('what')}</th>
          <th scope="col" className={styles.who}>
            {t('whoDid')}
          </th>
          <th scope="col" className={styles.form}>
            {t('paper')}
          </th>
        </tr>
      </thead>
      <tbody>
        {placed.map(({ line, place }) => (
          <tr key={place} className={cx(line.marked && styles.marked, line.setAside && styles.aside)}>
            <td className={styles.when}>
              <b>{dayMonth(line.at)}</b> <span className={styles.time}>{clock(line.at)}</span>
            </td>
            <td>
              {line.setAside && <span className={styles.asideWord}>{t('setAside')} </span>}
              <span className={styles.happened}>{say(line.what)}</span>
              {line.detail !== null && <span className={styles.detail}>{say(line.detail)}</span>}
            </td>
            <td className={styles.who}>{say(line.who)}</td>
            <td>
              {line.paper !== null && (
                <span className={styles.formWord}>
                  <Icon name="document" />
                  {say(line.paper)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The papers taken in or looked at, as they stood at receipt. */
export function Papers({ papers }: { readonly papers: CallOutput<'dossier.get'>['papers'] }): ReactNode {
  const t = useTranslations('dossier');
  if (papers.length === 0) return null;
  const amount = (paper: (typeof papers)[number]): string =>
    [
      paper.originals > 0 ? t('originals', { n: paper.originals }) : null,
      paper.copies > 0 ? t('copies', { n: paper.copies }) : null,
    ]
      .filter((word) => word !== null)
      .join(', ');
  return (
    <table className={styles.papers}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('papers')}
          </th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <tr key={paper.name}>
            <td>{paper.name}</td>
            <td className={styles.amount}>
              {t(paper.group === 'submit' ? 'papersSubmit' : 'papersPresent', { amount: amount(paper) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
