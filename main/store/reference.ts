import { z } from 'zod';
import { hallChangeSchema } from '../../contract/hall-rules.ts';
import { slipEditionSchema } from '../../contract/slip-template.ts';
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
  slipEditions: z.array(slipEditionSchema),
  devices: referenceSchema.shape.devices,
  hallChanges: z.array(hallChangeSchema),
} as const;

type Kinds = typeof kinds;
export type ReferenceKind = keyof Kinds;
export type ReferenceBody<K extends ReferenceKind> = z.output<Kinds[K]>;

export interface ReferenceStore {
  get<K extends ReferenceKind>(kind: K): ReferenceBody<K> | null;
  put<K extends ReferenceKind>(kind: K, body: ReferenceBody<K>): void;
}

export function referenceOf(db: Sqlite): ReferenceStore {
  const get = db.prepare<[string], { body: string }>('SELECT body FROM reference WHERE kind = ?');
  const put = db.prepare(
    'INSERT INTO reference (kind, body) VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  );
  // Asked for hundreds of times in a list of sixty, so neither read nor parsed again until it is put anew.
  const parsed = new Map<ReferenceKind, { readonly body: unknown }>();
  // Put in a transaction that may yet be rolled back: read afresh until none is open.
  const unsure = new Set<ReferenceKind>();
  return {
    get<K extends ReferenceKind>(kind: K) {
      let known = unsure.has(kind) ? undefined : parsed.get(kind);
      if (known === undefined) {
        const text = get.get(kind)?.body ?? null;
        known = { body: text === null ? null : kinds[kind].parse(JSON.parse(text)) };
        parsed.set(kind, known);
        if (!db.inTransaction) unsure.delete(kind);
      }
      // The schema under `kind` is the one whose output type is ReferenceBody<K>.
      return known.body as ReferenceBody<K> | null;
    },
    put(kind, body) {
      put.run(kind, JSON.stringify(body));
      unsure.add(kind);
    },
  };
}
