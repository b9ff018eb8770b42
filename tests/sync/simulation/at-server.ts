import { holds, PromiseBroken } from './broken.ts';
import type { Ledger } from './ledger.ts';
import type { SimDesk } from './sim-desk.ts';
import type { SimServer } from './server.ts';

/** What the server holds, looked at while it works. */
export interface AtServer {
  /** @param odd what the run has done that gives honest events another end */
  check(server: SimServer, desks: readonly SimDesk[], odd: Odd): Promise<void>;
  /** Everything stands as it stood when it was first seen (S3). */
  checkAgain(server: SimServer): Promise<void>;
  /** The server was put back from a copy: what it had may be gone. */
  restored(): void;
}

export interface Odd {
  /** Devices that have been revoked. */
  readonly revoked: ReadonlySet<string>;
  /** Ids of what the province has written down as erasures by law. */
  readonly erasures: ReadonlySet<string>;
  /** Seats whose desk was cloned or put back: there equal codes and places are expected, and told. */
  readonly forked: ReadonlySet<string>;
  /** The server was put back. */
  readonly restores: boolean;
}

/** A place that stands empty, because its event was moved and stands in another. */
const PASSED = 'passed over';

interface EventRow {
  readonly device: string;
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly hash: string;
  readonly body_hash: string;
  readonly type: string;
  readonly quarantined: boolean;
  readonly ending: string | null;
  readonly reason: string | null;
  /** Of its log: the last place that is trusted since its desk was revoked; null: it was not. */
  readonly trusted: number | null;
  /** Of its log: its desk has left it. */
  readonly ended: boolean;
}

export function newAtServer(ledger: Ledger): AtServer {
  const seen = new Map<string, number>();
  /** By log and seq: id and hash. */
  const places = new Map<string, string>();
  let headOf: ReadonlyMap<string, number> = new Map();
  /** Of the province as it was last looked at. */
  let epoch = '';
  /** By id: what was in, whatever the province was put back from since. */
  const wasIn = new Set<string>();
  /**
   * What was in stays in: for its writers it is done, and others have gone on from it. After a restore, of a desk that never
   * got the answer, it may come before what made its office concerned: until that has come too.
   */
  const staysIn = (row: Pick<EventRow, 'id' | 'type' | 'quarantined' | 'reason'>, mayWait: boolean): void => {
    const { id, type, quarantined, reason } = row;
    if (!quarantined) wasIn.add(id);
    const isHeld = quarantined && wasIn.has(id) && !(mayWait && reason === 'XV-04');
    holds(!isHeld, 'S4', () => `${type} ${id} was in, and is kept apart now: ${reason ?? ''}`);
  };
  /** What had changed at the server when it was last looked at. */
  let looked = -1;
  const lookAtPlaces = (waiting: readonly Waiting[]): void => {
    for (const { desk, log, last, seqs } of waiting) {
      for (let seq = (headOf.get(log) ?? 0) + 1; seq <= last; seq += 1) {
        holds(seqs.has(seq), 'S1', () => `place ${seq} of ${desk} is neither at the server nor waiting`);
      }
    }
  };
  return {
    async check(server, desks, odd) {
      const waiting = (): Waiting[] =>
        desks.filter((desk) => !odd.restores || hasCompared(desk, epoch)).flatMap((desk) => waitingAt(desk, headOf));
      // Nothing has come in since: what was held against it still holds, and costs nothing.
      if (looked === server.changes) return lookAtPlaces(waiting());
      looked = server.changes;
      const heads = await server.rows<{ id: string; head: number }>('select id, head from log');
      epoch = (await server.rows<{ epoch: string }>('select epoch from province'))[0]?.epoch ?? '';
      const [rows, feeds] = await Promise.all([
        server.rows<EventRow>(
          `select e.device, e.log, e.seq, e.id, e.hash, substring(e.envelope from '"bodyHash":"([0-9a-f]*)"') as body_hash, e.type, e.quarantined, v.ending, v.reason,
           l.trusted, l.ended_at is not null as ended
           from event e join log l on l.id = e.log left join verdict v on v.log = e.log and v.seq = e.seq
           join unnest($1::uuid[], $2::int[]) as known (log, seq) on known.log = e.log
           where e.seq > known.seq
           union all select null, p.log, p.seq, p.event_id, p.hash, null, '${PASSED}', false, null, null, null, true
           from passed p join unnest($1::uuid[], $2::int[]) as known (log, seq) on known.log = p.log
           where p.seq > known.seq order by log, seq`,
          [heads.map(({ id }) => id), heads.map(({ id }) => seen.get(id) ?? 0)],
        ),
        server.rows<{ office: string; rows: number; last: number; let_in: number }>(
          `select f.office, count(*)::int as rows, max(f.number)::int as last,
           (select count(*)::int from release r join log l on l.id = r.log where l.office = f.office) as let_in
           from feed f group by f.office`,
        ),
      ]);
      for (const row of rows) {
        const expected = (seen.get(row.log) ?? 0) + 1;
        holds(row.seq === expected, 'S2', () => `log ${row.log} holds ${row.seq} where ${expected} follows`);
        seen.set(row.log, row.seq);
        if (row.type === PASSED) {
          const what = (): string => `place ${row.seq} of log ${row.log} was passed over, and its desk left no log`;
          holds(isOfForked(ledger, row.id, odd), 'S2', what);
          continue;
        }
        places.set(`${row.log} ${row.seq}`, `${row.id} ${row.hash}`);
        checkRow(ledger, row, odd);
        staysIn(row, odd.restores);
      }
      for (const { id, head } of heads) {
        holds(
          (seen.get(id) ?? 0) === head,
          'S2',
          () => `log ${id} says it holds ${head}, and holds ${seen.get(id) ?? 0}`,
        );
      }
      headOf = new Map(heads.map(({ id, head }) => [id, head]));
      lookAtPlaces(waiting());
      for (const { office, rows: count, last, let_in: letIn } of feeds) {
        // What was kept apart and let in leaves its place empty: readers have passed it.
        holds(count + letIn === last, 'S6', () => `the feed of ${office} has ${count} rows and ends with ${last}`);
      }
    },
    async checkAgain(server) {
      const rows = await server.rows<EventRow>(
        `select e.log, e.seq, e.id, e.hash, e.type, e.quarantined, v.reason
         from event e left join verdict v on v.log = e.log and v.seq = e.seq`,
      );
      for (const row of rows) {
        const { log, seq, id, hash } = row;
        staysIn(row, false);
        const before = places.get(`${log} ${seq}`);
        holds(before === `${id} ${hash}`, 'S3', () => `place ${seq} of log ${log} holds another event than it did`);
      }
      holds(rows.length === places.size, 'S1', () => `${places.size} events were at the server, ${rows.length} are`);
    },
    restored() {
      places.clear();
      seen.clear();
    },
  };
}

interface Waiting {
  readonly desk: string;
  readonly log: string;
  /** The last place written. */
  readonly last: number;
  readonly seqs: ReadonlySet<number>;
}

/** Whether a desk has found that all it holds is at the province, since that was last put back from a copy. */
function hasCompared({ life }: SimDesk, epoch: string): boolean {
  return life?.opened.context.store.meta.get('compared') === epoch;
}

/**
 * What of its log beyond the province's head waits at a desk; nothing of one that is closed, or where the log it writes has
 * two stories because it was copied.
 */
function waitingAt(desk: SimDesk, heads: ReadonlyMap<string, number>): Waiting[] {
  const log = desk.life?.opened.context.store.log ?? null;
  if (log === null) return [];
  const { log: id, seq: last } = log.head();
  if (desk.parted.has(id)) return [];
  const seqs = new Set(log.unsentFrom(id, 100_000, heads.get(id) ?? 0).map(({ seq }) => seq));
  return [{ desk: desk.name, log: id, last, seqs }];
}

function checkRow(ledger: Ledger, row: EventRow, odd: Odd): void {
  const written = ledger.get(row.id);
  // What a desk says of its own logs no officer did.
  if (row.type === 'log.hole') return;
  if (odd.erasures.has(row.id)) {
    holds(row.ending === 'applied' || row.ending === 'flagged', 'S1', () => `erasure ${row.id}: ${row.ending ?? ''}`);
    return;
  }
  if (written === undefined)
    throw new PromiseBroken('S1', `${row.type} ${row.id} is at the server, and no desk wrote it`);
  holds(written.bodyHash === row.body_hash, 'S3', () => `${row.type} ${row.id} says something else at the server`);
  holds(row.ending !== null, 'S1', () => `${row.type} ${row.id} has no verdict`);
  holds(
    row.quarantined === (row.ending === 'quarantined'),
    'S1',
    () => `${row.id}: kept apart, and ${row.ending ?? ''}`,
  );
  if (row.ending === 'quarantined') checkApart(written.poison, row, odd);
  else {
    holds(written.poison === null, 'S1', () => `${row.type} ${row.id} should be kept apart (${written.poison ?? ''})`);
    const isExcused = odd.forked.has(written.seat);
    if (row.reason === 'XV-17') {
      holds(isExcused && row.ended, 'S4', () => `${row.type} ${row.id}: XV-17, and its desk left no log`);
    }
    if (row.reason === 'XV-05' || row.reason === 'XV-07') {
      holds(isExcused, 'S7', () => `${row.type} ${row.id}: ${row.reason ?? ''} of an honest number`);
    }
  }
}

/** Whether it was written at a seat whose desk was cloned or put back; what a desk says of its own logs, at any such seat. */
function isOfForked(ledger: Ledger, id: string, odd: Odd): boolean {
  const written = ledger.get(id);
  return written === undefined ? odd.forked.size > 0 : odd.forked.has(written.seat);
}

function checkApart(poison: string | null, row: EventRow, odd: Odd): void {
  if (row.reason === 'XV-06') {
    holds(odd.revoked.has(row.device), 'S1', () => `${row.id}: XV-06, and nobody revoked its desk`);
    const { seq, trusted } = row;
    holds(trusted !== null && seq > trusted, 'S4', () => `${row.id}: XV-06 at ${seq}, trusted up to ${trusted ?? ''}`);
    return;
  }
  // After a restore one office's event may come before the one of another that made it concerned: it lies in quarantine
  // with its reason, as S1 allows, and a person releases it.
  if (row.reason === 'XV-04' && odd.restores) return;
  const isOld = poison === null && row.reason === 'XV-03';
  holds(!isOld, 'S11', () => `${row.type} ${row.id} is honest, and no release of the province reads it`);
  const isFit = row.reason === poison;
  holds(
    isFit,
    'S4',
    () =>
      `${row.type} ${row.id} is kept apart for ${row.reason ?? ''}${poison === null ? ', and is honest' : `, not ${poison}`}`,
  );
}
