import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CashListReply } from '../../contract/desk/money.ts';
import { desk } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { Facts } from '../ui/Facts.tsx';
import { clock, money, type Language } from '../ui/format.ts';
import styles from './Books.module.css';
import { CountDialog } from './CountDialog.tsx';
import { PrintButton } from './PrintButton.tsx';

/** What the day comes to; the drawer; what is still owed. */
export function CashOutcome({
  list,
  isOwn,
  onOpen,
}: {
  readonly list: CashListReply;
  /** Of the counter at this machine: only here its drawer can be counted. */
  readonly isOwn: boolean;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const t = useTranslations('books');
  const language = useLanguage();
  const [counting, setCounting] = useState(false);
  const closed = useDesk('day.get', { date: list.date }, ['dossiers'], { when: isOwn }).data?.closed ?? null;
  const { taken, givenBack, owed } = list;
  const countWords = useCountWords(list);
  const back = givenBack.cash + givenBack.transfer + givenBack.online;
  const missing = isOwn ? (closed === null ? null : t('countClosed')) : t('countOther');
  return (
    <Outcome
      action={
        <Button kind="main" wide action="main" missing={missing} onPress={() => setCounting(true)}>
          {t('count')}
        </Button>
      }
      second={
        <PrintButton
          label={t('printList')}
          name={`danh-sach-thu-phi-${list.date}.pdf`}
          make={() => desk('cash.print', { date: list.date, counter: list.counter })}
        />
      }
    >
      <OutcomeFigure label={t('total')} figure={money(list.total, language)}>
        {list.withoutReceipt === 0 ? undefined : (
          <span className={styles.warn}>{t('withoutReceipt', { n: list.withoutReceipt })}</span>
        )}
      </OutcomeFigure>
      <div className={styles.facts}>
        <Facts
          facts={[
            ...(['cash', 'transfer', 'online'] as const).map((how) => ({
              label: t(`paidHow.${how}`),
              value: money(taken[how], language),
            })),
            ...(back === 0 ? [] : [{ label: t('refunds'), value: money(back, language) }]),
            { label: t('cashInDrawer'), value: money(list.cash, language) },
          ]}
        />
      </div>
      {list.counter !== null && (
        <OutcomePart label={t('counted')}>
          <p>{countWords}</p>
          {list.count !== null && list.count.note !== '' && <p className={styles.small}>{list.count.note}</p>}
          {list.count !== null && list.count.expected !== list.cash && (
            <p className={styles.warn}>{t('countedStale')}</p>
          )}
        </OutcomePart>
      )}
      <OutcomePart label={t('owed')}>
        {owed.length === 0 && <p className={styles.small}>{t('owedNone')}</p>}
        <div className={styles.rows}>
          {owed.map((row) => (
            <button key={row.dossierId} type="button" className={styles.sum} onClick={() => onOpen(row.dossierId)}>
              <span className={styles.first}>{row.name === '' ? row.code : row.name}</span>
              <span>{money(row.amount, language)}</span>
            </button>
          ))}
        </div>
      </OutcomePart>
      {counting && <CountDialog list={list} onClose={() => setCounting(false)} />}
    </Outcome>
  );
}

/** "Khớp, Lê Thị Kim Ngân, 17:02" */
export function useCountWords({ count }: Pick<CashListReply, 'count'>): string {
  const t = useTranslations('books');
  const language: Language = useLanguage();
  if (count === null) return t('notCounted');
  const { difference, by } = count;
  const said = { sum: money(Math.abs(difference), language), by, time: clock(count.at) };
  if (difference === 0) return t('countedRight', { by, time: said.time });
  return difference > 0 ? t('countedOver', said) : t('countedShort', said);
}
