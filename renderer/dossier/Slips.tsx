import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { cx } from '../ui/cx.ts';
import { clock, dayMonth } from '../ui/format.ts';
import { SlipDialog } from './SlipDialog.tsx';
import styles from './Slips.module.css';

type Slip = CallOutput<'slip.list'>[number];

export interface SlipsProps {
  readonly slips: readonly Slip[];
  readonly page: Pick<CallOutput<'dossier.get'>, 'row' | 'firstDue'>;
}

/** The slips of a dossier as the ledger holds them, newest first: which issue, why again, which are void. */
export function Slips({ slips, page: { row, firstDue } }: SlipsProps): ReactNode {
  const t = useTranslations('dossier');
  const [shown, setShown] = useState<Slip | null>(null);
  if (slips.length === 0) return <p className={styles.more}>{t('slipNone')}</p>;
  return (
    <>
      <ul>
        {slips
          .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
          .map((slip) => (
            <li key={slip.slipId} className={styles.slip}>
              <button type="button" className={styles.name} onClick={() => setShown(slip)}>
                <span className={slip.voidedBy === null && !slip.outdated ? undefined : styles.void}>
                  {nameOf(slip)}
                </span>
              </button>
              <span className={styles.when}>{asideOf(slip)}</span>
              <More slip={slip} />
            </li>
          ))}
      </ul>
      {shown !== null && <SlipDialog slip={shown} code={row.code} onClose={() => setShown(null)} />}
    </>
  );

  function nameOf({ form, issue, copyOf, voidedBy, outdated }: Slip): string {
    if (copyOf !== null) return t('slipCopy', { form, issue });
    if (form !== '01') return t('slipOf', { form, name: isDossierForm(form) ? t(`slipForm.${form}`) : '' });
    if (voidedBy !== null || outdated || firstDue === null)
      return issue === 1 ? t('slipPlain', { form }) : t('slipCopy', { form, issue });
    return t('slipFirst', { form, day: dayMonth(firstDue) });
  }

  /** "20/11, số 03/PXL", "thay 02/11". */
  function asideOf({ madeAt, number, voidedBy }: Slip): string {
    const by = slips.find((other) => other.slipId === voidedBy);
    if (by !== undefined) return t('slipVoid', { day: dayMonth(by.madeAt) });
    const day = dayMonth(madeAt);
    return number === '' ? `${day} ${clock(madeAt)}` : t('slipNumber', { day, number });
  }
}

const dossierForms = ['02', '03', '04', '05', '06'] as const;

function isDossierForm(form: Slip['form']): form is (typeof dossierForms)[number] {
  return dossierForms.some((each) => each === form);
}

/** Why it was made again, and what became of the paper where it is not simply printed. */
function More({ slip }: { readonly slip: Slip }): ReactNode {
  const t = useTranslations('dossier');
  const last = slip.prints.at(-1);
  const local = last === undefined ? '' : localDateTime(last.at);
  const time = `${dayMonth(local)} ${clock(local)}`;
  return (
    <span className={styles.more}>
      {slip.reason !== null && <span className={styles.line}>{t('slipReason', { reason: slip.reason })}</span>}
      {slip.outdated && <span className={cx(styles.line, styles.failed)}>{t('slipOutdated')}</span>}
      {slip.madeOffline && <span className={styles.line}>{t('slipOffline')}</span>}
      {last?.outcome === 'shown' && <span className={styles.line}>{t('slipShown', { time })}</span>}
      {last?.outcome === 'failed' && (
        <span className={cx(styles.line, styles.failed)}>{t('slipFailed', { time })}</span>
      )}
    </span>
  );
}
