import type { Page } from '@playwright/test';
import { breachesInThemes } from '../harness/axe.ts';
import { arrive, viewIn } from '../harness/arrived.ts';
import { startDesk, type RunningDesk } from '../harness/desk.ts';
import { enrolledFolder, PASSPHRASE, passwordOf, type EnrolledFolder } from '../harness/enrolled-folder.ts';
import { expect, test } from '../harness/page.ts';
import { dossierId, nhung, resultDossier } from '../harness/result-dossiers.ts';
import { goToWorkspace } from '../harness/workspace.ts';
import { sampleCard, typeLikeScanner } from '../tour/scan-card.ts';

/** Returning results by keyboard and scanner alone, and what a machine can check of the screens (ui.md §5, §8). */

let folder: EnrolledFolder;
let desk: RunningDesk;

test.beforeEach(async () => {
  folder = await enrolledFolder();
  arrive(folder, [
    resultDossier(1, { received: { fee: { amount: 15_000, basis: '', paid: 'unpaid', receiptNumber: '' } } }),
    resultDossier(2, { received: { applicant: { ...nhung, name: 'Trần Văn Lợi', personalId: '087080001111' } } }),
    resultDossier(3, {
      stopped: {},
      received: { applicant: { ...nhung, name: 'Ngô Văn Út', personalId: '087070002222', phone: '' } },
    }),
    resultDossier(4, {
      backAt: null,
      received: { applicant: { ...nhung, name: 'Đinh Thị Lụa', personalId: '087190003333' } },
    }),
  ]);
  desk = await startDesk({ dataDir: folder.path });
});

test.afterEach(async () => {
  await desk.stop();
  folder.remove();
});

async function signedIn(page: Page): Promise<void> {
  await page.goto(await desk.address());
  const secret = page.locator('input[type=password]');
  await secret.fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Lê Thị Kim Ngân/ }).click();
  await secret.fill(passwordOf('ngan'));
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await goToWorkspace(page, 'Trả kết quả');
  await page.getByRole('grid').waitFor();
}

test('shelved, found by the card of whoever stands there, the fee taken, handed out: without a mouse', async ({
  page,
}) => {
  await signedIn(page);
  // Everything that came lies on the shelf, and those with a telephone are told.
  await page.keyboard.press('Alt+x');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kệ B, ngăn 3', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Chưa báo được 1 người')).toBeVisible();
  await expect(page.getByText('Kệ B, ngăn 3')).toHaveCount(4);

  await typeLikeScanner(page, sampleCard);
  await expect(page.getByText('Đã đọc thẻ căn cước, khớp')).toBeVisible();
  // The fee first: without it a supervisor would have to approve.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Phí, lệ phí chưa nộp đủ')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').getByText('Đã trả kết quả')).toBeVisible();
  await expect(page.getByText('Mời người nhận ký vào cột Ký nhận')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Sẵn sàng quét')).toBeVisible();
  await page.close();
  await desk.stop();
  expect(viewIn(folder, dossierId(1))).toMatchObject({
    state: 'returned',
    flags: [],
    payments: [{ amount: 15_000, how: 'cash' }],
    result: { returned: { to: { kind: 'applicant' }, identity: 'card', originals: [{ name: 'Bản án ly hôn' }] } },
  });
});

test('no screen of returning breaks a rule that a machine can check, in the three themes', async ({ page }) => {
  await signedIn(page);
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => {
    found.push(...(await breachesInThemes(page, screen)));
  };
  await look('list');
  await page.keyboard.press('Alt+x');
  await page.getByRole('dialog').waitFor();
  await look('shelve');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+i');
  await page.getByRole('dialog').waitFor();
  await look('tell');
  await page.keyboard.press('Escape');
  await typeLikeScanner(page, 'H20.57-261118-0001');
  await page.getByText('1 Người nhận').waitFor();
  await look('form');
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Quyền nhận').selectOption('relative');
  await page.keyboard.press('Control+4');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('img', { name: 'Ô ký tên' }).waitFor();
  await look('somebody else, drawn signature');
  await page.keyboard.press('Escape');
  await typeLikeScanner(page, 'H20.57-261118-0004');
  await page.getByText('chưa về đến quầy').last().waitFor();
  await look('not to be returned yet');
  await page.close();
  expect(found).toEqual([]);
});
