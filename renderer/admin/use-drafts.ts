import { useState } from 'react';

/** What was changed in rows of one list and not saved yet; going from row to row loses nothing. */
export interface Drafts<D> {
  readonly of: (id: string) => D | undefined;
  readonly put: (draft: D) => void;
  readonly drop: (id: string) => void;
  /** The new row that was begun, if any. */
  readonly begun: D | undefined;
}

export function useDrafts<D extends { readonly id: string; readonly revision: number | null }>(): Drafts<D> {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, D>>(new Map());
  return {
    of: (id) => drafts.get(id),
    put: (draft) => setDrafts((now) => new Map([...now, [draft.id, draft]])),
    drop: (id) => setDrafts((now) => new Map([...now].filter(([key]) => key !== id))),
    begun: [...drafts.values()].find((draft) => draft.revision === null),
  };
}
