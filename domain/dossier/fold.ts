import { causalOrder } from '../log/order.ts';
import type { Envelope } from '../log/envelope.ts';
import type { DossierEvent, DossierReceived, SlipIssued } from './events.ts';

/** Grows whenever the same events give another view; a new one rebuilds every view in the background. */
export const FOLD_VERSION = 1;

/** An event with its body read; `null` body: erased by law, or of a type this release does not know. */
export interface KnownEvent {
  readonly envelope: Pick<
    Envelope,
    'id' | 'log' | 'seq' | 'after' | 'type' | 'version' | 'actor' | 'approvedBy' | 'at'
  >;
  readonly event: DossierEvent | null;
}

export type DossierState = 'received' | 'done';

/** Why a dossier needs attention (cần xem lại). A person settles it with another event; nothing waits for it. */
export interface Flag {
  readonly kind: 'received-twice' | 'slip-before-receipt' | 'unreadable';
  readonly events: readonly string[];
}

export interface StoryLine {
  readonly eventId: string;
  readonly type: string;
  readonly actor: string;
  /** Milliseconds since 1970-01-01T00:00Z by the server's clock as the device knew it. */
  readonly at: number;
}

/** State of a dossier (hồ sơ) = fold of all its known events; byte-identical on machines that know the same ones (S5). */
export interface DossierView {
  readonly id: string;
  readonly foldVersion: number;
  readonly state: DossierState;
  readonly received: DossierReceived;
  /** Every code it was ever printed with; the first is the current one. */
  readonly codes: readonly string[];
  readonly slips: readonly SlipIssued[];
  readonly flags: readonly Flag[];
  readonly story: readonly StoryLine[];
  /** Heads of the aggregate: what the next event comes after. */
  readonly heads: readonly string[];
}

/**
 * Folds the known events of one dossier. Null while no receipt is known (its parents may still be on their way).
 *
 * The state × event table of this release, complete:
 *
 * | event \ state | nothing yet | received | done (fast lane) |
 * | received      | opens       | flag     | flag             |
 * | slipIssued    | flag        | allowed  | allowed (Mẫu 01 on request, NĐ 61/2018 Điều 17) |
 *
 * Concurrent pairs: two slips commute (the ledger is a set in causal order); two receipts flag.
 */
export function foldDossier(id: string, events: readonly KnownEvent[]): DossierView | null {
  const byId = new Map(events.map((known) => [known.envelope.id, known]));
  const { ready } = causalOrder(events.map((known) => known.envelope));
  let received: { readonly eventId: string; readonly body: DossierReceived } | null = null;
  const codes: string[] = [];
  const slips: SlipIssued[] = [];
  const flags: Flag[] = [];
  const story: StoryLine[] = [];
  const parents = new Set<string>();

  for (const envelope of ready) {
    envelope.after.forEach((parent) => parents.add(parent));
    story.push({ eventId: envelope.id, type: envelope.type, actor: envelope.actor, at: trustedTime(envelope) });
    const event = byId.get(envelope.id)?.event ?? null;
    if (event === null) {
      flags.push({ kind: 'unreadable', events: [envelope.id] });
      continue;
    }
    switch (event.type) {
      case 'dossier.received':
        if (received === null) received = { eventId: envelope.id, body: event.body };
        else flags.push({ kind: 'received-twice', events: [received.eventId, envelope.id] });
        if (!codes.includes(event.body.code.text)) codes.push(event.body.code.text);
        break;
      case 'dossier.slipIssued':
        if (received === null) flags.push({ kind: 'slip-before-receipt', events: [envelope.id] });
        slips.push(event.body);
        break;
    }
  }
  if (received === null) return null;
  return {
    id,
    foldVersion: FOLD_VERSION,
    state: received.body.fastLane ? 'done' : 'received',
    received: received.body,
    codes,
    slips,
    flags,
    story,
    heads: ready
      .map((envelope) => envelope.id)
      .filter((eventId) => !parents.has(eventId))
      .sort(),
  };
}

/** 9999-12-30T00:00Z. */
const LAST_MOMENT = 253_402_128_000_000;

function trustedTime(envelope: Pick<Envelope, 'at'>): number {
  // A clock may show anything; what no calendar can write down is brought to the nearest moment that one can.
  return Math.min(Math.max(envelope.at.device + (envelope.at.offset ?? 0), 0), LAST_MOMENT);
}
