import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../harness/demo-province.ts';
import type { WorldDesk } from '../../harness/world.ts';

/** A person at a desk's page, who only uses the keyboard. */
export async function sitDown(browser: Browser, desk: WorldDesk, name: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  await page.goto(await desk.address());
  const row = page.getByRole('button', { name: new RegExp(name) }).first();
  await row.waitFor();
  await row.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return page;
}
