import { sealerOf, type SigningKey } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import type { ReadErasure } from '../../contract/events.ts';
import { dossierVersions, type DossierBodies, type DossierEventType } from '../../domain/dossier/events.ts';
import type { Json } from '../../domain/log/canonical.ts';
import { seal, sealAnew, type AggregateKind, type LogEvent } from '../../domain/log/envelope.ts';
import type { Randomness } from '../ports.ts';
import { judge } from '../push/judge.ts';
import { takeBatch, type PushPorts } from '../push/push.ts';
import { lockLog } from '../store/logs.ts';
import type { Tx } from '../store/pool.ts';
import { PORTAL_ACTOR, type PortalPlace } from '../store/portal.ts';

export interface PortalPorts extends PushPorts {
  readonly random: Randomness;
  /** Signs what the portal writes. */
  readonly portalKey: SigningKey;
}

/** One thing the portal tells of a dossier. */
export type Told = { [T in DossierEventType]: { readonly type: T; readonly body: DossierBodies[T] } }[DossierEventType];

export interface Written {
  readonly event: LogEvent;
  readonly verdict: Verdict | null;
  /** Offices whose feed has grown: to be told after the commit. */
  readonly grown: ReadonlySet<string>;
}

/**
 * Writes the next event of the portal's log the way a desk's push does: sealed, chained, judged, fed, with its verdict.
 * Holds the log to the end of the transaction, so any number of instances write one after the other.
 */
export async function writePortal(
  ports: PortalPorts,
  tx: Tx,
  place: PortalPlace,
  dossier: { readonly id: string; readonly after: readonly string[] },
  told: Told,
): Promise<Written> {
  const thing = { kind: 'dossier' as const, ...dossier };
  return writeOf(ports, tx, place, thing, { ...told, version: dossierVersions[told.type] });
}

/** The same, of whatever thing: the province's word that it is erased by law. */
export async function writeOf(
  ports: PortalPorts,
  tx: Tx,
  place: PortalPlace,
  thing: { readonly kind: AggregateKind; readonly id: string; readonly after: readonly string[] },
  told: (Told & { readonly version: number }) | ReadErasure,
): Promise<Written> {
  const { random, clock, portalKey } = ports;
  const log = await lockLog(tx, place.log);
  const event = seal(
    {
      id: random.id(),
      device: place.device,
      log: place.log,
      seq: log.head + 1,
      aggregate: thing.kind,
      aggregateId: thing.id,
      after: [...thing.after].sort(),
      type: told.type,
      version: told.version,
      actor: PORTAL_ACTOR,
      approvedBy: null,
      at: { device: clock.now(), offset: 0 },
      prev: log.head_hash,
    },
    // Bodies are texts, integers, lists and nulls.
    JSON.parse(JSON.stringify(told.body)) as Json,
    random.bytes(16).toString('hex'),
    sealerOf(portalKey),
  );
  return takeOwn(ports, tx, place, event);
}

/**
 * Takes in, under its own id and word for word, what can have its own place no more: at the next place of a log of the
 * province's.
 */
export async function takeAgain(
  ports: PortalPorts,
  tx: Tx,
  place: PortalPlace,
  event: LogEvent,
  how: OutOfPlace,
): Promise<Written> {
  const log = await lockLog(tx, place.log);
  const { id, after } = event.envelope;
  const at = { id, after, device: place.device, log: place.log, seq: log.head + 1, prev: log.head_hash };
  return takeOwn(ports, tx, place, sealAnew(event, at, sealerOf(ports.portalKey)), how);
}

/**
 * Why an event comes in in another place than its own: this province knew it before it was put back from a copy; its desk has
 * written another there since; or has left the log before it, with what stood between lost.
 */
export type OutOfPlace = 'confirmed' | 'writtenOver' | 'leftBehind';

/** Takes an event in that this province has sealed for a log of its own. */
async function takeOwn(
  ports: PortalPorts,
  tx: Tx,
  place: PortalPlace,
  event: LogEvent,
  how: OutOfPlace | null = null,
): Promise<Written> {
  // Sealed a moment ago, by this very program: its signature needs no second look.
  const judged = judge(event, place.device);
  if (judged.kind === 'nowhere') throw new Error('the portal wrote an event without a place');
  const sender = { device: place.device, office: place.office, revoked: false };
  const { reply, grown } = await takeBatch(ports, tx, sender, place.log, [judged], {
    confirmed: new Set(how === 'confirmed' ? [judged.place.hash] : []),
    isLeftBehind: how === 'leftBehind',
  });
  return { event, verdict: reply.verdicts[0] ?? null, grown };
}
