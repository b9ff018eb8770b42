import { expect, test } from 'vitest';
import { enrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { openTestDesk } from '../../tests/harness/test-desk.ts';
import type { DeskContext } from './context.ts';
import { openHousekeeping } from './housekeeping.ts';

test('closed while a round follows an erasure, it asks nothing of a database that is gone', async () => {
  const folder = await enrolledFolder();
  const contexts: DeskContext[] = [];
  const { desk, clock } = await openTestDesk(folder.path, {}, ({ context }) => contexts.push(context));
  const [context] = contexts;
  if (context === undefined) throw new Error('not opened');
  const following = Promise.withResolvers<void>();
  const followed = Promise.withResolvers<boolean>();
  let isClosed = false;
  let asked = 0;
  const store: DeskContext['store'] = {
    ...context.store,
    followErasures() {
      following.resolve();
      return followed.promise;
    },
    get meta() {
      if (isClosed) asked += 1;
      return context.store.meta;
    },
  };
  const stop = openHousekeeping({ ...context, store });
  clock.advance(1_000);
  await following.promise;
  stop();
  await desk.close();
  isClosed = true;
  followed.resolve(false);
  await new Promise((resolve) => setImmediate(resolve));
  folder.remove();
  expect(asked).toBe(0);
});
