import { afterAll, beforeAll } from 'vitest';
import type { z } from 'zod';
import { pushReplySchema } from '../../contract/sync.ts';
import { OFFICE, testProvince, type TestDesk, type TestProvince } from './test-server.ts';
import { testWriter, type TestWriter } from './writer.ts';

type Pushed = z.output<typeof pushReplySchema>;

/** A province for the tests of a file, its desks, and what they push to it. */
export function pushing() {
  let begun: TestProvince | null = null;
  const province = (): TestProvince => {
    if (begun === null) throw new Error('not begun');
    return begun;
  };
  beforeAll(async () => {
    begun = await testProvince();
  });
  afterAll(() => begun?.close());
  return {
    get province() {
      return province();
    },
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
