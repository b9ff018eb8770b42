import type { Page } from '@playwright/test';

/** The text of a made-up ID card's QR (seven fields of the 2021 card). */
export const sampleCard =
  '087196004218|341234567|Nguyễn Thị Hồng Nhung|14081996|Nữ|Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp|20062021';

/** Types as a scanner in keyboard mode does: each letter at once, Enter behind the last. */
export async function typeLikeScanner(page: Page, text: string): Promise<void> {
  await page.evaluate((letters) => {
    const press = (key: string, code: string): void => {
      const target = document.activeElement ?? document.body;
      const event = { key, code, bubbles: true, cancelable: true };
      target.dispatchEvent(new KeyboardEvent('keydown', event));
      target.dispatchEvent(new KeyboardEvent('keyup', event));
    };
    for (const letter of letters) press(letter, /\d/.test(letter) ? `Digit${letter}` : '');
    press('Enter', 'Enter');
  }, text);
}
