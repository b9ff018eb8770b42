import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CashListReply } from '../../contract/desk/money.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useDesk } from '../app/queries.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { useLanguage } from '../messages/MessagesProvider.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { clock, money, titleDay } from '../ui/format.ts';
import { List, type Column } from '../ui/List.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Books.module.css';
import type { DayProps } from './BooksScreen.tsx';
import { CashOutcome } from './CashOutcome.tsx';
import { DayPicker } from './DayPicker.tsx';

type Row = CashListReply['rows'][number];

/** No counter has an empty name. */
const EVERY_COUNTER = '';

/** What was taken and given back on a day (danh sách thu phí), at this counter or at all of the office. */
export function CashView({ choice, date, today, onDate }: DayProps): ReactNode {
  const t = useTranslations('books');
  const language = useLanguage();
  const own = useDesk('session.get', {}, ['session']).data?.counter?.name ?? null;
  const [other, setOther] = useState<string | null | undefined>(undefined);
  const [current, setCurrent] = useState<string | null>(null);
  const openDossier = usePlace((place) => place.openDossier);
  const counter = other === undefined ? own : other;
  const { data, error } = useDesk('cash.list', { date, counter }, ['dossiers'], { when: own !== null });
  const columns = useColumns();
  const rows = data?.rows ?? [];
  return (
    <DeskFrame
      rail={false}
      outcome={data === undefined ? null : <CashOutcome list={data} isOwn={counter === own} onOpen={openDossier} />}
    >
      <SheetHead title={t('cash')} fact={titleDay(date, language)} aside={choice} />
      <div className={styles.filter}>
        <DayPicker date={date} today={today} onDate={onDate} />
        <Select
          label={t('counter')}
          className={styles.counter}
          value={counter ?? EVERY_COUNTER}
          options={[
            { value: EVERY_COUNTER, label: t('allCounters') },
            ...[...new Set([...(own === null ? [] : [own]), ...(data?.counters ?? [])])].map((name) => ({
              value: name,
              label: name,
            })),
          ]}
          onChange={(name) => setOther(name === EVERY_COUNTER ? null : name)}
        />
      </div>
      <SheetBody>
        {error !== null && <ProblemNotice problem={error} />}
        {data !== undefined && rows.length === 0 && (
          <p className={styles.none} role="status">
            {t('nothingPaid')}
          </p>
        )}
        {rows.length > 0 && (
          <List
            label={t('cash')}
            columns={columns}
            groups={[{ key: 'rows', rows }]}
            rowKey={(row) => row.paymentId}
            current={rows.some((row) => row.paymentId === current) ? current : (rows[0]?.paymentId ?? null)}
            onCurrent={setCurrent}
            onOpen={(row) => openDossier(row.dossierId)}
            tone={(row) => (row.amount > 0 && row.receiptNumber === '' ? 'soon' : null)}
            twoLines
            className={styles.list}
          />
        )}
      </SheetBody>
    </DeskFrame>
  );
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('books');
  const language = useLanguage();
  const two = (first: ReactNode, second: ReactNode): ReactNode => (
    <>
      <span className={styles.first}>{first}</span>
      <span className={styles.second}>{second}</span>
    </>
  );
  const note = (row: Row): string =>
    row.amount < 0
      ? t('givenBack', { why: row.note })
      : [row.procedure, row.note].filter((part) => part !== '').join(', ');
  return [
    { key: 'time', head: t('time'), className: styles.time, cell: (row) => clock(row.at) },
    { key: 'payer', head: t('payer'), cell: (row) => two(row.payer === '' ? t('unnamed') : row.payer, note(row)) },
    { key: 'dossier', head: t('dossier'), cell: (row) => two(<b>{row.code}</b>, `${row.counter}, ${row.officer}`) },
    {
      key: 'receipt',
      head: t('receipt'),
      className: styles.receipt,
      cell: (row) => (row.receiptNumber === '' && row.amount > 0 ? t('noReceipt') : row.receiptNumber),
    },
    { key: 'how', head: t('how'), className: styles.how, cell: (row) => t(`paidHow.${row.how}`) },
    { key: 'amount', head: t('amount'), className: styles.amount, cell: (row) => money(row.amount, language) },
  ];
}
