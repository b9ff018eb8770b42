import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { DayPage } from '../../contract/desk/money.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { since } from '../app/local-time.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { dayNumber, money, sentenceDate } from '../ui/format.ts';
import { Section } from '../ui/Section.tsx';
import styles from './Books.module.css';
import type { DayProps } from './BooksScreen.tsx';
import { useCountWords } from './CashOutcome.tsx';
import { DayOutcome } from './DayOutcome.tsx';
import { DayPicker } from './DayPicker.tsx';

/** So many dossiers of a part are named on the screen; the rest is a number. */
const NAMED = 6;

/** The end of a counter's day (chốt ngày) on one sheet: what is still open, the numbers used, the money. */
export function DayView({ choice, date, today, onDate }: DayProps): ReactNode {
  const t = useTranslations('books');
  const language = useLanguage();
  const { data, error } = useDesk('day.get', { date }, ['dossiers', 'status']);
  return (
    <DeskFrame rail={false} outcome={data === undefined ? null : <DayOutcome key={date} page={data} />}>
      <SheetHead
        title={t('day')}
        fact={data === undefined ? undefined : `${data.counter}, ${sentenceDate(date, language)}`}
        aside={choice}
      />
      <div className={styles.filter}>
        <DayPicker date={date} today={today} onDate={onDate} />
      </div>
      <SheetBody>
        {error !== null && <ProblemNotice problem={error} />}
        {data !== undefined && <Parts page={data} now={`${today}T00:00:00`} />}
      </SheetBody>
    </DeskFrame>
  );
}

function Parts({ page, now }: { readonly page: DayPage; readonly now: string }): ReactNode {
  const t = useTranslations('books');
  const language = useLanguage();
  const { unsent, notHandedOver, notPrinted, cash } = page;
  return (
    <div className={styles.parts}>
      <Section n={4} title={t('unsent')}>
        <Rows
          none={t('unsentNone')}
          rows={unsent.dossiers.map((row) => ({ ...row, fact: t('unsentSince', { time: since(row.since, now) }) }))}
        />
      </Section>
      <Section n={5} title={t('notHandedOver')}>
        <Rows
          none={t('notHandedOverNone')}
          rows={notHandedOver.map((row) => ({
            ...row,
            procedure: row.unit,
            fact: t('by', { time: since(row.by, now) }),
          }))}
        />
      </Section>
      <Section n={6} title={t('notPrinted')}>
        <Rows none={t('notPrintedNone')} rows={notPrinted.map((row) => ({ ...row, fact: t(row.why) }))} />
      </Section>
      <Section n={7} title={t('numbers')}>
        <Numbers page={page} />
      </Section>
      <section className={styles.money} aria-label={t('money')}>
        <h2>{t('money')}</h2>
        <div>
          <p>
            {t('moneyLine', {
              cash: money(cash.taken.cash - cash.givenBack.cash, language),
              transfer: money(cash.taken.transfer - cash.givenBack.transfer, language),
              online: money(cash.taken.online - cash.givenBack.online, language),
            })}
          </p>
          <p className={styles.small}>{useCountWords(cash)}</p>
          {cash.withoutReceipt > 0 && <p className={styles.warn}>{t('withoutReceipt', { n: cash.withoutReceipt })}</p>}
          {cash.owed.length > 0 && (
            <p className={styles.warn}>
              {t('owed')}:{' '}
              {money(
                cash.owed.reduce((sum, row) => sum + row.amount, 0),
                language,
              )}
            </p>
          )}
        </div>
      </section>
    </div>
  );
}

interface RowsProps {
  readonly none: string;
  readonly rows: readonly {
    readonly dossierId: string;
    readonly code: string;
    readonly name: string;
    readonly procedure: string;
    readonly fact: string;
  }[];
}

/** Dossiers somebody must still see to; each opens its page. */
function Rows({ none, rows }: RowsProps): ReactNode {
  const t = useTranslations('books');
  const openDossier = usePlace((place) => place.openDossier);
  if (rows.length === 0) return <p className={styles.small}>{none}</p>;
  return (
    <div className={styles.rows}>
      {rows.slice(0, NAMED).map((row) => (
        <button key={row.dossierId} type="button" className={styles.row} onClick={() => openDossier(row.dossierId)}>
          <span className={styles.code}>{row.code}</span>
          <span className={styles.first}>{[row.name, row.procedure].filter((part) => part !== '').join(', ')}</span>
          <span className={styles.fact}>{row.fact}</span>
        </button>
      ))}
      {rows.length > NAMED && <p className={styles.small}>{t('more', { n: rows.length - NAMED })}</p>}
    </div>
  );
}

/** Every number of the day's ranges, run by run; numbers of no range and temporary ones with their codes. */
function Numbers({ page }: { readonly page: DayPage }): ReactNode {
  const t = useTranslations('books');
  const { runs, outside, temporary } = page.numbers;
  const four = (n: number): string => String(n).padStart(4, '0');
  const fates = { used: t('numbersUsed'), gap: t('numbersGap'), unused: t('numbersUnused') };
  return (
    <div className={styles.rows}>
      {runs.length === 0 && <p className={styles.small}>{t('numbersNone')}</p>}
      {runs.map(({ from, to, fate }) => (
        <p key={from} className={styles.run}>
          <b>{from === to ? four(from) : `${four(from)}–${four(to)}`}</b>
          <span className={fate === 'gap' ? styles.warn : styles.fact}>{fates[fate]}</span>
        </p>
      ))}
      {outside.length > 0 && (
        <p className={styles.warn}>
          {t('numbersOutside')}: {outside.map((row) => dayNumber(row.code)).join(', ')}
        </p>
      )}
      {temporary.length > 0 && (
        <p>
          {t('numbersTemporary')}: {temporary.map((row) => row.code).join(', ')}
        </p>
      )}
    </div>
  );
}
