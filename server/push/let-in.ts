import { standing } from '../../contract/events.ts';
import { concernedOffices } from '../store/dossiers.ts';
import { erasedAmong } from '../store/erased.ts';
import { envelopeOf, eventsOfEach } from '../store/events.ts';
import { logWithKey } from '../store/logs.ts';
import { apartUnconcerned, keepRelease, type ApartUnconcerned } from '../store/quarantine.ts';
import type { Tx } from '../store/pool.ts';
import { guarded } from '../store/transaction.ts';
import { officesOf, readStored } from './fold.ts';
import { judge } from './judge.ts';
import type { Work } from './prepare.ts';
import { silenced } from './silenced.ts';
import { takeAnew } from './take-anew.ts';
import { apartBecause } from './take-in.ts';

/**
 * Lets in what was kept apart of these dossiers only because its office was not concerned, where it comes after the very
 * event that made it so: after a province was put back from a copy, or by hand, an office's work may come before that.
 * Ids are not to be guessed: who names it has had it in a feed. The dossiers are locked, so nobody else lets in the same.
 */
export async function letInConcerned(work: Work, ids: readonly string[]): Promise<void> {
  const { tx } = work.taking;
  let waiting = await apartUnconcerned(tx, ids);
  // What is let in may name another office, whose work waits in its turn.
  for (let before = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length;
    const still: ApartUnconcerned[] = [];
    for (const found of waiting) if (!(await letIn(work, found))) still.push(found);
    waiting = still;
  }
}

/** Whether one of these events, or one it comes after, names the office. */
async function comesAfterNaming(tx: Tx, { aggregateId, office }: ApartUnconcerned, after: readonly string[]) {
  const stored = (await eventsOfEach(tx, [aggregateId])).get(aggregateId) ?? [];
  const events = stored.map((row) => {
    const envelope = envelopeOf(row);
    return { id: envelope.id, envelope, read: readStored(envelope, row.body) };
  });
  // What was erased by law had named offices too.
  const said = standing(events);
  const known = new Map(events.map(({ id, envelope }, n) => [id, { envelope, read: said[n] ?? null }]));
  const seen = new Set<string>();
  for (const next = [...after]; ;) {
    const id = next.pop();
    if (id === undefined) return false;
    const one = known.get(id);
    if (one === undefined || seen.has(id)) continue;
    seen.add(id);
    if (one.read !== null && officesOf(one.read).includes(office)) return true;
    next.push(...one.envelope.after);
  }
}

async function letIn({ taking, kinds }: Work, found: ApartUnconcerned): Promise<boolean> {
  const { tx, now } = taking;
  const log = await logWithKey(tx, found.log);
  const concern = (await concernedOffices(tx, [found.aggregateId])).get(found.aggregateId);
  if (log === null || concern?.offices.includes(found.office) !== true) return false;
  // Whose it is was proven when it came.
  const judged = judge(JSON.parse(found.text), log.device);
  if (judged.kind !== 'whole') return false;
  // Its body may have been erased by law while it waited.
  const event = silenced(judged.whole, await erasedAmong(tx, [found.eventId]));
  if (!(await comesAfterNaming(tx, found, event.envelope.after))) return false;
  const kind = kinds.get(found.aggregateId) ?? '';
  // It stood here before its log ended: that it came in its own time is settled.
  const before = { ...log, ended_at: null };
  if (
    apartBecause(before, event, { kind, concern, isProven: false, isConfirmed: false, writers: concern.offices }) !==
    null
  )
    return false;
  const done = await guarded(tx, async () => {
    const anew = await takeAnew({ ...taking, log: before }, found, { event, apart: null });
    const because = 'cơ quan đã thành nơi có liên quan';
    if (anew !== null) await keepRelease(tx, { ...found, reason: anew.reason, by: 'tinh', because, at: now });
  });
  return 'value' in done;
}
