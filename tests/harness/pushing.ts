import { pushReplySchema } from '../../contract/sync.ts';
import { OFFICE, type TestDesk, type TestProvince } from './test-server.ts';
import { testWriter, type TestWriter } from './writer.ts';
import type { z } from 'zod';

type Pushed = z.output<typeof pushReplySchema>;

/** Desks of a province in a test, and what they push to it. */
export function pushing(province: () => TestProvince) {
  return {
    desk: async (office = OFFICE): Promise<{ desk: TestDesk; log: TestWriter }> => {
      const one = await province().enrol(office);
      return { desk: one, log: testWriter(one.place, one.key) };
    },
    push: async (by: TestDesk, events: readonly unknown[], log = by.place.log): Promise<Pushed> =>
      (await by.ask('POST', '/v1/push', { log, events })).as(pushReplySchema),
    /** '1 applied', '2 flagged XV-07' */
    ends: (reply: Pushed): string[] =>
      reply.verdicts.map((verdict) => `${verdict.seq} ${verdict.end} ${verdict.reason ?? ''}`.trim()),
  };
}
