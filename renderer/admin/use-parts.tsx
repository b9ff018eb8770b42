import type { ReactNode } from 'react';
import type { AdminUser } from '../../contract/desk/admin.ts';
import type { Counter, Office } from '../../contract/sync.ts';
import type { DeskProblem } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { CounterList, OfficeList, UserList } from './AdminLists.tsx';
import { CounterForm } from './CounterForm.tsx';
import * as drafts from './drafts.ts';
import { OfficeForm } from './OfficeForm.tsx';
import { useDrafts } from './use-drafts.ts';
import { useEditing } from './use-editing.ts';
import { UserForm } from './UserForm.tsx';

/** One of the lists, with the form of its current row. */
export interface Part {
  readonly list: ReactNode;
  readonly form: ReactNode | null;
  /** Null until the rows are there. */
  readonly count: number | null;
  readonly problem: DeskProblem | null;
  readonly retry: () => void;
  /** Begins a new row, or goes on with the one begun. */
  readonly add: () => void;
}

interface Shown {
  readonly filter: string;
  readonly office: string;
  readonly offices: readonly Office[];
  readonly provincial: boolean;
  readonly when: boolean;
}

/** Ids are made here, so that saving again after a lost answer meets the same row. */
const newId = (kind: string): string => `${kind}-${crypto.randomUUID()}`;

export function useUsers(shown: Shown & { readonly every: boolean; readonly user: string }): Part {
  const { office, offices } = shown;
  const query = useDesk('admin.users', { office: shown.every ? null : office }, ['reference'], { when: shown.when });
  const rows = query.data ?? [];
  const kept = useDrafts<drafts.UserDraft>();
  const edit = useEditing<AdminUser, drafts.UserDraft>('admin.users', rows, kept, drafts.userDraft, (row) => row.name);
  return {
    count: query.data?.length ?? null,
    problem: query.error,
    retry: () => void query.refetch(),
    add: () => edit.begin(kept.begun ?? drafts.newUser(newId('u'), office)),
    list: <UserList {...edit.list} rows={rows} filter={shown.filter} offices={offices} />,
    form:
      edit.draft === null ? null : (
        <UserForm
          key={edit.formKey}
          {...edit.form}
          draft={edit.draft}
          offices={offices}
          provincial={shown.provincial}
          own={edit.draft.id === shown.user}
        />
      ),
  };
}

export function useCounters(shown: Shown): Part {
  const { office, offices } = shown;
  const query = useDesk('admin.counters', { office }, ['reference'], { when: shown.when });
  const rows = query.data ?? [];
  const kept = useDrafts<drafts.CounterDraft>();
  const edit = useEditing<Counter, drafts.CounterDraft>(
    'admin.counters',
    rows,
    kept,
    drafts.counterDraft,
    (row) => row.name,
  );
  return {
    count: query.data?.length ?? null,
    problem: query.error,
    retry: () => void query.refetch(),
    add: () => edit.begin(kept.begun ?? drafts.newCounter(newId('q'), office)),
    list: <CounterList {...edit.list} rows={rows} filter={shown.filter} offices={offices} />,
    form:
      edit.draft === null ? null : (
        <CounterForm key={edit.formKey} {...edit.form} draft={edit.draft} offices={offices} />
      ),
  };
}

/** Also what the other two lists need: every office's name. */
export function useOffices(shown: Pick<Shown, 'filter' | 'office'>): Part & { readonly rows: readonly Office[] } {
  const query = useDesk('admin.offices', {}, ['reference']);
  const rows = query.data ?? [];
  const kept = useDrafts<drafts.OfficeDraft>();
  const edit = useEditing<Office, drafts.OfficeDraft>(
    'admin.offices',
    rows,
    kept,
    drafts.officeDraft,
    (row) => row.shortName,
  );
  const provincial = rows.some((row) => row.id === shown.office && row.kind === 'provincial-centre');
  const own = edit.draft?.id === shown.office;
  const listed = provincial ? rows : rows.filter((row) => row.id === shown.office);
  return {
    rows,
    count: query.data === undefined ? null : listed.length,
    problem: query.error,
    retry: () => void query.refetch(),
    add: () => edit.begin(kept.begun ?? drafts.newOffice(newId('cq'))),
    list: <OfficeList {...edit.list} rows={listed} filter={shown.filter} />,
    form:
      edit.draft === null || (!provincial && !own) ? null : (
        <OfficeForm key={edit.formKey} {...edit.form} draft={edit.draft} offices={rows} provincial={provincial} />
      ),
  };
}
