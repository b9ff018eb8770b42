import type { z } from 'zod';
import { ProblemError } from '../../contract/problems.ts';
import { sha256 } from '../../contract/signing.ts';
import { logEventSchema, verdictSchema, type Verdict } from '../../contract/sync.ts';
import { bytesFault, type LogEvent } from '../../domain/log/envelope.ts';
import { bodyTextOf, keepBodyText } from '../store/read-events.ts';
import type { Store } from '../store/store.ts';
import type { Witnessed } from './province.ts';
import { isGenuine } from './settle.ts';
import type { Turns } from './turns.ts';

/** Events of other desks with the province's verdicts on them. */
export interface Page {
  readonly events: readonly LogEvent[];
  readonly verdicts: readonly Verdict[];
}

/** A page as it was answered, what stands in it not looked at yet. */
export interface UnreadPage {
  readonly events: readonly unknown[];
  readonly verdicts: readonly unknown[];
}

/** Events and verdicts stored between two looks at the clock. */
const A_FEW = 12;
/** In one transaction at most, however quick the machine. */
const MOST = 200;

/**
 * Reads and proves a page, in turns.
 * @throws ProblemError DT-02 for what cannot be read, an event whose bytes do not match their hash, or a verdict that is
 * not the province's
 */
export async function readPage(
  { reply, isSigned }: Witnessed<UnreadPage>,
  serverPublicKey: string,
  turns: Turns,
): Promise<Page> {
  const events: LogEvent[] = [];
  for (const unread of reply.events) {
    if (turns.isOver()) await turns.next();
    const event = read(logEventSchema, unread);
    // Other desks' signatures are the server's to judge (it knows their keys); whole bytes are ours.
    const text = bodyTextOf(event);
    if (bytesFault(event, sha256, text) !== null) throw new ProblemError('DT-02');
    if (text !== null) keepBodyText(event, text);
    events.push(event);
  }
  const verdicts: Verdict[] = [];
  for (const unread of reply.verdicts) {
    if (turns.isOver()) await turns.next();
    const verdict = read(verdictSchema, unread);
    if (!isSigned && !isGenuine(verdict, serverPublicKey)) throw new ProblemError('DT-02');
    verdicts.push(verdict);
  }
  return { events, verdicts };
}

export interface TakePageOptions {
  readonly store: Store;
  readonly turns: Turns;
  readonly stopped: () => boolean;
  /** Whose transactions: of the store itself, or while very much is taken in. */
  readonly by: Pick<Store, 'transact'>;
  /** What must stand in the transaction that stores the last of the page: how far it was read. */
  readonly whenAll: () => void;
}

/**
 * Stores a page that was proven, in as many transactions as there are turns; what is stored of a page that is asked for
 * again is known by its ids.
 * @returns how many events and verdicts concerned what is here
 */
export async function takePage(page: Page, { store, by, turns, stopped, whenAll }: TakePageOptions): Promise<number> {
  const parts = partsOf(page);
  let fresh = 0;
  let done = 0;
  let agreed: string | undefined;
  for (let isFirst = true; isFirst || done < parts.length; isFirst = false) {
    if (!isFirst || turns.isOver()) await turns.next();
    if (stopped()) return fresh;
    const { taken, upTo } = by.transact(() => {
      // The whole page at once: its contradictions are judged before any of its events has taken a place.
      if (isFirst) agreed = store.agreeWith(page.events);
      const some = takeParts(store, parts.slice(done), { turns, agreed });
      if (done + some.parts === parts.length) whenAll();
      return { taken: some.fresh, upTo: done + some.parts };
    });
    fresh += taken;
    done = upTo;
  }
  return fresh;
}

/** As many parts as a turn bears, at least one. */
function takeParts(
  store: Store,
  parts: readonly Page[],
  { turns, agreed }: { readonly turns: Turns; readonly agreed: string | undefined },
): { fresh: number; parts: number } {
  let [fresh, taken, rows] = [0, 0, 0];
  for (const { events, verdicts } of parts) {
    if (taken > 0 && (rows >= MOST || turns.isOver())) break;
    fresh += store.takeIn(events, agreed);
    const came = new Map(events.map(({ envelope }) => [envelope.id, envelope.aggregateId]));
    for (const verdict of verdicts) {
      const aggregateId = came.get(verdict.eventId) ?? store.log?.aggregateOf(verdict.eventId) ?? null;
      if (aggregateId === null) continue;
      store.outbox.settle(verdict, aggregateId);
      fresh += 1;
    }
    taken += 1;
    rows += verdicts.length;
  }
  return { fresh, parts: taken };
}

/** A page in parts of a few events with their verdicts; all of one dossier in one part, so that it is folded once. */
function partsOf({ events, verdicts }: Page): Page[] {
  const about = new Map(verdicts.map((verdict) => [verdict.eventId, verdict]));
  const parts: { events: LogEvent[]; verdicts: Verdict[] }[] = [];
  let part: (typeof parts)[number] = { events: [], verdicts: [] };
  const close = (): void => {
    if (part.events.length === 0 && part.verdicts.length === 0) return;
    parts.push(part);
    part = { events: [], verdicts: [] };
  };
  for (const history of Map.groupBy(events, ({ envelope }) => envelope.aggregateId).values()) {
    for (const event of history) {
      const verdict = about.get(event.envelope.id);
      about.delete(event.envelope.id);
      part.events.push(event);
      if (verdict !== undefined) part.verdicts.push(verdict);
    }
    if (part.events.length >= A_FEW) close();
  }
  // On what the province keeps apart, and what comes without its event.
  for (const verdict of about.values()) {
    part.verdicts.push(verdict);
    if (part.verdicts.length >= A_FEW) close();
  }
  close();
  return parts;
}

function read<S extends z.ZodType>(schema: S, unread: unknown): z.output<S> {
  const parsed = schema.safeParse(unread);
  if (!parsed.success) throw new ProblemError('DT-02', {}, { cause: parsed.error });
  return parsed.data;
}
