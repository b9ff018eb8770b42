import type { Holder } from '../dossier/events/common.ts';
import type { BatchAccepted, BatchClosed } from '../dossier/events/handover.ts';

/** A handover batch (lô bàn giao) as its known events make it; either side may be known first. */
export interface BatchView {
  readonly id: string;
  /** Null where only the taker's side is known here. */
  readonly closed: BatchClosed | null;
  /** Of every desk that went through the list, in order. */
  readonly acceptances: readonly BatchAccepted[];
}

export type BatchEvent =
  | { readonly type: 'batch.closed'; readonly body: BatchClosed }
  | { readonly type: 'batch.accepted'; readonly body: BatchAccepted };

/** Folds the readable events of one batch, in causal order. The first closing counts. */
export function foldBatch(id: string, events: readonly BatchEvent[]): BatchView {
  let closed: BatchClosed | null = null;
  const acceptances: BatchAccepted[] = [];
  for (const event of events) {
    if (event.type === 'batch.closed') closed ??= event.body;
    else acceptances.push(event.body);
  }
  return { id, closed, acceptances };
}

/** How a list compares with what was there (đối chiếu danh sách). */
export interface Comparison {
  /** On the list and signed for. */
  readonly taken: readonly string[];
  /** On the list and not there. */
  readonly missing: readonly string[];
  /** There and not on the list. */
  readonly extra: readonly string[];
}

export function compare(listed: readonly string[], there: readonly string[]): Comparison {
  const list = new Set(listed);
  const here = new Set(there);
  return {
    taken: listed.filter((id) => here.has(id)),
    missing: listed.filter((id) => !here.has(id)),
    extra: there.filter((id) => !list.has(id)),
  };
}

/** Dossiers of the list that nobody has signed for; empty while nobody has gone through it. */
export function missingOf({ closed, acceptances }: BatchView): string[] {
  if (acceptances.length === 0) return [];
  const taken = new Set(acceptances.flatMap((each) => each.accepted));
  const listed = closed?.dossiers.map((each) => each.id) ?? acceptances.flatMap((each) => each.missing);
  return [...new Set(listed)].filter((id) => !taken.has(id));
}

/** "Nguyễn Minh Tâm, Quầy 1". */
export function holderWords({ name, place }: Pick<Holder, 'name' | 'place'>): string {
  return [name, place].filter((part) => part !== '').join(', ');
}

/** Code of a batch as printed under its barcode: day, number, and the end of its id: "LO-261123-018-5061". */
export function batchCode(id: string, number: number, date: string): string {
  const day = date.slice(2, 10).replaceAll('-', '');
  return `LO-${day}-${String(number).padStart(3, '0')}-${id.slice(-4).toUpperCase()}`;
}

/** Whether a scanned text is a batch's barcode, in its printed form; null where not. */
export function readBatchCode(text: string): string | null {
  const plain = text.trim().toUpperCase();
  return /^LO-\d{6}-\d{3,6}-[0-9A-F]{4}$/.test(plain) ? plain : null;
}
