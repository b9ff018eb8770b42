import { expect, type Page } from '@playwright/test';
import { signInAs, tabTo } from '../harness/keyboard.ts';
import { sampleCard, typeLikeScanner } from './scan-card.ts';
import { DEMO_PASSWORD, type DemoProvince } from '../harness/demo-province.ts';

/** What a walk found at its end. */
export interface Walked {
  readonly code: string;
  /** Events of the dossier in the province's PostgreSQL. */
  readonly rows: number;
  readonly dossierId: string;
}

/**
 * The main job as an officer does it, with the keyboard alone: sign in, lose the line, scan a card, receive, print, get
 * the line back, and see the dossier at the province. The same steps in a browser and in Electron.
 */
export async function receiveWithLineCut(
  page: Page,
  province: DemoProvince,
  look: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<Walked> {
  const status = page.getByRole('contentinfo');

  await page.getByText('Lê Thị Kim Ngân').first().waitFor();
  await look('sign-in');
  await page.keyboard.press('1');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await look('receipt-empty');

  await province.stop();
  await expect(status).toContainText('Mất đường truyền', { timeout: 30_000 });
  await look('line-cut');

  await typeLikeScanner(page, sampleCard);
  await page.getByText('087 196 004 218').waitFor();
  await look('card-read');

  await page.keyboard.press('Control+2');
  // A person's pace: faster would be a scanner's.
  await page.keyboard.type('giay doc than', { delay: 60 });
  await expect(page.getByRole('option').first()).toContainText('Cấp Giấy xác nhận tình trạng hôn nhân');
  await look('procedure-found');
  await page.keyboard.press('Enter');
  // The cursor stands on the first case.
  await expect(page.getByRole('radio', { name: 'Cấp lần đầu' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Cấp lần đầu' })).toBeChecked();
  await page.getByText('Tờ khai cấp Giấy xác nhận').first().waitFor();

  // Each mark goes on to the next paper not looked at; the button says how many are left.
  await page.keyboard.press('Control+3');
  const unseen = page.getByRole('button', { name: /còn \d+ giấy tờ chưa xem/ });
  await unseen.waitFor();
  for (let left = Number(/còn (\d+)/.exec((await unseen.textContent()) ?? '')?.[1] ?? 0); left > 0; left--) {
    await page.keyboard.press('1');
    await expect(page.getByRole('button', { name: `còn ${left} giấy tờ` })).toHaveCount(0);
  }
  await page.getByLabel('Lệ phí').fill('15000');
  await expect(page.getByRole('button', { name: /Tiếp nhận và in phiếu hẹn/ })).not.toContainText('chưa');
  await look('ready');

  await page.keyboard.press('Control+p');
  await page.getByText('GIẤY TIẾP NHẬN HỒ SƠ').first().waitFor();
  await look('slip-preview');
  await page.keyboard.press('Escape');
  await expect(page.getByText('GIẤY TIẾP NHẬN HỒ SƠ')).toHaveCount(0);

  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã tiếp nhận').first().waitFor();
  const code =
    (await page
      .getByText(/^H20\.57-\d{6}-\d{4}$/)
      .first()
      .textContent()) ?? '';
  await expect(page.getByText(/Phiếu đã (tạo xong|in)/).first()).toBeVisible({ timeout: 30_000 });
  await expect(status).toContainText('1 hồ sơ');
  await look('received-offline');

  await province.start();
  await expect(status).toContainText('Có đường truyền', { timeout: 60_000 });
  await expect(status).toContainText('Đã gửi hết', { timeout: 60_000 });
  await look('line-back');

  const [row] = await province.rows('SELECT dossier FROM dossier_code WHERE code = $1', [code]);
  const dossierId = row?.['dossier'];
  if (typeof dossierId !== 'string') throw new Error(`${code} is not in the province's database`);
  const events = await province.rows('SELECT id FROM event WHERE aggregate_id = $1', [dossierId]);
  return { code, dossierId, rows: events.length };
}

/** The other screens of this release, after the walk: search, dossier, tray, settings, lock, administration. */
export async function otherScreens(page: Page, code: string, look: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nhung nguyen', { delay: 60 });
  await page.getByRole('option').first().waitFor();
  await look('search');
  await page.keyboard.press('Enter');
  await page.getByText(code).first().waitFor();
  await look('dossier');
  await page.keyboard.press('F8');
  await page.getByRole('dialog').waitFor();
  await look('attention');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await look('keys');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  await look('lock');
  await tabTo(page, 'button', 'Đăng xuất');
  await page.keyboard.press('Enter');
  await signInAs(page, 'Trần Quốc Bảo');
  await page.getByText('Người dùng').first().waitFor();
  await page.getByText('Lê Thị Kim Ngân').first().waitFor();
  await look('administration');
}
