import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { breachesInThemes } from '../harness/axe.ts';
import { DEMO_PASSWORD } from '../harness/demo-province.ts';
import { expect, test } from '../harness/page.ts';
import { pdfPrinter } from '../harness/pdf-printer.ts';
import { joinHall } from '../harness/waiting-room.ts';
import { openWorld, type DeskUser, type World, type WorldDesk } from '../harness/world.ts';

/** The hall's host is lost: every desk of the office offers to take over, whoever sits there and whatever is on the sheet. */

const OFFICE = 'xa-29905';
/** The offer stands on each desk within so long of the loss, ms. */
const OFFERED_WITHIN_MS = 5_000;
let world: World;
let host: WorldDesk;
let others: WorldDesk[];
let officer: DeskUser;

test.beforeAll(async () => {
  world = await openWorld({
    start: '2026-11-23T08:30:00',
    printer: pdfPrinter,
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
  const at = (n: number): Promise<WorldDesk> =>
    world.desk({ office: OFFICE, counter: `${OFFICE}-q${n}`, place: `Quầy ${n}` });
  host = await at(3);
  others = [await at(1), await at(2), await at(4), await at(5)];
  officer = await host.as('ngan');
  for (const desk of [host, ...others]) {
    await desk.page().until('status.get', {}, () => (desk.store.reference.get('devices') ?? []).length === 5);
  }
  await officer.call('hall.open', {});
  const logins = ['phuoc', 'hoa', 'bao', 'tam'];
  for (const [n, desk] of others.entries()) await joinHall(officer, await desk.as(logins[n] ?? ''));
});
test.afterAll(() => world.close());

async function signIn(page: Page, desk: WorldDesk, name: RegExp): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(await desk.address());
  await page.getByRole('button', { name }).first().press('Enter');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Mật khẩu' })).toHaveCount(0);
}

test('the offer stands on the board, at a unit, at the administrator’s and before the sign-in; one key takes over', async ({
  context,
}, info) => {
  const [supervisor, unit, administrator, nobody] = others;
  if (supervisor === undefined || unit === undefined || administrator === undefined || nobody === undefined) return;
  const board = await context.newPage();
  await signIn(board, supervisor, /Đặng Văn Phước/);
  await board.getByText('Hồ sơ mới').first().waitFor();
  await board.keyboard.press('Alt+6');
  await board.getByText('người đang chờ').waitFor();
  const work = await context.newPage();
  await signIn(work, unit, /Huỳnh Thị Hoa/);
  const admin = await context.newPage();
  await signIn(admin, administrator, /Trần Quốc Bảo/);
  const entry = await context.newPage();
  await entry.setViewportSize({ width: 1366, height: 768 });
  await entry.goto(await nobody.address());
  await entry
    .getByRole('button', { name: /Nguyễn Minh Tâm/ })
    .first()
    .waitFor();

  const pages = [board, work, admin, entry];
  for (const page of pages) await expect(page.getByRole('region', { name: /^Mất máy giữ sảnh/ })).toHaveCount(0);
  const lostAt = performance.now();
  host.setCable(false);
  const offers = await Promise.all(
    pages.map(async (page) => {
      const region = page.getByRole('region', { name: 'Mất máy giữ sảnh Quầy 3' });
      await expect(region).toBeVisible();
      return performance.now() - lostAt;
    }),
  );
  expect(Math.max(...offers)).toBeLessThan(OFFERED_WITHIN_MS);
  for (const [n, page] of pages.entries()) {
    await info.attach(`lost-${n}`, { body: await page.screenshot(), contentType: 'image/png' });
  }
  for (const page of [board, work, admin]) {
    await expect(page.getByRole('button', { name: 'Nhận giữ sảnh' })).toBeVisible();
  }
  // Nobody sits there: what to do is said, and nothing can be pressed.
  await expect(entry.getByRole('button', { name: 'Nhận giữ sảnh' })).toHaveCount(0);
  await expect(entry.getByText('Đăng nhập rồi bấm Nhận giữ sảnh.')).toBeVisible();
  expect(await breachesInThemes(board, 'board')).toEqual([]);
  expect(await breachesInThemes(work, 'unit')).toEqual([]);

  await work.keyboard.press('Control+B');
  for (const page of pages) await expect(page.getByRole('region', { name: /^Mất máy giữ sảnh/ })).toHaveCount(0);
  const taken = await (await unit.as('hoa')).call('hall.status', {});
  expect(taken.state).toBe('hosting');
  host.setCable(true);
  await officer.until('hall.status', {}, ({ state }) => state === 'linked');
});
