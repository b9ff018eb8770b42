import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { clock, dayMonth } from '../ui/format.ts';
import { SlipDialog } from './SlipDialog.tsx';
import styles from './Slips.module.css';

type Slip = CallOutput<'slip.list'>[number];

export interface SlipsProps {
  readonly slips: readonly Slip[];
  readonly row: CallOutput<'dossier.get'>['row'];
}

/** The slips of a dossier as the ledger holds them: which issue, why again, what became of the paper. */
export function Slips({ slips, row }: SlipsProps): ReactNode {
  const t = useTranslations('dossier');
  const [shown, setShown] = useState<Slip | null>(null);
  if (slips.length === 0) return <p className={styles.when}>{t('slipNone')}</p>;
  return (
    <>
      <ul>
        {slips
          .toSorted((a, b) => b.issue - a.issue)
          .map((slip) => (
            <li key={slip.slipId} className={styles.slip}>
              <span className={styles.name}>{nameOf(slip)}</span>
              <span className={styles.when}>
                {dayMonth(slip.madeAt)} {clock(slip.madeAt)}
              </span>
              <span>
                {slip.reason !== null && (
                  <span className={styles.more}>{t('slipReason', { reason: slip.reason })}</span>
                )}
                {slip.madeOffline && <span className={styles.more}>{t('slipOffline')}</span>}
                <Print slip={slip} />
              </span>
              <Button size="small" onPress={() => setShown(slip)}>
                {t('slipView', { issue: slip.issue })}
              </Button>
            </li>
          ))}
      </ul>
      {shown !== null && <SlipDialog slip={shown} code={row.code} onClose={() => setShown(null)} />}
    </>
  );

  function nameOf(slip: Slip): string {
    const { form, issue } = slip;
    if (slip.copyOf !== null) return t('slipCopy', { form, issue });
    return row.dueAt === null ? t('slipPlain', { form }) : t('slipFirst', { form, day: dayMonth(row.dueAt) });
  }
}

/** What became of the paper, last time. */
function Print({ slip }: { readonly slip: Slip }): ReactNode {
  const t = useTranslations('dossier');
  const last = slip.prints.at(-1);
  if (last === undefined) return null;
  const local = localDateTime(last.at);
  const time = `${dayMonth(local)} ${clock(local)}`;
  switch (last.outcome) {
    case 'printed':
      return <span className={styles.more}>{t('slipPrinted', { time, printer: last.detail })}</span>;
    case 'shown':
      return <span className={styles.more}>{t('slipShown', { time })}</span>;
    case 'failed':
      return <span className={cx(styles.more, styles.failed)}>{t('slipFailed', { time })}</span>;
  }
}
