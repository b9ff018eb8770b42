import { z } from 'zod';
import { counterSchema, numberGrantSchema, officeSchema, referenceSchema, userSchema } from '../../contract/sync.ts';
import type { Sqlite } from './sqlite.ts';

/** Reference data as the province last handed it out. The desk keeps working on the edition it has. */
const kinds = {
  users: z.array(userSchema),
  offices: z.array(officeSchema),
  counters: z.array(counterSchema),
  grants: z.array(numberGrantSchema),
  settings: referenceSchema.shape.settings,
  catalogue: z.json(),
  calendar: z.json(),
} as const;

type Kinds = typeof kinds;
export type ReferenceKind = keyof Kinds;
export type ReferenceBody<K extends ReferenceKind> = z.output<Kinds[K]>;

export interface ReferenceStore {
  get<K extends ReferenceKind>(kind: K): ReferenceBody<K> | null;
  put<K extends ReferenceKind>(kind: K, body: ReferenceBody<K>): void;
  /** Grows with every `put`; lets readers keep a parsed copy. */
  readonly revision: number;
}

export function referenceOf(db: Sqlite): ReferenceStore {
  const get = db.prepare<[string], { body: string }>('SELECT body FROM reference WHERE kind = ?');
  const put = db.prepare(
    'INSERT INTO reference (kind, body) VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  );
  let revision = 0;
  return {
    get<K extends ReferenceKind>(kind: K) {
      const row = get.get(kind);
      if (row === undefined) return null;
      // The schema under `kind` is the one whose output type is ReferenceBody<K>.
      return kinds[kind].parse(JSON.parse(row.body)) as ReferenceBody<K>;
    },
    put(kind, body) {
      put.run(kind, JSON.stringify(body));
      revision += 1;
    },
    get revision() {
      return revision;
    },
  };
}
