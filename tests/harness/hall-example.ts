import type { NewEvent } from '../../main/store/events.ts';
import { bodyOf, type Store } from '../../main/store/store.ts';
import { exampleHost, type Host } from '../../domain/ticket/example.ts';
import type { HallRules } from '../../domain/ticket/rules.ts';

/** Ids of a hall's aggregates in tests. */
export const hallId = (nth = 0): string => `019ab000-0000-7000-9000-${String(nth).padStart(12, '0')}`;

/** A host that decides for this machine; `writeAll` then puts what it wrote into the machine's own log. */
export function hostOf(store: Store, rules?: HallRules): Host {
  const device = store.meta.get('enrolment')?.device;
  if (device === undefined) throw new Error('not enrolled');
  return exampleHost(device, rules);
}

/** Writes what a host has decided into the log, as the hall's own service does: one event after the other. */
export function writeAll(store: Store, host: Host, stamp: (id: string) => { id: string; salt: string }): void {
  const ids = new Map<string, string>();
  store.record(() => ({
    now: 0,
    events: host.written.map(({ envelope, write }) => {
      const { id, salt } = stamp(envelope.id);
      const after = envelope.after.map((parent) => ids.get(parent) ?? '').toSorted();
      ids.set(envelope.id, id);
      const event: NewEvent = {
        aggregate: write.aggregate,
        aggregateId: write.aggregate === 'ticket' ? write.id : hallId(),
        after,
        type: write.event.type,
        version: 1,
        body: bodyOf(write.event.body),
        actor: envelope.actor,
        approvedBy: null,
      };
      return { event, stamp: { id, salt, at: { device: 0, offset: null } } };
    }),
  }));
}
