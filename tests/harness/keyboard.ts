import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from './demo-province.ts';

/** What hands at a keyboard do, and nothing else: no pointer is ever used here. */

/** A person's pace: faster would be a scanner's. Milliseconds between two keys. */
const PACE = 45;

export async function typeSlowly(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: PACE });
}

type Role = 'button' | 'textbox' | 'checkbox' | 'combobox' | 'radio' | 'grid' | 'row';

/**
 * Goes on with Tab until this has the focus.
 * @throws Error when the keyboard does not come there
 */
export async function tabTo(page: Page, role: Role, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let n = 0; n < 60; n += 1) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(name)}`);
}

/** Tab to it, what stands there replaced. */
export async function fillIn(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('Control+a');
  await typeSlowly(page, text);
}

/** At the sign-in screen: their row by the arrows, the password, and the frame is there. */
export async function signInAs(page: Page, name: string): Promise<void> {
  const row = page.getByRole('button', { name: new RegExp(name) }).first();
  await expect(page.locator('button[aria-expanded]:focus')).toBeVisible();
  for (let n = 0; n < 30; n += 1) {
    if (await row.evaluate((element) => element.matches(':focus'))) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Mật khẩu' })).toBeFocused();
  await typeSlowly(page, DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}
