import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import type { RegisterFilter } from '../../contract/desk/books.ts';
import { REGISTER_PAGE } from '../../domain/book/register.ts';
import { DeskFrame } from '../app/DeskFrame.tsx';
import { useNow } from '../app/now.tsx';
import { useDesk } from '../app/queries.ts';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { usePlace } from '../stores/place.ts';
import { Button } from '../ui/Button.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { List, type Column } from '../ui/List.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Books.module.css';
import { DateField } from './DateField.tsx';
import { RegisterOutcome } from './RegisterOutcome.tsx';

export type RegisterLine = CallOutput<'book.register'>['rows'][number];

/** The year's register (Sổ theo dõi hồ sơ, Mẫu 07): sixty lines a page, in the order of the running numbers. */
export function RegisterView({ choice }: { readonly choice: ReactNode }): ReactNode {
  const t = useTranslations('books');
  const thisYear = Number(useNow().slice(0, 4));
  const [filter, setFilter] = useState<RegisterFilter>({
    year: thisYear,
    from: null,
    to: null,
    field: null,
    timeliness: 'all',
  });
  const [offset, setOffset] = useState(0);
  const [current, setCurrent] = useState<string | null>(null);
  const openDossier = usePlace((place) => place.openDossier);
  const { data, error } = useDesk('book.register', { ...filter, offset, limit: REGISTER_PAGE }, ['dossiers', 'status']);
  const change = (part: Partial<RegisterFilter>): void => {
    setFilter({ ...filter, ...part });
    setOffset(0);
  };
  const columns = useColumns();
  const rows = data?.rows ?? [];
  const total = data?.total ?? 0;
  const chosen = rows.find((row) => row.dossierId === current) ?? rows[0] ?? null;
  return (
    <DeskFrame rail={false} outcome={<RegisterOutcome line={chosen} filter={filter} onOpen={openDossier} />}>
      <SheetHead
        title={t('register')}
        fact={total === 0 ? undefined : t('lines', { from: offset + 1, to: offset + rows.length, total })}
        aside={choice}
      />
      <Filter filter={filter} data={data} onChange={change} />
      <SheetBody>
        {error !== null && <ProblemNotice problem={error} />}
        {data !== undefined && total === 0 && (
          <p className={styles.none} role="status">
            {t('noLines')}
          </p>
        )}
        {rows.length > 0 && (
          <List
            label={t('register')}
            columns={columns}
            groups={[{ key: 'lines', rows }]}
            rowKey={(row) => row.dossierId}
            current={chosen?.dossierId ?? null}
            onCurrent={setCurrent}
            onOpen={(row) => openDossier(row.dossierId)}
            twoLines
            className={styles.list}
          />
        )}
        {total > REGISTER_PAGE && (
          <div className={styles.pages}>
            {offset > 0 && (
              <Button size="small" action="pageBefore" onPress={() => setOffset(offset - REGISTER_PAGE)}>
                {t('pageBefore')}
              </Button>
            )}
            {offset + REGISTER_PAGE < total && (
              <Button size="small" action="pageAfter" onPress={() => setOffset(offset + REGISTER_PAGE)}>
                {t('pageAfter')}
              </Button>
            )}
          </div>
        )}
      </SheetBody>
    </DeskFrame>
  );
}

/** No field has an empty name. */
const EVERY_FIELD = '';

function Filter({
  filter,
  data,
  onChange,
}: {
  readonly filter: RegisterFilter;
  readonly data: CallOutput<'book.register'> | undefined;
  readonly onChange: (part: Partial<RegisterFilter>) => void;
}): ReactNode {
  const t = useTranslations('books');
  const years = data?.years ?? [filter.year];
  const fields = [...new Set([...(filter.field === null ? [] : [filter.field]), ...(data?.fields ?? [])])];
  return (
    <div className={styles.filter}>
      <Select
        label={t('year')}
        className={styles.year}
        value={String(filter.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChange={(year) => onChange({ year: Number(year), from: null, to: null })}
      />
      <DateField
        label={t('from')}
        value={filter.from}
        onChange={(from) => onChange({ from })}
        className={styles.fromDate}
      />
      <DateField label={t('to')} value={filter.to} onChange={(to) => onChange({ to })} className={styles.toDate} />
      <Select
        label={t('field')}
        className={styles.field}
        value={filter.field ?? EVERY_FIELD}
        options={[
          { value: EVERY_FIELD, label: t('allFields') },
          ...fields.map((field) => ({ value: field, label: field })),
        ]}
        onChange={(field) => onChange({ field: field === EVERY_FIELD ? null : field })}
      />
      <Select
        label={t('timeliness')}
        className={styles.timely}
        value={filter.timeliness}
        options={(['all', 'open', 'onTime', 'late'] as const).map((value) => ({ value, label: t(`timely.${value}`) }))}
        onChange={(timeliness) => onChange({ timeliness })}
      />
    </div>
  );
}

function useColumns(): Column<RegisterLine>[] {
  const t = useTranslations('books');
  const two = (first: ReactNode, second: ReactNode): ReactNode => (
    <>
      <span className={styles.first}>{first}</span>
      <span className={styles.second}>{second}</span>
    </>
  );
  const moment = (at: string | null, none = ''): ReactNode =>
    at === null ? <span className={styles.second}>{none}</span> : two(dayMonth(at), clock(at));
  return [
    {
      key: 'number',
      head: t('number'),
      className: styles.number,
      cell: (row) => (row.number === null ? <span className={styles.second}>{t('later')}</span> : <b>{row.number}</b>),
    },
    { key: 'dossier', head: t('dossier'), cell: (row) => two(<b>{row.code}</b>, row.procedure) },
    {
      key: 'who',
      head: t('who'),
      cell: (row) => two(row.name === '' ? t('unnamed') : row.name, row.address),
    },
    {
      key: 'unit',
      head: t('unit'),
      className: styles.unit,
      cell: (row) => <span className={styles.wrapped}>{row.unit}</span>,
    },
    { key: 'received', head: t('receivedAt'), className: styles.moment, cell: (row) => moment(row.receivedAt) },
    { key: 'due', head: t('dueAt'), className: styles.moment, cell: (row) => moment(row.dueAt, t('dueAtOnce')) },
    { key: 'returned', head: t('returnedAt'), className: styles.moment, cell: (row) => moment(row.returnedAt) },
  ];
}
