import type { z } from 'zod';
import { RESTATE_AT_ONCE, restateReplySchema } from '../../contract/restate.ts';
import type { HeldElsewhere, Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { LogHead } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import { askHeads } from './own-log.ts';
import { ProvinceRefused, type Province } from './province.ts';
import { isConfirming, takeElsewhere } from './settle.ts';

type RestateReply = z.output<typeof restateReplySchema>;

const ASK_AT_ONCE = 400;
/** Places looked through in one piece: some 20 ms. */
const WINDOW = 4_000;

/** An event here, and the province's word of then that it was in; null: it never had one. */
export interface Forgotten {
  readonly event: LogEvent;
  readonly verdict: Verdict | null;
}

/**
 * What was heard in the hall and never judged, in whose place the province holds another: its desk was put back from a copy,
 * and wrote its places anew.
 */
export function writtenOver(store: Store): Forgotten[] {
  const aside = store.log?.setAside(ASK_AT_ONCE) ?? [];
  return aside.flatMap((event) =>
    store.outbox.verdictOn(event.envelope.id) === null ? [{ event, verdict: null }] : [],
  );
}

/**
 * What the province had confirmed and holds no more after it was put back from a copy, of any log but the own. Where it holds
 * an event it holds all that its chain goes on from, so only the ends of what is here without a break are asked for: in the
 * middle of a log too, whose desk was put back as well and has written its places anew.
 * @throws LineDown, ProvinceRefused
 */
export async function forgottenBy(store: Store, province: Province): Promise<Forgotten[]> {
  const { log, meta } = store;
  if (log === null) return [];
  const own = meta.get('enrolment')?.log;
  const lacking = new Map<string, LogEvent>();
  for (const { log: one, seq: last } of log.heads()) {
    for (let after = 0; one !== own && after < last; after += WINDOW) {
      const ends = log.runEnds(one, after, WINDOW);
      for (let at = 0; at < ends.length; at += ASK_AT_ONCE) {
        const some = ends.slice(at, at + ASK_AT_ONCE);
        const holds = (await askHeads(store, province, some)).holds;
        for (const [nth, end] of some.entries()) {
          if (holds[nth] === true) continue;
          for (const event of await lackingIn(store, province, end)) lacking.set(event.envelope.id, event);
        }
      }
    }
  }
  // Those in whose place another stands have none to be asked for: the answer says where they are, or takes them in.
  for (const event of log.setAside(ASK_AT_ONCE)) lacking.set(event.envelope.id, event);
  return [...lacking.values()].flatMap((event) => {
    const verdict = store.outbox.verdictOn(event.envelope.id);
    return verdict !== null && verdict.hash === event.envelope.hash && isConfirming(verdict)
      ? [{ event, verdict }]
      : [];
  });
}

/** What leads up to a place and is not held there, the oldest first. */
async function lackingIn(store: Store, province: Province, { log, seq }: LogHead): Promise<LogEvent[]> {
  const lacking: LogEvent[] = [];
  for (let before = seq + 1; ;) {
    const some = store.log?.before(log, before, ASK_AT_ONCE) ?? [];
    const places = some.map(({ envelope }) => envelope);
    const holds = places.length === 0 ? [] : (await askHeads(store, province, places)).holds;
    const held = holds.indexOf(true);
    lacking.push(...(held === -1 ? some : some.slice(0, held)));
    before = some.at(-1)?.envelope.seq ?? 0;
    if (held !== -1 || some.length < ASK_AT_ONCE) return lacking.toReversed();
  }
}

/**
 * Tells the province again what it has forgotten, with its own word that it knew.
 * @returns whether it holds all of it now; not while a desk that has it too has not been heard of since
 * @throws LineDown, ProvinceRefused, ProblemError DT-02
 */
export async function tellAgain(
  store: Store,
  province: Province,
  serverPublicKey: string,
  forgotten: readonly Forgotten[],
): Promise<boolean> {
  let isWhole = true;
  for (let at = 0; at < forgotten.length; at += RESTATE_AT_ONCE) {
    const held = forgotten.slice(at, at + RESTATE_AT_ONCE).map(({ event, verdict }) => ({ event, verdict }));
    for (const reply of await repliesTo(province, held)) {
      if (reply !== null) takeElsewhere(store, reply.held satisfies readonly HeldElsewhere[], serverPublicKey);
      isWhole &&= reply?.waits.length === 0;
    }
  }
  return isWhole;
}

/** One that the province cannot read must not keep back those beside it. @returns null for each that it takes from nobody */
async function repliesTo(province: Province, held: readonly Forgotten[]): Promise<(RestateReply | null)[]> {
  try {
    return [await province.request('POST', '/v1/restate', { held }, restateReplySchema)];
  } catch (error) {
    if (!(error instanceof ProvinceRefused) || ![400, 413].includes(error.status)) throw error;
    if (held.length === 1) return [null];
    const half = Math.ceil(held.length / 2);
    return [...(await repliesTo(province, held.slice(0, half))), ...(await repliesTo(province, held.slice(half)))];
  }
}
