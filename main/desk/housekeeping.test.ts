import { expect, test } from 'vitest';
import { ProblemError } from '../../contract/problems.ts';
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

test('a full disk while views are folded anew puts that off by a minute, and says so', async () => {
  const folder = await enrolledFolder();
  const contexts: DeskContext[] = [];
  const { desk, clock } = await openTestDesk(folder.path, {}, ({ context }) => contexts.push(context));
  const [context] = contexts;
  if (context === undefined) throw new Error('not opened');
  let folds = 0;
  const refoldSome = (): number => {
    folds += 1;
    if (folds === 1) throw new ProblemError('LT-03');
    return 0;
  };
  const said: string[] = [];
  const log = { ...context.log, error: (what: string) => void said.push(what) };
  const store = { ...context.store, dossiers: { ...context.store.dossiers, refoldSome } };
  const stop = openHousekeeping({ ...context, store, log });
  clock.advance(200);
  expect([folds, said]).toEqual([1, ['views could not be folded anew; tried again in a minute']]);
  clock.advance(59_000);
  expect(folds).toBe(1);
  clock.advance(1_000);
  expect([folds, said.length]).toEqual([2, 1]);
  stop();
  await desk.close();
  folder.remove();
});
