import type { Page } from '@playwright/test';
import { breaches } from '../harness/axe.ts';
import { DEMO_PASSWORD } from '../harness/demo-province.ts';
import { expect, test } from '../harness/page.ts';
import { openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';

/** The end of the day: an officer closes the hall, and everybody sees that it is closed. */

let room: WaitingRoomDay;
test.beforeAll(async () => {
  room = await openWaitingRoom();
});
test.afterAll(() => room.close());

async function atDesk(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(await room.counter.address());
  await page.getByRole('button', { name: /Lê Thị Kim Ngân/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).waitFor();
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
}

test('who still waits is told before the hall closes; then rail, display and kiosk say that it is closed, until it is opened', async ({
  page,
  context,
}) => {
  const rail = page.getByRole('complementary').first();
  await atDesk(page);
  const take = async (): Promise<string> => {
    const asked = { series: 'A', priority: null, card: null, slip: null, language: 'vi' } as const;
    return (await room.kiosk.page().call('kiosk.take', asked)).number;
  };
  const [called, waits] = [await take(), await take()];
  await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  const { serving } = await room.officer.call('queue.get', {});
  expect(serving?.text).toBe(called);
  await room.officer.call('queue.act', { act: { kind: 'end', ticket: serving?.id ?? '' } });
  await expect(rail).toContainText(`Kế tiếp: ${waits}`);
  const display = await context.newPage();
  await display.setViewportSize({ width: 1920, height: 1080 });
  await display.goto(await room.display.address());
  await expect(display.getByText(called, { exact: true })).toBeVisible();
  await expect(display.getByText('Trực tiếp')).toBeVisible();

  await page.bringToFront();
  await rail.getByRole('button', { name: 'Sảnh', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Đóng sảnh' }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Đóng sảnh hôm nay?' });
  await expect(question).toContainText('1 người còn chờ hoặc tạm giữ: số của họ hết hiệu lực');
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Sảnh đã đóng', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Xong', exact: true }).press('Enter');
  await expect(rail).toContainText('Sảnh đã đóng, vẫn tiếp nhận không số');
  await expect(rail).toContainText('Đang chờ 0');
  await expect(rail.getByRole('button', { name: /Gọi số kế tiếp/ })).toHaveCount(0);

  await expect(display.getByText('Hiện không gọi số')).toBeVisible();
  await expect(display.getByText(/Gọi số lại từ 13:30/)).toBeVisible();
  await expect(display.getByText(called, { exact: true })).toHaveCount(0);
  await expect(display.getByText('Trực tiếp')).toHaveCount(0);
  expect(await breaches(display)).toEqual([]);
  const kiosk = await context.newPage();
  await kiosk.setViewportSize({ width: 1080, height: 1920 });
  await kiosk.goto(await room.kiosk.address());
  await expect(kiosk.getByText(/Mở lại lúc 13:30/)).toBeVisible();

  await page.bringToFront();
  await rail.getByRole('button', { name: 'Sảnh', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Mở sảnh ở máy này' }).press('Enter');
  await page.getByRole('button', { name: 'Xong', exact: true }).press('Enter');
  await expect(rail).toContainText(/Quầy đã đóng từ/);
  await expect(display.getByText('Trực tiếp')).toBeVisible();
  await expect(display.getByText('Hiện không gọi số')).toHaveCount(0);
});
