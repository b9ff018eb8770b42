import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { breachesInThemes } from '../harness/axe.ts';
import { completeReceipt } from '../harness/complete-receipt.ts';
import { startDesk, type RunningDesk } from '../harness/desk.ts';
import { enrolledFolder, PASSPHRASE, passwordOf, type EnrolledFolder } from '../harness/enrolled-folder.ts';
import { jpeg, scannedPdf } from '../harness/paper-files.ts';
import { expect, test } from '../harness/page.ts';
import { goToWorkspace } from '../harness/workspace.ts';
import { openTestDesk } from '../harness/test-desk.ts';

/** A paper of a dossier becomes a file: from the scanner with the keyboard alone, from a dropped file, from the camera. */

test.use({
  permissions: ['camera'],
  launchOptions: async ({ launchOptions }, provide) =>
    provide({ ...launchOptions, args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] }),
});

let folder: EnrolledFolder;
let scanner: string;
let desk: RunningDesk;

test.beforeEach(async ({ page }) => {
  folder = await enrolledFolder();
  scanner = mkdtempSync(join(tmpdir(), 'scanner-'));
  const before = await openTestDesk(folder.path);
  await before.signIn('ngan');
  const draft = await before.call('draft.create', { from: null });
  const content = await completeReceipt(before);
  await before.call('receipt.receive', { draftId: draft.id, revision: 0, content });
  await before.call('digitise.setFolder', { path: scanner });
  await before.desk.close();
  desk = await startDesk({ dataDir: folder.path });
  await page.goto(await desk.address());
  const secret = page.locator('input[type=password]');
  await secret.fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Lê Thị Kim Ngân/ }).waitFor();
  await page.keyboard.press('1');
  await secret.fill(passwordOf('ngan'));
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await goToWorkspace(page, 'Hồ sơ');
  await page.getByRole('row', { name: /Nhung/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Giấy tờ đã số hóa' }).waitFor();
  await page.keyboard.press('Alt+u');
  await page.getByRole('heading', { name: 'Thư mục máy quét' }).waitFor();
});

test.afterEach(async ({ page }) => {
  await page.close();
  await desk.stop();
  folder.remove();
  rmSync(scanner, { recursive: true, force: true });
});

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'textbox' | 'checkbox' | 'combobox') {
  const wanted = page.getByRole(role, { name }).first();
  for (let n = 0; n < 40; n += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(name)}`);
}

test('a scan from the scanner is put in order, turned, described and kept without a mouse', async ({ page }) => {
  const found: string[] = [];
  found.push(...(await breachesInThemes(page, 'panel, empty')));
  const file = join(scanner, 'SCAN0007.pdf');
  writeFileSync(file, await scannedPdf(3));
  await expect(page.getByText('SCAN0007.pdf')).toBeVisible();
  await tabTo(page, 'Thêm vào giấy tờ', 'button');
  await page.keyboard.press('Enter');
  const pages = page.getByRole('option', { name: /^Trang \d/ });
  await expect(pages).toHaveCount(3);
  // The button is gone: the cursor stands on the first page.
  await expect(pages.first()).toBeFocused();
  await page.keyboard.press('x');
  await expect(pages.first()).toHaveAccessibleName('Trang 1, xoay 90 độ');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(pages.nth(1)).toHaveAccessibleName('Trang 2, xoay 90 độ');
  await expect(pages.nth(1)).toBeFocused();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(pages.first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(pages).toHaveCount(2);
  await expect(pages.nth(1)).toBeFocused();
  found.push(...(await breachesInThemes(page, 'panel, pages')));

  const save = page.getByRole('button', { name: /Lưu giấy tờ số hóa/ });
  await expect(save).toContainText('chưa có trích yếu');
  await tabTo(page, 'Trích yếu', 'textbox');
  await page.keyboard.type('Tờ khai ngày 23/11/2026', { delay: 40 });
  await tabTo(page, /Tôi đã đối chiếu với bản giấy/, 'checkbox');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Lê Thị Kim Ngân đối chiếu/)).toBeVisible();
  // A page was left out: the scan may be the next paper, and stays with the scanner.
  expect(existsSync(file)).toBe(true);

  await tabTo(page, 'Xem', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'Trang 1 trên 2' })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Trang \d/ }).first()).toHaveAccessibleName('Trang 1, xoay 90 độ');
  found.push(...(await breachesInThemes(page, 'a paper looked at')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(found).toEqual([]);
});

test('an identity paper is stopped before anything is kept, with the law named', async ({ page }) => {
  await page.getByLabel('Trong hồ sơ').selectOption({ label: 'Giấy tờ tùy thân (không giữ bản sao)' });
  await expect(page.getByText(/Luật Căn cước Điều 20\.3/)).toBeVisible();
  await page.getByLabel('Trong hồ sơ').selectOption({ label: 'Giấy tờ khác của hồ sơ' });
  await expect(page.getByText(/Luật Căn cước/)).toHaveCount(0);
  await page.getByLabel('Loại giấy tờ').selectOption({ label: 'Giấy tờ tùy thân' });
  await expect(page.getByText(/Luật Căn cước Điều 20\.3/)).toBeVisible();
});

test('dropped files and photographs become pages; a scan whole used leaves the scanner’s folder', async ({ page }) => {
  writeFileSync(join(scanner, 'a.jpg'), jpeg(1));
  await expect(page.getByText('a.jpg')).toBeVisible();
  await page.getByRole('button', { name: 'Thêm vào giấy tờ' }).click();
  await expect(page.getByRole('option', { name: /^Trang \d/ })).toHaveCount(1);

  const files = await page.evaluateHandle(
    ([picture = '', note = '']) => {
      const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes(picture)], 'giay.jpg', { type: 'image/jpeg' }));
      dropped.items.add(new File([bytes(note)], 'ghi-chu.txt', { type: 'text/plain' }));
      return dropped;
    },
    [jpeg(2), Buffer.from('no paper')].map((bytes) => Buffer.from(bytes).toString('base64')),
  );
  await page.getByRole('heading', { name: 'Bản quét đang chờ' }).dispatchEvent('drop', { dataTransfer: files });
  await expect(page.getByRole('option', { name: /^Trang \d/ })).toHaveCount(2);
  await expect(page.getByText('Tệp ghi-chu.txt không phải PDF, JPEG hay PNG.')).toBeVisible();

  await page.getByRole('button', { name: 'Chụp bằng máy ảnh' }).click();
  const shoot = page.getByRole('button', { name: /Chụp trang này/ });
  await expect(shoot).not.toContainText('Đang mở');
  expect(await breachesInThemes(page, 'camera')).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã chụp 1 trang')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: /^Trang \d/ })).toHaveCount(3);

  await page.getByLabel('Trích yếu').fill('Ba trang');
  await page.getByRole('checkbox', { name: /Tôi đã đối chiếu/ }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/3 trang, \d+ KB/)).toBeVisible();
  await expect.poll(() => readdirSync(scanner)).toEqual([]);
});
