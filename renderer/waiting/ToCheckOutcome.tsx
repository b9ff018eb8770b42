import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useNow } from '../app/now.tsx';
import { since } from '../app/local-time.ts';
import { useSay } from '../app/say.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { money, phone } from '../ui/format.ts';
import { SentPapers } from './SentPapers.tsx';
import type { ToCheckRow } from './ToCheckView.tsx';
import styles from './Waiting.module.css';

/** The end of its time, what was sent along, and the way to the checklist. */
export function ToCheckOutcome({
  row,
  onCheck,
}: {
  readonly row: ToCheckRow;
  readonly onCheck: (row: ToCheckRow) => void;
}): ReactNode {
  const t = useTranslations('toCheck');
  const say = useSay();
  const language = useLanguage();
  const now = useNow();
  const { amount, paid } = row.fee;
  const fee =
    amount === 0
      ? t('feeNone')
      : paid
        ? t('feePaid', { amount: money(amount, language) })
        : t('feeUnpaid', { amount: money(amount, language) });
  return (
    <Outcome
      action={
        <Button kind="main" wide action="main" onPress={() => onCheck(row)}>
          {t('check')}
        </Button>
      }
    >
      <OutcomeFigure label={t('figure')} figure={row.checkBy === null ? t('noLimit') : since(row.checkBy, now)}>
        {row.left === null ? undefined : say(row.left)}
      </OutcomeFigure>
      <OutcomePart>
        <p className={styles.strong}>{row.name}</p>
        <p>{row.procedure}</p>
        <div className={styles.facts}>
          <Facts
            facts={[
              { label: t('from'), value: t(`channel.${row.channel}`) },
              { label: t('sentAt'), value: since(row.submittedAt, now) },
              { label: t('portalCode'), value: row.portalCode },
              ...(row.phone === '' ? [] : [{ label: t('phone'), value: phone(row.phone) }]),
              { label: t('fee'), value: fee },
            ]}
          />
        </div>
      </OutcomePart>
      <OutcomePart label={t('papers')}>
        <SentPapers row={row} />
      </OutcomePart>
      {row.note !== '' && (
        <OutcomePart label={t('note')}>
          <p className={styles.note}>{row.note}</p>
        </OutcomePart>
      )}
    </Outcome>
  );
}
