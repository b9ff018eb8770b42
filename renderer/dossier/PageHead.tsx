import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import { RoundMark } from '../guidance/RoundMark.tsx';
import { Icon } from '../ui/Icon.tsx';
import { personalId, phone } from '../ui/format.ts';
import { usePlace } from '../stores/place.ts';
import styles from './Dossier.module.css';
import { DueWords } from './DueWords.tsx';

/** Code and state in words, the procedure, whose it is. */
export function PageHead({ page }: { readonly page: CallOutput<'dossier.get'> }): ReactNode {
  const t = useTranslations('dossier');
  const say = useSay();
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
      {page.erased.length === 0 ? (
        <p className={styles.person}>
          <b>{row.name === '' ? t('unnamed') : row.name}</b>
          {id !== null && ` ${personalId(id)}`}
          {facts.length > 0 && `, ${facts.join(', ')}`}
        </p>
      ) : (
        page.erased.map(({ what, reason }) => (
          <div key={what.vi}>
            <p className={styles.other}>
              <Icon name="lock" />
              <span>{say(what)}</span>
            </p>
            {reason !== null && <p className={styles.small}>{say(reason)}</p>}
          </div>
        ))
      )}
      {page.mergedInto !== null && <Other words="mergedInto" other={page.mergedInto} />}
      {page.mergedFrom.map((other) => (
        <Other key={other.id} words="mergedFrom" other={other} />
      ))}
      {others.length > 0 && <p className={styles.small}>{t('alsoPrinted', { codes: others.join(', ') })}</p>}
    </div>
  );
}

/** A double of this dossier, and the way to its page. */
function Other({
  words,
  other,
}: {
  readonly words: 'mergedInto' | 'mergedFrom';
  readonly other: { readonly id: string; readonly code: string };
}): ReactNode {
  const t = useTranslations('cancel');
  const openDossier = usePlace((place) => place.openDossier);
  return (
    <p className={styles.other}>
      <Icon name="arrowRight" />
      <span>
        {t(words, { code: other.code })},{' '}
        <button type="button" className={styles.link} onClick={() => openDossier(other.id)}>
          {t('openOther')}
        </button>
      </span>
    </p>
  );
}
