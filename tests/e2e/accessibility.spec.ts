import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startDesk, type RunningDesk } from '../harness/desk.ts';
import { enrolledFolder, PASSPHRASE, passwordOf, type EnrolledFolder } from '../harness/enrolled-folder.ts';
import { expect, test } from '../harness/page.ts';
import { goToWorkspace } from '../harness/workspace.ts';

/** WCAG 2.2 A and AA on every screen of this release, in the three themes (ui.md §8). */

let folder: EnrolledFolder;
let desk: RunningDesk;

test.beforeAll(async () => {
  folder = await enrolledFolder();
  desk = await startDesk({ dataDir: folder.path });
});

test.afterAll(async () => {
  await desk.stop();
  folder.remove();
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(page: Page, screen: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.map((each) => `${screen}: ${each.id} ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

test('no screen breaks a rule that a machine can check', async ({ page }) => {
  test.setTimeout(120_000);
  const found: string[] = [];
  const secret = page.locator('input[type=password]');
  await page.goto(await desk.address());
  await secret.waitFor();
  found.push(...(await violations(page, 'unseal')));
  await secret.fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Lê Thị Kim Ngân/ }).click();
  found.push(...(await violations(page, 'sign-in')));
  await secret.fill(passwordOf('ngan'));
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();

  for (const theme of ['light', 'dark', 'contrast']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    found.push(...(await violations(page, `receipt, ${theme}`)));
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('khai sinh', { delay: 60 });
  await page.getByRole('option').first().waitFor();
  found.push(...(await violations(page, 'search')));
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  found.push(...(await violations(page, 'tray')));
  await page.keyboard.press('Escape');
  await goToWorkspace(page, 'Bàn giao');
  await page.getByText('Bàn giao hôm nay').first().waitFor();
  found.push(...(await violations(page, 'handover')));
  await goToWorkspace(page, 'Hồ sơ');
  await page.getByText('Hồ sơ gần đây').first().waitFor();
  found.push(...(await violations(page, 'dossiers')));
  await goToWorkspace(page, 'Sổ sách');
  await page.getByRole('button', { name: 'Chốt ngày và in phiếu' }).waitFor();
  found.push(...(await violations(page, 'day close')));
  await page.keyboard.press('Control+2');
  await page.getByText('Tiền mặt phải có').waitFor();
  found.push(...(await violations(page, 'cash list')));
  await page.keyboard.press('Control+1');
  await page.getByText('Không có dòng nào').waitFor();
  found.push(...(await violations(page, 'register')));
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  found.push(...(await violations(page, 'lock')));
  expect(found).toEqual([]);
});
