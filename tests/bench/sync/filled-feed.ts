import pg from 'pg';
import { newSigningKey, sealerOf, signText, verdictText, type SigningKey } from '../../../contract/signing.ts';
import { dossierVersions, type DossierEventType } from '../../../domain/dossier/events.ts';
import { FOLD_VERSION, foldDossier } from '../../../domain/dossier/fold.ts';
import { canonical, type Json } from '../../../domain/log/canonical.ts';
import { envelopeText, GENESIS, seal, type LogEvent, type Unsealed } from '../../../domain/log/envelope.ts';
import { systemRandom } from '../../../main/random.ts';
import { knownEvent } from '../../../main/store/read-events.ts';
import { enrol } from '../../../main/sync/province.ts';
import type { DemoProvince } from '../../harness/demo-province.ts';
import { json } from '../../harness/writer.ts';
import { bodyAt, dossierLife } from '../dossier-life.ts';
import { receipt, slipOf } from './offline-desk.ts';

/** Rows in one statement. */
const AT_ONCE = 5000;
/** So many dossiers are received between two acts on one: about a working day's. */
const BETWEEN = 60;
const START = Date.UTC(2026, 0, 5, 1);

interface Rows {
  readonly events: readonly LogEvent[];
  readonly signatures: readonly string[];
  readonly from: number;
}

/**
 * Years of an office's work, put into the province's tables as `push` would have left them: every event sealed by a real
 * device, chained, with its signed verdict and its place in the feed. Each dossier lives its eight events (dossier-life.ts)
 * over six working days, the others' between them, so some four hundred are open at the end.
 */
export async function fillFeed(
  province: Pick<DemoProvince, 'server' | 'enrolmentCode' | 'databaseUrl' | 'serverKey'>,
  count: number,
): Promise<void> {
  const key = newSigningKey();
  const code = await province.enrolmentCode();
  const { office, log, device } = await enrol(fetch, province.server, key, { code, deviceName: 'máy đầy', demo: true });
  const client = new pg.Client({ connectionString: await province.databaseUrl() });
  await client.connect();
  try {
    const known = await client.query<{ last: string | null }>(
      'select max(number) as last from feed where office = $1',
      [office],
    );
    const first = Number(known.rows[0]?.last ?? 0) + 1;
    const writer = writerOf(key, device, log);
    const signer = province.serverKey();
    const work = officeWork(writer, office);
    for (let done = 0; done < count; done += AT_ONCE) {
      const events = Array.from({ length: Math.min(AT_ONCE, count - done) }, () => work.next());
      const signatures = events.map((event) => verdictSignature(signer, event));
      await store(client, office, { events, signatures, from: first + done });
    }
    await storeOpen(client, work.open());
    await client.query('analyze event, verdict, feed, dossier_view');
  } finally {
    await client.end();
  }
}

type Said = Pick<Unsealed, 'after' | 'type' | 'version'> & { readonly body: Json };
type Writer = (dossier: string, said: Said, n: number) => LogEvent;

/** The office's work, event by event, in the order it is done. */
interface OfficeWork {
  next(): LogEvent;
  /** The histories so far of the dossiers that are not ended. */
  open(): ReadonlyMap<string, readonly LogEvent[]>;
}

function officeWork(write: Writer, office: string): OfficeWork {
  const histories = new Map<string, LogEvent[]>();
  const dossiers: string[] = [];
  const coming: (() => LogEvent)[] = [];
  const act = (dossier: string, types: readonly DossierEventType[], n: number): void => {
    for (const type of types) {
      coming.push(() => {
        const history = histories.get(dossier) ?? [];
        const last = history.at(-1)?.envelope.id;
        const said =
          type === 'dossier.received'
            ? receipt(n, office)
            : type === 'dossier.slipIssued'
              ? slipOf(last ?? '')
              : { after: [last ?? ''], type, version: dossierVersions[type], body: json(bodyAt(office, type, n)) };
        const event = write(dossier, said, n);
        if (type === dossierLife.at(-1)?.at(-1)) histories.delete(dossier);
        else histories.set(dossier, [...history, event]);
        return event;
      });
    }
  };
  return {
    next() {
      if (coming.length === 0) {
        const n = dossiers.length;
        dossiers.push(systemRandom.id());
        for (const [nth, types] of dossierLife.entries()) {
          const dossier = dossiers[n - nth * BETWEEN];
          if (dossier !== undefined) act(dossier, types, n - nth * BETWEEN);
        }
      }
      const event = coming.shift();
      if (event === undefined) throw new Error('an office without work');
      return event();
    },
    open: () => histories,
  };
}

function writerOf(key: SigningKey, device: string, log: string): Writer {
  const sealer = sealerOf(key);
  let head = { seq: 0, hash: GENESIS };
  return (aggregateId, { body, ...said }, n) => {
    const place = { id: systemRandom.id(), device, log, seq: head.seq + 1, prev: head.hash };
    const by = { actor: 'u-ngan', approvedBy: null, at: { device: START + n * 60_000, offset: 0 } };
    const unsealed = { ...place, ...said, ...by, aggregate: 'dossier' as const, aggregateId };
    const event = seal(unsealed, body, Buffer.from(systemRandom.bytes(16)).toString('hex'), sealer);
    head = { seq: event.envelope.seq, hash: event.envelope.hash };
    return event;
  };
}

function verdictSignature(key: SigningKey, { envelope: { id: eventId, log, seq, hash } }: LogEvent): string {
  const said = { eventId, log, seq, hash, end: 'applied' as const, reason: null, book: null, at: START };
  return signText(key, verdictText(said));
}

async function store(client: pg.Client, office: string, { events, signatures, from }: Rows): Promise<void> {
  const of = (part: (event: LogEvent['envelope']) => unknown) => events.map(({ envelope }) => part(envelope));
  const [log, device] = [events[0]?.envelope.log, events[0]?.envelope.device];
  const [seqs, ids] = [of(({ seq }) => seq), of(({ id }) => id)];
  const hashes = of(({ hash }) => hash);
  const aggregates = of(({ aggregateId }) => aggregateId);
  const texts = events.map(({ envelope }) => envelopeText(envelope));
  const bodies = events.map(({ body }) => canonical(body));
  await client.query('begin');
  await client.query(
    `insert into aggregate (id, kind) select distinct unnest($1::uuid[]), 'dossier' on conflict do nothing`,
    [aggregates],
  );
  await client.query(
    `insert into event (log, seq, id, device, aggregate_id, aggregate, type, version, hash, envelope, body, salt, bytes,
       received_at, quarantined)
     select $1, seq, id, $2, aggregate_id, 'dossier', type, version, hash, envelope, body, salt,
       octet_length(envelope) + octet_length(body), $3, false
     from unnest($4::integer[], $5::uuid[], $6::uuid[], $7::text[], $8::integer[], $9::text[],
       string_to_array($10, chr(1)), string_to_array($11, chr(1)), $12::text[])
       as r (seq, id, aggregate_id, type, version, hash, envelope, body, salt)`,
    [
      log,
      device,
      START,
      seqs,
      ids,
      aggregates,
      of(({ type }) => type),
      of(({ version }) => version),
      hashes,
      texts.join('\u0001'),
      bodies.join('\u0001'),
      events.map(({ salt }) => salt),
    ],
  );
  await client.query(
    `insert into verdict (log, seq, event_id, hash, ending, reason, book_year, book_number, at, signature)
     select $1, seq, id, hash, 'applied', null, null, null, $2, signature
     from unnest($3::integer[], $4::uuid[], $5::text[], $6::text[]) as r (seq, id, hash, signature)`,
    [log, START, seqs, ids, hashes, signatures],
  );
  await client.query(
    `insert into feed (office, number, log, seq) select $1, $2 + nth - 1, $3, seq
     from unnest($4::integer[]) with ordinality as r (seq, nth)`,
    [office, from, log, seqs],
  );
  await client.query('update log set head = $2, head_hash = $3 where id = $1', [log, seqs.at(-1), hashes.at(-1)]);
  await client.query('commit');
}

/** The views of these dossiers, so that the province knows them as open. */
async function storeOpen(client: pg.Client, histories: ReadonlyMap<string, readonly LogEvent[]>): Promise<void> {
  for (const [id, history] of histories) {
    const view = foldDossier(id, history.map(knownEvent));
    if (view === null) throw new Error('a dossier without a beginning');
    await client.query(
      `insert into dossier_view (id, fold_version, state, receiving_office, competent_office, view)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        FOLD_VERSION,
        view.state,
        view.intake.receivingOffice,
        view.intake.competentOffice,
        canonical(view as unknown as Json),
      ],
    );
  }
}
