import { z } from 'zod';
import { ticketPrinterChoiceSchema } from '../../contract/desk/ticket-printers.ts';
import { memberSchema, reignSchema } from '../../contract/hall.ts';
import { base64urlSchema, hashSchema, idSchema, keySchema } from '../../contract/primitives.ts';
import { leftLogSchema } from '../../contract/logs.ts';
import { machineKindSchema } from '../../contract/machine-kind.ts';
import { numberGrantSchema } from '../../contract/sync.ts';
import type { Sqlite } from './sqlite.ts';

/** What this machine is: kept in the encrypted database, one JSON value a key. */
const schemas = {
  /** The device's own key pair, made before enrolment so that a lost reply can be asked for again. */
  deviceKey: z.strictObject({ publicKey: base64urlSchema(64), privateKey: base64urlSchema(64) }),
  enrolment: z.strictObject({
    serverUrl: z.url(),
    server: idSchema,
    serverPublicKey: base64urlSchema(64),
    device: idSchema,
    deviceName: z.string(),
    log: idSchema,
    office: keySchema,
    counter: keySchema,
    /** Decided by the place it was enrolled for. */
    kind: machineKindSchema.default('desk'),
    demo: z.boolean(),
  }),
  /** Logs this machine wrote before the one it writes now. */
  formerLogs: z.array(idSchema),
  /** Of those, the ones the province has not been told of yet. */
  leftLogs: z.array(leftLogSchema),
  /** Ranges of numbers they had: nothing is printed from them any more, and after a restore the province must hear of them (S7). */
  leftGrants: z.array(numberGrantSchema),
  /**
   * Logs somebody must look at: of this machine, left because the province does not take them, or because places of it are
   * gone from the disk and nothing says why (`lost`); of another (`heard`), of which it refused what came through here.
   * Until somebody has.
   */
  logMatters: z.array(
    z.strictObject({
      log: idSchema,
      because: z.enum(['place-taken', 'refused', 'heard', 'lost']),
      device: idSchema,
      /** Device clock, ms. */
      at: z.int(),
    }),
  ),
  /** Rows lost for good, to be told by a `log.hole`. */
  holes: z.array(
    z.strictObject({
      log: idSchema,
      seq: z.int().min(1),
      id: idSchema.nullable(),
      hash: hashSchema.nullable(),
      aggregateId: idSchema.nullable(),
    }),
  ),
  /** The feed's epoch in which all that is here was last found to be in the province. */
  compared: idSchema,
  /** True in a backup alone: who opens it as his database has put it back, and the log has gone on without it. */
  isCopy: z.boolean(),
  /** Feed position: stored in the transaction that stores the page (S6). */
  feed: z.strictObject({ epoch: idSchema, cursor: z.string() }),
  /** How far a new desk has come with its office's open dossiers, by id; before the feed. */
  openFirst: z.strictObject({ after: z.string(), isDone: z.boolean() }),
  /** How far a new desk has come with the whole histories of its office's feed; before the feed. */
  histories: z.strictObject({ epoch: idSchema, at: z.string() }),
  /** Which kinds of events this release reads, and the row up to which all were looked at since. */
  reread: z.strictObject({ reads: hashSchema, after: z.int().min(0), isDone: z.boolean() }),
  /** Server clock minus device clock, ms, and when (device clock) it was measured. */
  clock: z.strictObject({ offset: z.int(), at: z.int() }),
  /**
   * Somebody has set this machine's clock since it was measured `of` (null: it never was): what that puts to the offset, ms,
   * and whether the clock is doubted until it is measured again. Where it was not measured by the program as it runs: how far it
   * was set in all since, and what it had carried before that.
   */
  clockSet: z.strictObject({
    of: z.int().nullable(),
    carried: z.int(),
    isDoubted: z.boolean(),
    net: z.int(),
    before: z.int(),
  }),
  /** Device clock at the last answered request. */
  lastContact: z.int(),
  lastBackup: z.int(),
  /** Since when (device clock) the line is down; null while it is up. */
  lineDownSince: z.int().nullable(),
  /** What this machine is known by in the hall. */
  hallKey: z.strictObject({ privateKey: z.string(), certificate: z.string() }),
  /** The machines of the hall as this one knows them, itself too. */
  hallMembers: z.array(memberSchema),
  /** What the office's hall seals cards with; its machines have it of their host. */
  hallSecret: base64urlSchema(64),
  hallPlace: z.object({
    /** This database, for those that give it what they have. */
    store: idSchema,
    /** Its own reign, and the log it writes it in: one put back from a copy reigns no more. */
    hosting: z.strictObject({ term: z.int(), log: idSchema }).nullable(),
    /** The last reign this machine knows of. */
    last: reignSchema.nullable(),
    /** It ended by a person's act: nobody is asked to go on with it. */
    isSignedOff: z.boolean(),
  }),
  /** A machine of the waiting room: nothing of the staff is left on it from a release that kept their list there. */
  staffForgotten: z.boolean(),
  /** Which printers print its tickets, where somebody chose them here; null: as the program was started. */
  ticketPrinters: ticketPrinterChoiceSchema,
  /** Where this machine's scanner leaves its files; null: none is watched. */
  scanFolder: z.string().nullable(),
} as const;

type Schemas = typeof schemas;
export type MetaKey = keyof Schemas;
export type MetaValue<K extends MetaKey> = z.output<Schemas[K]>;
export type Enrolment = MetaValue<'enrolment'>;

export interface Meta {
  get<K extends MetaKey>(key: K): MetaValue<K> | null;
  set<K extends MetaKey>(key: K, value: MetaValue<K>): void;
}

export function metaOf(db: Sqlite): Meta {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const write = db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  // Read in every call, so parsed once; never kept from inside a transaction that may yet be rolled back.
  const parsed = new Map<MetaKey, unknown>();
  const readAs = (key: MetaKey): unknown => {
    const row = read.get(key);
    return row === undefined ? null : schemas[key].parse(JSON.parse(row.value));
  };
  return {
    get<K extends MetaKey>(key: K) {
      if (!db.inTransaction && !parsed.has(key)) parsed.set(key, readAs(key));
      // The schema under `key` is the one whose output type is MetaValue<K>.
      return (db.inTransaction ? readAs(key) : parsed.get(key)) as MetaValue<K> | null;
    },
    set: (key, value) => {
      parsed.delete(key);
      write.run(key, JSON.stringify(value));
    },
  };
}
