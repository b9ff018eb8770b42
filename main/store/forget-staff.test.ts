import { expect, test } from 'vitest';
import { enrolledFolder, usualSeat } from '../../tests/harness/enrolled-folder.ts';
import { foundInFolder } from '../../tests/harness/found-in-folder.ts';
import { openTestDesk } from '../../tests/harness/test-desk.ts';
import { hashSecret } from '../desk/password.ts';
import { takeFolder } from './folder.ts';
import { openStore } from './store.ts';

test('what a former release kept of the staff on such a machine is gone after the next start, with its copies', async () => {
  const seat = { ...usualSeat, kind: 'kiosk' } as const;
  const folder = await enrolledFolder({ seat });
  const own = takeFolder(folder.path);
  const before = openStore(own, folder.databaseKey, { create: false, stamp: 'before' });
  const people = before.reference.get('users') ?? [];
  const pin = await hashSecret('482913');
  before.transact(() => before.people.setPin('u-ngan', pin));
  await before.backup('2026-11-22T08-00-00');
  before.close();
  own.unlock();
  const words = people.flatMap(({ name, login, password: { salt, hash } }) => [name, `"${login}"`, salt, hash]);
  const staff = [...words, pin.salt, pin.hash];
  expect(Object.keys(foundInFolder(folder.path, folder.databaseKey, staff)).toSorted()).toEqual([
    'desk-2026-11-22T08-00-00.db',
    'desk.db',
  ]);
  const kiosk = await openTestDesk(folder.path);
  const session = await kiosk.desk.call({ session: 'page', trusted: true }, 'session.get', {});
  expect(session).toMatchObject({ ok: true, value: { machine: 'ready', roster: [], administrator: null } });
  await kiosk.desk.close();
  expect(foundInFolder(folder.path, folder.databaseKey, staff)).toEqual({});
  folder.remove();
}, 60_000);
