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

type Page = CallOutput<'dossier.get'>;

/** The papers taken in or looked at, as they stood at receipt, and what was brought after each request. */
export function Papers({ papers, supplements }: Pick<Page, 'papers' | 'supplements'>): ReactNode {
  const t = useTranslations('dossier');
  if (papers.length === 0 && supplements.length === 0) return null;
  const amount = (paper: Pick<Page['papers'][number], 'originals' | 'copies'>): string =>
    [
      paper.originals > 0 ? t('originals', { n: paper.originals }) : null,
      paper.copies > 0 ? t('copies', { n: paper.copies }) : null,
    ]
      .filter((word) => word !== null)
      .join(', ');
  return (
    <table className={styles.papers}>
      {papers.length > 0 && (
        <PapersGroup
          head={t('papers')}
          rows={papers.map((paper) => ({
            name: paper.name,
            amount: t(paper.group === 'submit' ? 'papersSubmit' : 'papersPresent', { amount: amount(paper) }),
          }))}
        />
      )}
      {supplements.map(({ round, at, papers: brought }) => (
        <PapersGroup
          key={round}
          head={t('supplements', { round, day: dayMonth(at), time: clock(at) })}
          rows={brought.map((paper) => ({
            name: paper.name,
            amount: t('papersSubmit', { amount: amount(paper) }),
          }))}
        />
      ))}
    </table>
  );
}

function PapersGroup({
  head,
  rows,
}: {
  readonly head: string;
  readonly rows: readonly { readonly name: string; readonly amount: string }[];
}): ReactNode {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2}>
          {head}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.name}>
          <td>{row.name}</td>
          <td className={styles.amount}>{row.amount}</td>
        </tr>
      ))}
    </tbody>
  );
}
