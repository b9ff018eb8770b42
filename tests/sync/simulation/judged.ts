import { z } from 'zod';
import { verdictOf } from '../../../server/store/verdicts.ts';
import type { VerdictTable } from '../../../server/store/tables.ts';
import type { Verdict } from '../../../contract/sync.ts';
import { standing, type ReadEvent } from '../../../contract/events.ts';
import { envelopeOf } from '../../../server/store/events.ts';
import { readStored } from '../../../server/push/fold.ts';
import { holds } from './broken.ts';
import type { Ledger } from './ledger.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';
import type { SimServer } from './server.ts';

/** An event as it stands at the server, in whose log, and in whose feeds. */
export interface Row {
  readonly id: string;
  readonly log: string;
  readonly seq: number;
  readonly device: string;
  readonly aggregate_id: string;
  readonly type: string;
  readonly envelope: string;
  readonly body: string | null;
  readonly quarantined: boolean;
  /** Of the log it stands in. */
  readonly office: string;
  /** Offices that have it in their feed. */
  readonly fed: string[];
}

export async function rowsAtServer(server: SimServer): Promise<readonly Row[]> {
  return server.rows<Row>(
    `select e.id, e.log, e.seq, e.device, e.type, e.envelope, e.body, e.aggregate_id, e.quarantined, l.office,
     array(select f.office from feed f where f.log = e.log and f.seq = e.seq) as fed
     from event e join log l on l.id = e.log order by e.log, e.seq`,
  );
}

/**
 * S4: nothing honest of a desk in order is kept apart for ever. While something it comes after is not there, or is kept
 * apart itself, it may wait; once all of that is in, it must be let in.
 */
export function checkLetIn(rows: readonly Row[], ledger: Ledger, revoked: ReadonlySet<string>): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isWhole = new Map<string, boolean>();
  /** Whether all that leads up to it is in. */
  const comesAfterAllIn = ({ id, envelope }: Row): boolean => {
    const known = isWhole.get(id);
    if (known !== undefined) return known;
    const all = envelopeOf({ envelope }).after.every((parent) => {
      const row = byId.get(parent);
      return row !== undefined && !row.quarantined && comesAfterAllIn(row);
    });
    isWhole.set(id, all);
    return all;
  };
  for (const row of rows) {
    const isHonest = ledger.get(row.id)?.poison === null && !revoked.has(row.device);
    if (!row.quarantined || !isHonest) continue;
    const what = (): string => `${row.type} ${row.id} is honest, all it comes after is in, and it is kept apart`;
    holds(!comesAfterAllIn(row), 'S4', what);
  }
}

/**
 * S6: an event is in the feed of the office it was written at; one of a dossier in that of every office its events name,
 * what came before that too. @param begun ids of the dossiers whose beginning is there
 */
export function checkFed(rows: readonly Row[], begun: ReadonlySet<string>): void {
  const byDossier = Map.groupBy(
    rows.filter((row) => begun.has(row.aggregate_id) && !row.quarantined),
    (row) => row.aggregate_id,
  );
  for (const row of rows) {
    // What the province says of its own accord is for whoever it concerns.
    if (row.type.endsWith('.erased')) continue;
    const what = (): string => `${row.type} ${row.id} of ${row.office} is not in the feed of its own office`;
    holds(row.fed.includes(row.office), 'S6', what);
  }
  for (const [id, events] of byDossier) {
    const read = events.map((row) => ({ id: row.id, read: readStored(envelopeOf(row), row.body) }));
    for (const office of new Set(standing(read).flatMap((each) => namedIn(each)))) {
      for (const row of events) {
        const what = (): string => `${row.type} ${row.id} of ${id} is not in the feed of ${office}, which ${id} names`;
        holds(row.fed.includes(office), 'S6', what);
      }
    }
  }
}

const named = {
  receivingOffice: z.string().optional().catch(undefined),
  competentOffice: z.string().optional().catch(undefined),
};
const place = z.object({ office: z.string() }).optional().catch(undefined);
const namingSchema = z.object({
  ...named,
  intake: z.object(named).optional().catch(undefined),
  change: z.object(named).optional().catch(undefined),
  to: place,
  by: place,
  seenOnSlip: z.object({}).nullable().catch(null),
});

/** The offices that an event names as receiving, competent, given to or taking by the slip: by the words of its body alone. */
function namedIn(event: ReadEvent | null): string[] {
  const body = namingSchema.safeParse(event?.body).data;
  if (body === undefined) return [];
  const offices = [body, body.intake, body.change].flatMap((of) => [of?.receivingOffice, of?.competentOffice]);
  const takes = body.seenOnSlip === null ? undefined : body.by?.office;
  return [...offices, body.to?.office, takes].flatMap((office) => office ?? []);
}

/** S1, S4: what a desk says of an event is the province's word on it as it stands now, and it has a word on all of its feed. */
export async function checkVerdicts(
  server: SimServer,
  rows: readonly Row[],
  desks: readonly { readonly desk: SimDesk; readonly life: DeskLife }[],
): Promise<void> {
  const given = await server.rows<VerdictTable>('select * from verdict');
  const words = new Map(given.map((row) => [row.event_id, verdictOf(row)]));
  for (const { desk, life } of desks) {
    if (desk.isRevoked) continue;
    const { outbox, log } = life.opened.context.store;
    for (const row of rows) {
      const told = outbox.verdictOn(row.id);
      const isHere = log?.aggregateOf(row.id) === row.aggregate_id;
      if (told === null && !(isHere && row.fed.includes(desk.seat.office))) continue;
      const [said, stands] = [plain(told), plain(words.get(row.id) ?? null)];
      const what = (): string => `${desk.name} says ${said} of ${row.type} ${row.id}, and the province ${stands}`;
      holds(said === stands, 'S4', what);
    }
  }
}

/** What it says, without when. */
function plain(verdict: Verdict | null): string {
  if (verdict === null) return 'nothing';
  const { end, reason, log, seq, hash, book } = verdict;
  return JSON.stringify([end, reason, book, log, seq, hash]);
}
