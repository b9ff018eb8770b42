import type { Page } from '@playwright/test';

/** Goes to a workspace by its own key, whichever number that is for who sits there. */
export async function goToWorkspace(page: Page, label: string): Promise<void> {
  const tab = page.getByRole('navigation').getByRole('button', { name: label });
  await page.keyboard.press((await tab.getAttribute('aria-keyshortcuts')) ?? '');
}
