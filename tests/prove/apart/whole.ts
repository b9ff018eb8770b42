import pg from 'pg';
import { verifierOf } from '../../../contract/signing.ts';
import type { Verdict } from '../../../contract/sync.ts';
import { canonical, type Json } from '../../../domain/log/canonical.ts';
import { follows, GENESIS, sealFault, type Envelope, type LogEvent } from '../../../domain/log/envelope.ts';
import type { OfficerAtWork } from './officer-at-work.ts';

/** What stands at the province when everything is said to be over. */
export interface AtProvince {
  readonly events: ReadonlyMap<string, StoredAtProvince>;
  readonly verdicts: number;
  readonly dossiers: number;
  /** Ids of what each office's feed holds. */
  readonly feeds: ReadonlyMap<string, readonly string[]>;
  readonly views: ReadonlyMap<string, string>;
}

interface StoredAtProvince {
  readonly log: string;
  readonly seq: number;
  readonly aggregate: string;
  readonly ending: string;
  readonly signature: string;
  /** It was kept apart and has been let in since: its verdict is another one than that first answered. */
  readonly released: boolean;
}

interface Row extends StoredAtProvince {
  readonly id: string;
  readonly hash: string;
  readonly envelope: string;
  readonly body: string | null;
  readonly salt: string | null;
  readonly public_key: string;
}

/**
 * Reads the province's database and holds it against itself: each event once and with one verdict, each log whole from
 * its beginning, sealed and chained, its head where the log ends, each feed without a gap but where something was let in.
 * @throws Error naming the first thing that is not so
 */
export async function wholeProvince(url: string): Promise<AtProvince> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows = async <R extends object>(sql: string): Promise<R[]> => (await client.query<R>(sql)).rows;
  try {
    const stored =
      await rows<Row>(`select e.id, e.log, e.seq, e.aggregate_id as aggregate, e.hash, e.envelope, e.body, e.salt, d.public_key,
      v.ending, v.signature, exists (select from release r where r.log = e.log and r.seq = e.seq) as released from event e join log l on l.id = e.log join device d on d.id = l.device
      left join verdict v on v.log = e.log and v.seq = e.seq and v.event_id = e.id order by e.log, e.seq`);
    const heads = await rows<{ id: string; head: number; head_hash: string; left: boolean }>(
      'select id, head, head_hash, ended_at is not null as left from log',
    );
    const left = heads.find((log) => log.left);
    // No desk of these proofs is copied or put back: it has lost something, or believes that it has.
    if (left !== undefined) throw new Error(`the desk of log ${left.id} has left it, at ${left.head}`);
    const feed = await rows<{ office: string; number: string; id: string; quarantined: boolean }>(
      `select f.office, f.number, e.id, e.quarantined from feed f join event e on e.log = f.log and e.seq = f.seq
       order by f.office, f.number`,
    );
    const views = await rows<{ id: string; view: string }>('select id, view from dossier_view');
    const [counted] = await rows<{ n: number }>('select count(*)::int as n from verdict');
    const events = new Map<string, StoredAtProvince>();
    for (const row of stored) {
      if (events.has(row.id)) throw new Error(`${row.id} is at the province twice`);
      if (row.ending === null) throw new Error(`${row.id} has no verdict`);
      events.set(row.id, row);
    }
    if (counted?.n !== stored.length) throw new Error(`${stored.length} events, ${counted?.n ?? 0} verdicts`);
    for (const { id, head, head_hash: hash } of heads) {
      checkLog(
        stored.filter((row) => row.log === id),
        { id, head, hash },
      );
    }
    const feeds = new Map<string, string[]>();
    // What was let in has left its place for a new one.
    const released = stored.filter((row) => row.released).length;
    let next = { office: '', number: 1, missing: 0 };
    for (const { office, number, id, quarantined } of feed) {
      if (office !== next.office) next = { office, number: 1, missing: 0 };
      const missing = next.missing + Number(number) - next.number;
      if (missing > released) throw new Error(`the feed of ${office} has no number ${next.number}`);
      next = { office, number: Number(number) + 1, missing };
      if (!quarantined) feeds.set(office, [...(feeds.get(office) ?? []), id]);
    }
    const shown = new Map(views.map(({ id, view }) => [id, canonical(JSON.parse(view) as Json)]));
    return { events, verdicts: stored.length, dossiers: shown.size, feeds, views: shown };
  } finally {
    await client.end();
  }
}

/** As much of an event's place as shows why another does not follow on it. */
function said(envelope: Envelope | null): string {
  return envelope === null ? 'nothing' : `${envelope.seq} ${envelope.hash} (on ${envelope.prev})`;
}

function checkLog(
  rows: readonly Row[],
  log: { readonly id: string; readonly head: number; readonly hash: string },
): void {
  const verifier = rows[0] === undefined ? null : verifierOf(rows[0].public_key);
  let before: Envelope | null = null;
  for (const row of rows) {
    const event: LogEvent = {
      // Canonical JSON of what had passed its schema.
      envelope: JSON.parse(row.envelope) as Envelope,
      body: row.body === null ? null : (JSON.parse(row.body) as Json),
      salt: row.salt,
    };
    const fault = verifier === null ? null : sealFault(event, verifier);
    if (fault !== null) throw new Error(`${log.id} ${row.seq}: ${fault}`);
    if (!follows(before, event.envelope)) throw new Error(`${log.id}: ${said(event.envelope)} after ${said(before)}`);
    before = event.envelope;
  }
  const last = { seq: before?.seq ?? 0, hash: before?.hash ?? GENESIS };
  if (last.seq !== log.head || last.hash !== log.hash)
    throw new Error(`${log.id} ends at ${last.seq}, not at its head`);
}

/** Everything that was told as saved is there, once. @throws Error */
export function checkTold(at: AtProvince, told: Iterable<string>): void {
  for (const id of told) if (!at.events.has(id)) throw new Error(`${id} was told as saved and is not at the province`);
}

/** Everything that was acknowledged is there as it was acknowledged. @throws Error */
export function checkAcknowledged(at: AtProvince, first: ReadonlyMap<string, Verdict>): void {
  for (const [id, verdict] of first) {
    const held = at.events.get(id);
    if (held === undefined) throw new Error(`${id} was acknowledged and is lost`);
    if (held.signature !== verdict.signature && !held.released)
      throw new Error(`${id} was acknowledged with another verdict than stands there`);
  }
}

/** Waits until a desk has sent everything and has everything its office is told, and shows what the province shows. @throws Error */
export async function checkDesk(desk: OfficerAtWork, office: string, at: AtProvince): Promise<void> {
  const { store } = desk.opened.context;
  const feed = at.feeds.get(office) ?? [];
  await desk.until(() => feed.every((id) => store.log?.aggregateOf(id) !== null));
  for (const id of new Set(feed.map((event) => at.events.get(event)?.aggregate ?? ''))) {
    const view = at.views.get(id);
    // What is no dossier has no view.
    if (view === undefined) continue;
    const shown = store.dossiers.get(id);
    if (shown === null || canonical(shown as unknown as Json) !== view) {
      throw new Error(`${id} shows differently at ${office}`);
    }
  }
}
