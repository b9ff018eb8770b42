import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aboutReplySchema } from '../../contract/sync.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { DEMO_KIOSK, DEMO_OFFICE } from '../../server/demo.ts';
import { startProvince } from './province.ts';

/** `npm start` and `npm start -- --kiosk` at once on one machine: one demonstration province for both. */

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'beside-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the second start goes to the province of the first, with a code of its own, and leaves it running', async () => {
  const province = join(folder, 'province');
  // The second begins while the first is still opening.
  const [first, second] = await Promise.all([
    startProvince(province, process.env),
    startProvince(province, process.env),
  ]);
  const [ours, other] = first.isOurs ? [first, second] : [second, first];
  expect([ours.isOurs, other.isOurs]).toEqual([true, false]);
  expect(other.server).toBe(ours.server);
  const code = await other.enrolmentCode({ office: DEMO_OFFICE, counter: DEMO_KIOSK });
  expect(code).toMatch(/^[0-9A-Z-]{8,}$/);
  await other.stop();
  const about = await fetch(new URL('/v1/about', ours.server));
  expect(aboutReplySchema.parse(await about.json()).demo).not.toBeNull();
  await ours.stop();
  expect(existsSync(join(province, 'address'))).toBe(false);
}, 120_000);

test('a folder that another start holds without an answer is said to be open, and what to do', async () => {
  const held = join(folder, 'held');
  const lock = takeFolder(held);
  await expect(startProvince(held, process.env, 1_200)).rejects.toMatchObject({ code: 'LT-05' });
  lock.unlock();
}, 30_000);
