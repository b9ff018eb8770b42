import { foldDossier, type KnownEvent } from '../../../domain/dossier/fold.ts';
import { canonical, type Json } from '../../../domain/log/canonical.ts';
import type { Envelope, LogEvent } from '../../../domain/log/envelope.ts';
import { causalOrder, concurrent } from '../../../domain/log/order.ts';
import { knownEvents } from '../../../server/push/fold.ts';
import type { EventLog } from '../../../main/store/events.ts';
import { holds } from './broken.ts';
import type { Coverage } from './coverage.ts';
import { checkFed, checkLetIn, checkVerdicts, rowsAtServer, type Row } from './judged.ts';
import type { Ledger, Written } from './ledger.ts';
import { onDiskOf } from './losses.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/**
 * Everything has been healed and drained: what every promise says of that moment.
 * @param letIn ids of poisons that somebody has let in: of them all that is shown must agree
 * @throws PromiseBroken
 */
export async function checkAtRest(
  { server, ledger, coverage, odd, root }: Pick<World, 'server' | 'ledger' | 'coverage' | 'odd' | 'root'>,
  desks: readonly Living[],
  letIn: ReadonlySet<string> = new Set(),
): Promise<void> {
  const rows = await rowsAtServer(server);
  const views = await server.rows<{ id: string; view: string }>('select id, view from dossier_view');
  checkAllThere(rows, desks, { ledger, root });
  const dossiers = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.quarantined || !row.envelope.includes('"aggregate":"dossier"')) continue;
    dossiers.set(row.aggregate_id, [...(dossiers.get(row.aggregate_id) ?? []), row]);
  }
  const viewsAtServer = new Map(views.map(({ id, view }) => [id, canonical(JSON.parse(view) as Json)]));
  for (const [id, events] of dossiers) {
    const known = knownEvents(events);
    checkOrder(id, known);
    holds(
      viewsAtServer.get(id) === folded(id, known),
      'S5',
      () => `the server's view of ${id} is not the fold of its events`,
    );
    notePairs(known, coverage);
  }
  checkLetIn(rows, ledger, odd.revoked);
  checkFed(rows, new Set(viewsAtServer.keys()));
  const apart = [...ledger.all()].filter(({ id, poison }) => poison !== null && !letIn.has(id));
  const poisoned = new Set(apart.map(({ aggregateId }) => aggregateId));
  for (const { desk, life } of desks) checkDesk(desk, life, rows, { views: viewsAtServer, poisoned });
  await checkVerdicts(server, rows, desks);
}

export interface Living {
  readonly desk: SimDesk;
  readonly life: DeskLife;
}

/** S1: everything told is at the server, once. S8: nothing waits, and every line is up. */
function checkAllThere(
  rows: readonly Row[],
  desks: readonly Living[],
  { ledger, root }: Pick<World, 'ledger' | 'root'>,
): void {
  const atServer = new Set<string>();
  for (const row of rows) {
    holds(!atServer.has(row.id), 'S1', () => `${row.id} is at the server twice`);
    atServer.add(row.id);
  }
  for (const each of desks) checkNothingWaits(each);
  // Whoever wrote it, and whether the oracle knows of it: what a desk says of its logs and the province of erasures too.
  for (const { desk } of desks.filter((each) => !each.desk.isRevoked)) {
    for (const id of onDiskOf(desk, root).ids) {
      const of = ledger.get(id);
      const what = (): string =>
        `${of?.type ?? ''} ${id} of ${of?.desk ?? ''} is at ${desk.name}, and not at the server`;
      holds(atServer.has(id), 'S1', what);
    }
  }
  for (const written of ledger.all()) if (!atServer.has(written.id)) checkMayLack(written, desks, ledger);
}

function checkNothingWaits({ desk, life }: Living): void {
  const { log, outbox } = life.opened.context.store;
  const unsent = outbox.logs().flatMap((each) => log?.unsentFrom(each, 100_000) ?? []);
  // What waits at rest waits for a reason that is said.
  const line = life.opened.sync.line();
  const { state } = line;
  const isSaid = desk.isRevoked && state === 'stopped';
  holds(unsent.length === 0 || isSaid, 'S8', () => `${desk.name} has ${unsent.length} unsent at rest: ${state}`);
  holds(state === 'up' || isSaid, 'S8', () => `all is well, and the line of ${desk.name} is ${JSON.stringify(line)}`);
}

/** S1: what is not at the server, and at no desk in order, is gone with every disk that had it, or is at a revoked desk. */
function checkMayLack({ id, type, desk: writer }: Written, desks: readonly Living[], ledger: Ledger): void {
  const there = desks.find(({ desk }) => desk.name === writer)?.life.opened.context.store.log?.aggregateOf(id) ?? null;
  // It hears of no restore: it has it still, and sends it with the next thing it writes, or is read by hand.
  if (there !== null) return;
  holds(ledger.mayBeGone(id), 'S1', () => `${type} ${id} of ${writer} is neither at the server nor waiting`);
}

/** S2, S12: parents first, ties by (log, seq), whatever the clocks say. */
function checkOrder(id: string, known: readonly KnownEvent[]): void {
  const envelopes = known.map((each) => each.envelope);
  const plain = plainOrder(envelopes).join(' ');
  holds(
    causalOrder(envelopes)
      .ready.map((each) => each.id)
      .join(' ') === plain,
    'S12',
    () => `${id}: another order than by parents, log and place`,
  );
  const view = foldDossier(id, known);
  const turned = foldDossier(
    id,
    known
      .map(({ envelope, event }) => ({
        event,
        envelope: { ...envelope, at: { device: 4e12 - envelope.at.device, offset: null } },
      }))
      .toReversed(),
  );
  holds(
    withoutTimes(view) === withoutTimes(turned),
    'S12',
    () => `${id}: other clocks, or another order of arrival, give another view`,
  );
  const folded = new Set<string>();
  const parents = new Map(envelopes.map((each) => [each.id, each.after]));
  for (const { eventId } of view?.story ?? []) {
    holds(
      (parents.get(eventId) ?? []).every((each) => folded.has(each)),
      'S2',
      () => `${id}: ${eventId} was folded before what it comes after`,
    );
    folded.add(eventId);
  }
}

/** The rule of the design in its plainest form, to hold the real one against. */
function plainOrder(events: readonly Pick<Envelope, 'id' | 'log' | 'seq' | 'after'>[]): string[] {
  const done: string[] = [];
  for (;;) {
    const next = events
      .filter(({ id, after }) => !done.includes(id) && after.every((parent) => done.includes(parent)))
      .sort((a, b) => (a.log === b.log ? a.seq - b.seq : a.log < b.log ? -1 : 1))[0];
    if (next === undefined) return done;
    done.push(next.id);
  }
}

function folded(id: string, known: readonly KnownEvent[]): string | undefined {
  const view = foldDossier(id, known);
  // A view is texts, integers, lists and nulls.
  return view === null ? undefined : canonical(view as unknown as Json);
}

function withoutTimes(view: ReturnType<typeof foldDossier>): string {
  return JSON.stringify(view === null ? null : { ...view, story: view.story.map((line) => ({ ...line, at: 0 })) });
}

/** S6: everything in the feed is here. S5: what is here shows the same as at the server. */
function checkDesk(
  desk: SimDesk,
  life: DeskLife,
  rows: readonly Row[],
  atServer: { readonly views: ReadonlyMap<string, string>; readonly poisoned: ReadonlySet<string> },
): void {
  const { store } = life.opened.context;
  const log = store.log;
  if (log === null) return;
  const feed = rows.filter((row) => !row.quarantined && row.fed.includes(desk.seat.office));
  if (desk.isRevoked) return;
  for (const row of feed) {
    const isHere = log.aggregateOf(row.id) !== null;
    holds(isHere, 'S6', () => `${row.id} is in the feed of ${desk.seat.office}, and ${desk.name} has not got it`);
  }
  const known = new Map<string, Map<string, Row>>();
  const put = (row: Row): void => {
    const of = known.get(row.aggregate_id) ?? new Map<string, Row>();
    of.set(row.id, row);
    known.set(row.aggregate_id, of);
  };
  feed.forEach(put);
  const apart = new Set<string>();
  for (const { envelope, body } of writtenBy(life)) {
    if (envelope.aggregate !== 'dossier') continue;
    if (known.get(envelope.aggregateId)?.has(envelope.id) !== true) apart.add(envelope.aggregateId);
    const { id, seq, aggregateId } = envelope;
    put({
      id,
      log: envelope.log,
      seq,
      device: envelope.device,
      type: envelope.type,
      aggregate_id: aggregateId,
      envelope: JSON.stringify(envelope),
      body: body === null ? null : canonical(body),
      office: desk.seat.office,
      fed: [],
      quarantined: false,
    });
  }
  for (const [id, events] of known) {
    if (atServer.poisoned.has(id)) continue;
    const view = store.dossiers.get(id);
    const shown = view === null ? undefined : canonical(view as unknown as Json);
    // What the server has kept apart, or not yet got, the desk that wrote it shows all the same.
    const wanted = apart.has(id) ? folded(id, knownEvents([...events.values()])) : atServer.views.get(id);
    holds(
      shown === wanted,
      'S5',
      () =>
        `${desk.name} and the server show ${id} differently: ${onlyHere(log, id, events)}; ${difference(shown, wanted)}`,
    );
  }
}

/** What stands here of its own machine, in the log it writes now or in one it has left. */
function writtenBy({ opened }: DeskLife): LogEvent[] {
  const { log, meta } = opened.context.store;
  const device = meta.get('enrolment')?.device;
  const events = (log?.heads() ?? []).flatMap((head) => log?.eventsFrom(head.log, 1, 100_000) ?? []);
  return events.map(({ event }) => event).filter(({ envelope }) => envelope.device === device);
}

/** Events of it that stand at the desk alone. */
function onlyHere(log: EventLog, id: string, there: ReadonlyMap<string, Row>): string {
  const here = log.ofAggregate(id).filter(({ envelope }) => !there.has(envelope.id));
  return here
    .map(({ envelope }) => `only here ${envelope.type} ${envelope.id} at ${envelope.log} ${envelope.seq}`)
    .join();
}

/** The parts of two views that are not the same, shortened. */
function difference(shown: string | undefined, wanted: string | undefined): string {
  if (shown === undefined || wanted === undefined) return `${shown === undefined ? 'not here' : 'not there'}`;
  // Both are folds: objects of the same keys.
  const [a, b] = [shown, wanted].map((text) => JSON.parse(text) as Record<string, unknown>);
  return Object.keys({ ...a, ...b })
    .map((key) => [key, JSON.stringify(a?.[key]), JSON.stringify(b?.[key])] as const)
    .filter(([, here, there]) => here !== there)
    .map(([key, here, there]) => `${key}: ${(here ?? '').slice(-400)} / ${(there ?? '').slice(-400)}`)
    .join('; ');
}

function notePairs(known: readonly KnownEvent[], coverage: Coverage): void {
  const envelopes = known.map((each) => each.envelope);
  envelopes.forEach((a, at) => {
    coverage.note('events', a.type.slice('dossier.'.length));
    for (const b of envelopes.slice(at + 1)) {
      if (a.log === b.log || !concurrent(a, b, envelopes)) continue;
      const pair = [a.type, b.type].map((type) => type.slice('dossier.'.length)).sort();
      coverage.note('concurrent pairs', pair.join(' + '));
    }
  });
}
