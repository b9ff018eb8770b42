import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HallCommand } from '../../domain/ticket/commands.ts';
import { decide } from '../../domain/ticket/decide.ts';
import { DAY, exampleRules, OFFICE, plain } from '../../domain/ticket/example.ts';
import { hallView, type HallView } from '../../domain/ticket/view.ts';
import { usualSeat } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { hallId } from '../../tests/harness/hall-example.ts';
import { seededRandomness } from '../../tests/harness/test-desk.ts';
import { bodyOf, type Store } from './store.ts';

let own: OpenedStore;
let store: Store;
const random = seededRandomness('hall memory');

beforeEach(async () => {
  own = await openedStore();
  ({ store } = own);
});
afterEach(() => own.close());

const kept = (): HallView => store.halls.view(OFFICE, DAY, (id) => store.log?.ofAggregate(id) ?? []);
/** Tickets from their rows, past what is kept; within a transaction the day is folded anew. */
const read = (): HallView => hallView(store.transact(kept), store.halls.between(OFFICE, DAY, DAY));

/** What the host decides of it on what is kept; nothing where it is refused. @param fails all is undone at the last moment */
function write(command: HallCommand, now: string, fails: boolean): void {
  const decision = decide(kept(), exampleRules, command, { host: usualSeat.device, now });
  if (!decision.ok) return;
  const last = new Map<string, string>();
  const events = decision.events.map((each) => {
    const aggregateId = each.aggregate === 'ticket' ? each.id : hallId();
    const before = last.get(aggregateId);
    const stamp = { id: random.id(), salt: '00'.repeat(16), at: { device: 0, offset: null } };
    last.set(aggregateId, stamp.id);
    const body = bodyOf(each.event.body);
    const { type, version } = each.event;
    const after = before === undefined ? each.after : [before];
    const event = {
      aggregate: each.aggregate,
      aggregateId,
      after,
      type,
      version,
      body,
      actor: 'ngan',
      approvedBy: null,
    };
    return { stamp, event };
  });
  const undone = new Error('undone');
  const also = (): void => {
    if (!fails) return;
    // Somebody asks in the middle of it: what they see must not stay.
    kept();
    throw undone;
  };
  try {
    store.record(() => ({ now: 0, events, also }));
  } catch (error) {
    if (error !== undone) throw error;
  }
}

const counters = ['q1', 'q2'] as const;
const acts = [
  'open',
  'issue',
  'issue',
  'issue',
  'next',
  'next',
  'recall',
  'recall',
  'noShow',
  'hold',
  'end',
  'away',
  'expire',
] as const;

function commandOf(act: (typeof acts)[number], counter: string): HallCommand {
  const ticket = kept().tickets.find((each) => each.state === 'called' && each.counter === counter)?.id ?? '';
  switch (act) {
    case 'open':
      return { kind: 'openCounter', counter, name: counter, series: counter === 'q1' ? ['A'] : ['A', 'B'] };
    case 'issue':
      return { kind: 'issue', ...plain, series: counter === 'q1' ? 'A' : 'B', ticket: random.id() };
    case 'next':
      return { kind: 'callNext', counter };
    case 'recall':
      return { kind: 'recall', counter, ticket };
    case 'noShow':
      return { kind: 'noShow', counter, ticket };
    case 'hold':
      return { kind: 'hold', counter, ticket, reason: 'điền tờ khai' };
    case 'end':
      return { kind: 'end', counter, ticket, by: 'hand', dossierId: null };
    case 'away':
      return { kind: 'away', counter, reason: 'nghỉ', until: null };
    case 'expire':
      return { kind: 'expire' };
  }
}

test('what is kept of a day is what its rows and events say, whatever was written, undone or asked in between', () => {
  write({ kind: 'openHall', block: 0, takeover: false }, `${DAY}T07:00:00`, false);
  const step = fc.record({
    act: fc.constantFrom(...acts),
    counter: fc.constantFrom(...counters),
    fails: fc.boolean(),
    asks: fc.boolean(),
  });
  let minute = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), (steps) => {
      for (const { act, counter, fails, asks } of steps) {
        minute += 1;
        const now = `${DAY}T${String(7 + (Math.floor(minute / 60) % 10)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
        const command = commandOf(act, counter);
        if (fails) write(command, now, true);
        write(command, now, false);
        expect(!asks || isDeepStrictEqual(kept(), read())).toBe(true);
      }
      expect(kept()).toEqual(read());
    }),
    { numRuns: 20 },
  );
  expect(kept().tickets.length).toBeGreaterThan(20);
});

test('the same object until something of that day is written', () => {
  write({ kind: 'openHall', block: 0, takeover: false }, `${DAY}T07:00:00`, false);
  write({ kind: 'issue', ...plain, ticket: random.id() }, `${DAY}T07:01:00`, false);
  const before = kept();
  expect(kept()).toBe(before);
  const [first] = before.tickets;
  write({ kind: 'issue', ...plain, ticket: random.id() }, `${DAY}T07:02:00`, false);
  expect(kept()).not.toBe(before);
  // A ticket nothing was written of is the one it was.
  expect(kept().tickets[0]).toBe(first);
});
