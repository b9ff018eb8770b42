import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import { CancelStep } from '../correction/CancelStep.tsx';
import { OutcomePart } from '../frame/Outcome.tsx';
import { FeePart } from '../money/FeePart.tsx';
import { Facts } from '../ui/Facts.tsx';
import { WithdrawalStep } from '../work/CounterSteps.tsx';
import { CustodyPart } from './CustodyPart.tsx';
import styles from './Dossier.module.css';
import { ReturnSignature } from './ReturnSignature.tsx';
import { Slips } from './Slips.tsx';
import { Stations } from './Stations.tsx';

/** Where it stands, its slips, what comes next and whose it is, and what else is written in it. */
export function PageOutcome({
  page,
  slips,
  isCounter,
}: {
  readonly page: CallOutput<'dossier.get'>;
  readonly slips: CallOutput<'slip.list'>;
  /** A counter may take down that it is withdrawn. */
  readonly isCounter: boolean;
}): ReactNode {
  const t = useTranslations('dossier');
  const say = useSay();
  const { book } = page;
  // What does not fit is settled first, as it says itself.
  const [flag] = page.flags;
  const facts = [
    {
      label: t('book'),
      value: book === null ? t('bookLater') : t('bookNumber', { number: String(book.number), year: String(book.year) }),
    },
    ...(page.caseLabel === '' ? [] : [{ label: t('case'), value: page.caseLabel }]),
  ];
  return (
    <>
      <OutcomePart label={t('whereHead')}>
        <Stations stand={page.stand} said={page.flags.map(({ code }) => code)} />
      </OutcomePart>
      <CustodyPart dossierId={page.row.id} />
      <OutcomePart label={t('slips')}>
        <Slips slips={slips} page={page} />
      </OutcomePart>
      <OutcomePart label={t('next')}>
        <p className={styles.said}>{say(flag?.todo ?? page.next.words)}</p>
        {page.next.detail !== null && <p className={styles.small}>{say(page.next.detail)}</p>}
        {isCounter && (
          <div className={styles.seldom}>
            <WithdrawalStep row={page.row} />
            <CancelStep row={page.row} />
          </div>
        )}
      </OutcomePart>
      {page.signedOnScreen && <ReturnSignature dossierId={page.row.id} />}
      <FeePart dossierId={page.row.id} />
      <OutcomePart label={t('facts')}>
        <div className={styles.said}>
          <Facts facts={facts} />
        </div>
      </OutcomePart>
    </>
  );
}
