import type { Page } from '@playwright/test';
import { breaches } from '../harness/axe.ts';
import { expect, test } from '../harness/page.ts';
import { openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';

/** A number taken on a phone, by its own browser: with the script, without it, and with the hall gone. */

test.use({ viewport: { width: 360, height: 740 } });

let room: WaitingRoomDay;
let door: string;
test.beforeAll(async () => {
  room = await openWaitingRoom();
  const { phoneDoor } = await room.kiosk.page().call('kiosk.view', {});
  door = phoneDoor ?? '';
});
test.afterAll(() => room.close());

/** Nothing runs out of the narrow screen. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('taken, waited for, called, in two languages, and told when it is not live', async ({ page }) => {
  await page.goto(door);
  expect(await breaches(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: /Chứng thực/ }).click();
  await expect(page.locator('#live')).toContainText('Trực tiếp');
  const number = (await page.locator('#t-number').textContent()) ?? '';
  expect(number).toMatch(/^A\d+$/);
  expect(await breaches(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);

  const { serving } = await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  expect(serving?.text).toBe(number);
  await expect(page.locator('#ticket')).toHaveAttribute('data-stands', 'called');
  await expect(page).toHaveTitle(`${number}: Quầy 3`);
  await expect(page.getByText('Mời ông, bà đến Quầy 3 ngay bây giờ.')).toBeVisible();
  // Told aloud: the call.
  await expect(page.getByRole('status')).toContainText('Quầy 3');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByText(/Quầy 3/).first()).toBeVisible();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  expect(await breaches(page)).toEqual([]);

  await room.officer.call('hall.signOff', { to: null });
  await expect(page.locator('#live')).toHaveClass(/lost/);
  await room.officer.call('hall.open', {});
  await expect(page.locator('#live')).not.toHaveClass(/lost/);
});

test.describe('a browser that runs no script', () => {
  test.use({ javaScriptEnabled: false });

  test('takes a number by a form and asks again by itself', async ({ page }) => {
    await page.goto(door);
    await page.getByRole('button', { name: /Hộ tịch/ }).click();
    await expect(page.locator('#t-number')).toHaveText(/^B\d+$/);
    await expect(page.locator('meta[http-equiv=refresh]')).toHaveAttribute('content', '10');
    expect(await overflow(page)).toBe(0);
  });
});
