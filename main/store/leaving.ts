import type { LeftBecause, LeftLog } from '../../contract/logs.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { beginningWith, type Beginnings, type Moved } from './beginnings.ts';
import type { EventLog } from './events.ts';
import type { Journal } from './journal.ts';
import { madeAt, noteLogMatter } from './log-matters.ts';
import type { Meta } from './meta.ts';
import type { ReferenceStore } from './reference.ts';

/** So many ranges and logs left are told to the province. */
const TOLD_AT_MOST = 100;

/** How a desk leaves its log for a new one (bỏ sổ cũ, mở sổ mới). */
export interface LeaveOrder {
  readonly because: LeftBecause;
  /** Own places from here on go along though they were confirmed once; null: only what waits. */
  readonly from: number | null;
  /** Events that the province has, where they stand here or elsewhere: their place and its word are about to come to them. */
  readonly there?: readonly string[];
  /** Events whose id the province knows as something else: they get one of their own. */
  readonly renamed: readonly string[];
}

export interface LeaveParts {
  readonly meta: Meta;
  readonly reference: ReferenceStore;
  readonly journal: Journal;
  /** Opens the log that enrolment names now. */
  readonly openLog: () => EventLog;
  readonly newId: () => string;
  readonly beginnings: Beginnings;
  /** Takes a row that is lost for good off the queue. */
  readonly giveUp: (log: string, seq: number) => void;
}

/**
 * Begins a new log of this desk's own making and moves there what the old one could not bring to the province, in its
 * order: ids and what is said stay, `after` too because it names ids; place, chain and signature are new. No number range
 * goes along: until the new log has ranges of its own, numbers are temporary. Call inside a transaction.
 * @returns what was moved, sealed anew
 */
export function leaveLog(parts: LeaveParts, order: LeaveOrder): LogEvent[] {
  const { meta, reference, openLog, newId } = parts;
  const enrolment = meta.get('enrolment');
  if (enrolment === null) throw new Error('no log to leave before enrolment');
  const old = enrolment.log;
  const log = newId();
  meta.set('enrolment', { ...enrolment, log });
  meta.set('formerLogs', [...(meta.get('formerLogs') ?? []), old]);
  const own = openLog();
  const moved = move(parts, own, old, order);
  const { seq, hash } = own.lastIn(old);
  const left = meta.get('leftLogs') ?? [];
  meta.set('leftLogs', [...left, { log: old, seq, hash, because: order.because }].slice(-TOLD_AT_MOST));
  const grants = (reference.get('grants') ?? []).filter((grant) => grant.log === old);
  meta.set('leftGrants', [...(meta.get('leftGrants') ?? []), ...grants].slice(-TOLD_AT_MOST));
  const { because } = order;
  if (because === 'place-taken' || because === 'refused')
    noteLogMatter(meta, { log: old, because, device: enrolment.device, at: madeAt(log) });
  const former = (meta.get('formerLogs') ?? []).map((log) => ({ ...own.lastIn(log), because: order.because }));
  say(parts, own, former.slice(-TOLD_AT_MOST), moved);
  return moved.map(({ event }) => event);
}

/** Moves rows of a log this desk has left to the end of the one it writes. Call inside a transaction. */
export function moveFrom(
  parts: LeaveParts,
  own: EventLog,
  old: string,
  order: Omit<LeaveOrder, 'because'>,
): LogEvent[] {
  const moved = move(parts, own, old, order);
  const left = parts.beginnings.get(own.head().log)?.left ?? [];
  if (left.length > 0) say(parts, own, left, moved);
  return moved.map(({ event }) => event);
}

/** Says how the own log began and what was moved to it, signed, for whoever must bring it in this desk's place. */
function say({ meta, beginnings }: LeaveParts, own: EventLog, left: readonly LeftLog[], moved: readonly Moved[]): void {
  const key = meta.get('deviceKey');
  const device = meta.get('enrolment')?.device;
  const { log } = own.head();
  if (key === null || device === undefined) return;
  const before = beginnings.get(log)?.moved ?? [];
  beginnings.keep(beginningWith({ device, log, left: [...left], moved: before }, moved, key));
}

function move(
  { meta, journal, newId, giveUp }: LeaveParts,
  own: EventLog,
  old: string,
  { from, renamed, there = [] }: Omit<LeaveOrder, 'because'>,
): Moved[] {
  const rows = own.toMove(old, from);
  const staying = new Set(there);
  const newIds = new Map(renamed.map((id) => [id, newId()]));
  /** What stands in `after` for an event that is no more: its own parents, as far as they are known. */
  const parents = new Map<string, readonly string[]>();
  const holes = [...(meta.get('holes') ?? [])];
  const moved: Moved[] = [];
  for (const { seq, event, added } of rows) {
    if (event === null) {
      const rest = own.remnantOf(old, seq);
      holes.push({ log: old, seq, ...rest.named });
      if (rest.named.id !== null) parents.set(rest.named.id, rest.after);
      giveUp(old, seq);
      continue;
    }
    const { id } = event.envelope;
    if (staying.has(id)) continue;
    const after = [...new Set(event.envelope.after.flatMap((one) => standIn(one, parents, newIds)))].sort();
    const to = own.moveHere(event, { id: newIds.get(id) ?? id, after }, added ?? event.envelope.at.device);
    moved.push({ from: event.envelope, event: to });
  }
  journal.append(moved.map(({ event }) => event));
  meta.set('holes', holes);
  return moved;
}

function standIn(
  id: string,
  parents: ReadonlyMap<string, readonly string[]>,
  newIds: ReadonlyMap<string, string>,
): readonly string[] {
  const lost = parents.get(id);
  if (lost !== undefined) return lost.flatMap((one) => standIn(one, parents, newIds));
  return [newIds.get(id) ?? id];
}
