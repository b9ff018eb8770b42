import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../../tests/harness/hall-office.ts';

/** An empty roll at the kiosk, told at the desks: /dev/full takes nothing, as a printer without paper. */

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
let office: HallOffice | null = null;
afterEach(async () => {
  await office?.close();
  rmSync(folder, { recursive: true });
});

const take = (kiosk: HallDesk) =>
  kiosk.user.call('kiosk.take', { series: 'A', priority: null, card: null, slip: null, language: 'vi' });

test('the first roll is empty and the second printer takes over: every desk is told, until paper is in again', async () => {
  const [first, second] = [join(folder, 'lp0'), join(folder, 'lp1')];
  symlinkSync('/dev/full', first);
  writeFileSync(second, '');
  office = hallOffice();
  const host = await office.desk('ngan');
  const other = await office.desk('tam');
  const kiosk = await office.desk('', 'kiosk', [first, second]);
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, other);
  await pair(host, kiosk);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  expect((await other.user.call('hall.status', {})).papers).toEqual([]);

  expect(await take(kiosk)).toMatchObject({ printed: true });
  const said = { printer: first, trouble: 'paper-out', standIn: true };
  for (const desk of [other, host, kiosk]) {
    const { papers } = await desk.user.until('hall.status', {}, ({ papers: now }) => now.length > 0);
    expect(papers).toMatchObject([said]);
  }
  // A printer on a cable does not say how it is: what the last ticket found holds at the kiosk too.
  rmSync(second);
  expect(await take(kiosk)).toMatchObject({ printed: false });
  expect(await kiosk.user.call('kiosk.view', {})).toMatchObject({ printer: 'paper-out' });
  await other.user.until(
    'hall.status',
    {},
    ({ papers }) => papers.length === 2 && !papers.some(({ standIn }) => standIn),
  );

  writeFileSync(second, '');
  rmSync(first);
  writeFileSync(first, '');
  expect(await take(kiosk)).toMatchObject({ printed: true });
  await other.user.until('hall.status', {}, ({ papers }) => !papers.some(({ printer }) => printer === first));
}, 60_000);
