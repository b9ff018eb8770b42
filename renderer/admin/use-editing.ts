import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CallName } from '../../contract/desk.ts';
import { goToForm } from './FormPanel.tsx';
import type { RowFormProps } from './row-form.ts';
import { withRow } from './rows.ts';
import type { Drafts } from './use-drafts.ts';

export interface Editing<Row, Draft> {
  readonly current: string | null;
  readonly saved: Row | null;
  readonly draft: Draft | null;
  readonly list: {
    readonly current: string | null;
    readonly onCurrent: (id: string) => void;
    readonly onOpen: () => void;
    readonly unsaved: (id: string) => boolean;
  };
  readonly form: Omit<RowFormProps<Draft, Row>, 'draft'>;
  /** Changes when the form must begin anew. */
  readonly formKey: string;
  readonly begin: (draft: Draft) => void;
}

/** Which row is open, what was changed in it, and what saving does to the list. */
export function useEditing<
  Row extends { readonly id: string },
  Draft extends { readonly id: string; readonly revision: number | null },
>(
  call: CallName,
  rows: readonly Row[],
  kept: Drafts<Draft>,
  draftOf: (row: Row) => Draft,
  nameOf: (row: Row) => string,
): Editing<Row, Draft> {
  const t = useTranslations('admin');
  const client = useQueryClient();
  const [current, setCurrent] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [times, setTimes] = useState(0);
  const saved = rows.find((row) => row.id === current) ?? null;
  const changed = current === null ? undefined : kept.of(current);
  const select = (id: string): void => {
    if (id !== current) setDone(null);
    setCurrent(id);
  };
  const again = (): void => void client.invalidateQueries({ queryKey: ['desk', call] });
  return {
    current,
    saved,
    draft: changed ?? (saved === null ? null : draftOf(saved)),
    list: { current, onCurrent: select, onOpen: goToForm, unsaved: (id) => kept.of(id) !== undefined },
    form: {
      saved,
      onDraft: (draft) => {
        setDone(null);
        kept.put(draft);
      },
      onSaved: (row) => {
        setDone(t(saved === null ? 'created' : 'saved', { name: nameOf(row) }));
        kept.drop(row.id);
        client.setQueriesData<Row[]>({ queryKey: ['desk', call] }, (old) =>
          old === undefined ? old : withRow(old, row),
        );
        again();
      },
      onDiscard:
        changed === undefined
          ? null
          : () => {
              kept.drop(changed.id);
              setTimes((n) => n + 1);
            },
      onReopen: () => {
        if (current !== null) kept.drop(current);
        setTimes((n) => n + 1);
        again();
      },
      done,
    },
    formKey: `${current} ${times}`,
    begin: (draft) => {
      kept.put(draft);
      select(draft.id);
    },
  };
}
