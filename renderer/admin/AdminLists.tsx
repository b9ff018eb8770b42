import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AdminUser } from '../../contract/desk/admin.ts';
import type { Counter, Office } from '../../contract/sync.ts';
import { phone } from '../ui/format.ts';
import { List, type Column, type ListGroup } from '../ui/List.tsx';
import { useMachineKinds, usePlaceUses } from './machine-kinds.ts';
import styles from './AdminLists.module.css';
import { officeKinds, useKindWord } from './office-kinds.ts';
import { filtered, inListOrder, officesInOrder } from './rows.ts';

export interface AdminListProps<Row> {
  readonly rows: readonly Row[];
  readonly filter: string;
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: () => void;
  /** Rows with changes that are not saved. */
  readonly unsaved: (id: string) => boolean;
}

/** Groups by office where several stand in the list. */
function byOffice<Row extends { readonly office: string; readonly name: string; readonly disabled: boolean }>(
  rows: readonly Row[],
  offices: readonly Office[],
): ListGroup<Row>[] {
  const groups = officesInOrder(offices).flatMap((office): ListGroup<Row>[] => {
    const own = inListOrder(rows.filter((row) => row.office === office.id));
    return own.length === 0 ? [] : [{ key: office.id, head: office.shortName, rows: own }];
  });
  const only = groups[0];
  return groups.length === 1 && only !== undefined ? [{ key: only.key, rows: only.rows }] : groups;
}

function useStateColumn<Row extends { readonly id: string; readonly disabled: boolean }>(
  unsaved: (id: string) => boolean,
): Column<Row> {
  const t = useTranslations('admin');
  return {
    key: 'state',
    head: t('state'),
    className: styles.state,
    cell: (row) => (
      <>
        {unsaved(row.id) ? (
          <span className={styles.unsaved}>{t('unsaved')}</span>
        ) : row.disabled ? (
          t('stopped')
        ) : (
          t('active')
        )}
      </>
    ),
  };
}

interface TableProps<Row> extends AdminListProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly ListGroup<Row>[];
}

function Table<Row extends { readonly id: string }>(props: TableProps<Row>): ReactNode {
  const t = useTranslations('admin');
  const count = props.groups.reduce((n, group) => n + group.rows.length, 0);
  if (count === 0) return <p className={styles.none}>{props.filter === '' ? t('nothing') : t('nothingMatches')}</p>;
  return (
    <List
      label={props.label}
      columns={props.columns}
      groups={props.groups}
      rowKey={(row) => row.id}
      current={props.current}
      onCurrent={props.onCurrent}
      onOpen={(row) => {
        props.onCurrent(row.id);
        props.onOpen();
      }}
    />
  );
}

export function UserList(props: AdminListProps<AdminUser> & { readonly offices: readonly Office[] }): ReactNode {
  const t = useTranslations('admin');
  const role = useTranslations('role');
  const state = useStateColumn<AdminUser>(props.unsaved);
  const found = filtered(props.rows, props.filter, ({ name, login }) => `${name} ${login}`);
  return (
    <Table
      {...props}
      label={t('users')}
      groups={byOffice(found, props.offices)}
      columns={[
        { key: 'name', head: t('name'), className: styles.name, cell: (user) => <b>{user.name}</b> },
        { key: 'login', head: t('login'), className: styles.login, cell: (user) => user.login },
        { key: 'role', head: t('role'), className: styles.role, cell: (user) => role(user.role) },
        {
          key: 'does',
          head: t('fields'),
          className: styles.does,
          cell: (user) => user.unit ?? (user.fields.length > 0 ? user.fields.join(', ') : user.position),
        },
        state,
      ]}
    />
  );
}

export function CounterList(props: AdminListProps<Counter> & { readonly offices: readonly Office[] }): ReactNode {
  const t = useTranslations('admin');
  const kinds = useMachineKinds();
  const uses = usePlaceUses();
  const state = useStateColumn<Counter>(props.unsaved);
  return (
    <Table
      {...props}
      label={t('counters')}
      groups={byOffice(
        filtered(props.rows, props.filter, ({ name }) => name),
        props.offices,
      )}
      columns={[
        { key: 'name', head: t('counterName'), className: styles.name, cell: (counter) => <b>{counter.name}</b> },
        { key: 'id', head: t('counterId'), className: styles.does, cell: (counter) => counter.id },
        {
          key: 'kind',
          head: t('counterKind'),
          className: styles.does,
          cell: ({ kind, use }) => (kind === 'desk' ? uses[use] : kinds[kind]),
        },
        state,
      ]}
    />
  );
}

export function OfficeList(props: AdminListProps<Office>): ReactNode {
  const t = useTranslations('admin');
  const kindWord = useKindWord();
  const state = useStateColumn<Office>(props.unsaved);
  const found = filtered(props.rows, props.filter, ({ name, shortName }) => `${shortName} ${name}`);
  const groups = officeKinds.flatMap((kind): ListGroup<Office>[] => {
    const rows = officesInOrder(found.filter((office) => office.kind === kind));
    return rows.length === 0 ? [] : [{ key: kind, head: kindWord(kind), rows }];
  });
  return (
    <Table
      {...props}
      label={t('offices')}
      groups={groups}
      columns={[
        { key: 'name', head: t('shortName'), className: styles.office, cell: (office) => <b>{office.shortName}</b> },
        {
          key: 'prefix',
          head: t('codePrefix'),
          className: styles.role,
          cell: (office) => office.codePrefix ?? t('noPrefix'),
        },
        { key: 'phone', head: t('phone'), className: styles.role, cell: (office) => phone(office.phone) },
        { key: 'address', head: t('address'), className: styles.does, cell: (office) => office.address },
        state,
      ]}
    />
  );
}
