import type { Page } from '@playwright/test';
import { breachesInThemes } from '../harness/axe.ts';
import { completeReceipt } from '../harness/complete-receipt.ts';
import { startDesk, type RunningDesk } from '../harness/desk.ts';
import { enrolledFolder, PASSPHRASE, passwordOf, type EnrolledFolder } from '../harness/enrolled-folder.ts';
import { expect, test } from '../harness/page.ts';
import { openTestDesk } from '../harness/test-desk.ts';
import { typeLikeScanner } from '../tour/scan-card.ts';

/** A batch built, closed short and signed for in part, with scanner and keyboard alone. */

let folder: EnrolledFolder;
let desk: RunningDesk;
let codes: string[] = [];

test.beforeEach(async () => {
  folder = await enrolledFolder();
  const before = await openTestDesk(folder.path);
  await before.signIn('ngan');
  codes = [];
  for (let n = 0; n < 3; n++) {
    const draft = await before.call('draft.create', { from: null });
    // Sole traders (1.001612): the unit of the officer of the harness decides them.
    const content = await completeReceipt(before, { procedureCode: '1.001612', feeAmount: 0 });
    const { code } = await before.call('receipt.receive', { draftId: draft.id, revision: 0, content });
    codes.push(code);
  }
  await before.desk.close();
  desk = await startDesk({ dataDir: folder.path });
});

test.afterEach(async ({ page }) => {
  await page.close();
  await desk.stop();
  folder.remove();
});

async function signIn(page: Page, name: RegExp, login: string): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
  await page.locator('input[type=password]').fill(passwordOf(login));
  await page.keyboard.press('Enter');
}

test('a counter gives and a unit takes, without a mouse, and no screen of it breaks a rule', async ({ page }) => {
  const found: string[] = [];
  const [first = '', second = ''] = codes;
  await page.goto(await desk.address());
  await page.locator('input[type=password]').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await signIn(page, /Lê Thị Kim Ngân/, 'ngan');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: /Chốt lô và in danh sách/ }).waitFor();
  await typeLikeScanner(page, first);
  await expect(page.getByRole('button', { name: /còn 2 hồ sơ chưa quét/ })).toBeVisible();
  await typeLikeScanner(page, second);
  await expect(page.getByRole('button', { name: /còn 1 hồ sơ chưa quét/ })).toBeVisible();
  await typeLikeScanner(page, 'H20.57-261101-0999');
  await expect(page.getByText('Chưa có hồ sơ mang mã H20.57-261101-0999 trên máy này')).toBeVisible();
  found.push(...(await breachesInThemes(page, 'unknown code')));
  await page.keyboard.press('Escape');
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    found.push(...(await breachesInThemes(page, `batch, ${theme}`)));
  }
  await page.keyboard.press('Alt+l');
  await page.getByRole('dialog').waitFor();
  found.push(...(await breachesInThemes(page, 'closed short')));
  // A person's pace: faster would be a scanner's.
  await page.keyboard.type('chua tim thay giay', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã chốt lô 1')).toBeVisible();
  await expect(page.getByText(/Đã (tạo|in) danh sách/)).toBeVisible();
  found.push(...(await breachesInThemes(page, 'closed')));

  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Đăng xuất' }).focus();
  await page.keyboard.press('Enter');
  await signIn(page, /Bùi Thị Thanh Thảo/, 'thao');
  await page.getByRole('button', { name: /Nhận bàn giao/ }).waitFor();
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: /Ký nhận lô 1/ }).waitFor();
  await typeLikeScanner(page, first);
  await expect(page.getByRole('button', { name: /còn 1 hồ sơ chưa quét/ })).toBeVisible();
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(page.getByText('thiếu 1 giấy tờ')).toBeVisible();
  found.push(...(await breachesInThemes(page, 'taking')));
  await page.keyboard.press('Alt+l');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Ký nhận thiếu/).first()).toBeVisible();
  await expect(page.getByText('Không có trong bó khi nhận')).toBeVisible();
  found.push(...(await breachesInThemes(page, 'taken in part')));
  expect(found).toEqual([]);
});
