import { afterAll, beforeAll, expect, test } from 'vitest';
import { pullReplySchema, pushReplySchema } from '../../contract/sync.ts';
import { asHallEvent, asTicketEvent, eventSchema } from '../../contract/events.ts';
import { exampleHost, OFFICE as HALL_OFFICE, nobodyCame, plain } from '../../domain/ticket/example.ts';
import { foldHall } from '../../domain/ticket/view.ts';
import type { KnownHallEvent } from '../../domain/ticket/hall-day.ts';
import type { KnownTicketEvent } from '../../domain/ticket/ticket.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { systemRandom } from '../random.ts';
import { OFFICE, OTHER, testProvince, type TestProvince } from '../../tests/harness/test-server.ts';
import { json, testWriter } from '../../tests/harness/writer.ts';

/** Tickets and the hall at the province: events of one office's own, in no other feed. */

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

const DATE = '2026-11-23';

test('what a hall wrote is applied, folded by every desk of its office to the same view, and no other office sees it', async () => {
  expect(OFFICE).toBe(HALL_OFFICE);
  const desk = await province.enrol(OFFICE);
  const host = exampleHost(desk.place.device);
  const ticket = systemRandom.id();
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:01');
  host.does({ kind: 'issue', ticket, ...plain }, '07:30');
  host.does({ kind: 'callNext', counter: 'q1' }, '07:40');
  nobodyCame(host, 'q1', ticket, '07:42');

  const log = testWriter(desk.place, desk.key);
  const hall = systemRandom.id();
  const ids = new Map<string, string>();
  for (const { envelope, write } of host.written) {
    const { type, version, body } = write.event;
    const { aggregateId } = { aggregateId: write.aggregate === 'ticket' ? write.id : hall };
    const after = envelope.after.map((id) => ids.get(id) ?? '').toSorted();
    const event = log.write(json(body), { aggregate: write.aggregate, aggregateId, after, type, version });
    ids.set(envelope.id, event.envelope.id);
  }
  const reply = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  expect(reply.as(pushReplySchema).verdicts.map(({ end }) => end)).toEqual(log.events.map(() => 'applied'));

  const colleague = await province.enrol(OFFICE);
  const { events } = (await colleague.ask('GET', '/v1/pull')).as(pullReplySchema);
  expect(events).toEqual(log.events);
  const view = folded(events as LogEvent[], hall);
  expect(view).toEqual(folded(log.events, hall));
  expect(view).toMatchObject({ state: 'open', reign: { host: desk.place.device, term: 1 } });
  expect(view.tickets).toMatchObject([{ id: ticket, text: 'A001', state: 'waiting', noShows: 1, putBacks: 1 }]);
  expect(view.tickets[0]?.heads).toEqual([log.events.at(-1)?.envelope.id]);

  const elsewhere = await province.enrol(OTHER);
  expect((await elsewhere.ask('GET', '/v1/pull')).as(pullReplySchema).events).toEqual([]);
  const stranger = testWriter(elsewhere.place, elsewhere.key);
  const body = { term: 1, note: '', at: `${DATE}T08:00:00` };
  const add = { aggregate: 'ticket', aggregateId: ticket, type: 'ticket.settled', version: 1 } as const;
  const events2 = [stranger.write(json(body), add)];
  const refused = await elsewhere.ask('POST', '/v1/push', { log: elsewhere.place.log, events: events2 });
  expect(refused.as(pushReplySchema).verdicts).toMatchObject([{ end: 'quarantined', reason: 'XV-04' }]);
});

function folded(events: readonly LogEvent[], hall: string) {
  const day: KnownHallEvent[] = [];
  const tickets = new Map<string, KnownTicketEvent[]>();
  for (const { envelope, body } of events) {
    const { type, version, aggregateId } = envelope;
    const read = eventSchema.parse({ type, version, body });
    if (aggregateId === hall) day.push({ envelope, event: asHallEvent(read) });
    else tickets.set(aggregateId, [...(tickets.get(aggregateId) ?? []), { envelope, event: asTicketEvent(read) }]);
  }
  return foldHall(OFFICE, DATE, day, tickets);
}
