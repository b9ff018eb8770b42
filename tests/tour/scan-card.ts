import type { Page } from '@playwright/test';

/** The text of a made-up ID card's QR (seven fields of the 2021 card). */
export const sampleCard =
  '087196004218|341234567|Nguyễn Thị Hồng Nhung|14081996|Nữ|Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp|20062021';

/** Between two keys of a scanner, ms. */
const GAP = 4;

/** Types as a scanner in keyboard mode does, Enter behind the last letter; a busy machine changes nothing of its pace. */
export async function typeLikeScanner(page: Page, text: string): Promise<void> {
  await page.evaluate(
    ({ letters, gap }) => {
      let at = performance.now() - gap * letters.length;
      const press = (key: string, code: string): void => {
        const target = document.activeElement ?? document.body;
        for (const kind of ['keydown', 'keyup']) {
          const event = new KeyboardEvent(kind, { key, code, bubbles: true, cancelable: true });
          // When the key was pressed, as the system tells of a real one, and not when this came to it.
          Object.defineProperty(event, 'timeStamp', { value: at });
          target.dispatchEvent(event);
        }
        at += gap;
      };
      for (const letter of letters) press(letter, /\d/.test(letter) ? `Digit${letter}` : '');
      press('Enter', 'Enter');
    },
    { letters: Array.from(text), gap: GAP },
  );
}
