import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2 A and AA. */
export const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** All that a theme can change: the rest is looked at in light. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/**
 * The rules a machine can check, on a page as it stands. Each look in the builder's usual way opens a page of its own for
 * frames of other origins; ours have none, and the legacy way takes less than half the time.
 */
export const axeOn = (page: Page): AxeBuilder =>
  // The mark of a demonstration lies under the words of a slip and must not cover them; the title bar says it in ink.
  new AxeBuilder({ page }).setLegacyMode(true).exclude('.slip-demo');

/** What breaks a rule on the page as it stands: "color-contrast #name, .row". */
export async function breaches(page: Page, axe = axeOn(page).withTags(rules)): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** The same in each theme (ui.md §8), named by the screen and the theme; the page is in light again after it. */
export async function breachesInThemes(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['dark', 'contrast', 'light']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    const axe = theme === 'light' ? axeOn(page).withTags(rules) : axeOn(page).withRules(ofColour);
    found.push(...(await breaches(page, axe)).map((breach) => `${screen}, ${theme}: ${breach}`));
  }
  return found;
}
