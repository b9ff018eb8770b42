import type { Page } from '@playwright/test';
import { axeOn } from '../harness/axe.ts';
import { startDesk } from '../harness/desk.ts';
import { enrolledFolder } from '../harness/enrolled-folder.ts';
import { expect, test } from '../harness/page.ts';
import { openWorkingDay, type WorkingDay } from '../harness/working-day.ts';
import { screens, sitting, whoLooks } from './screens/screens.ts';

/** WCAG 2.2 A and AA on every screen, in the three themes (ui.md §8). Another screen is another row of `screens`. */

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** All that a theme can change: the rest was looked at in light. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** Breaches of the page as it stands, in each theme. */
async function breaches(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    // The mark of a demonstration lies under the words of a slip and must not cover them; the title bar says it in ink.
    const axe = axeOn(page).exclude('.slip-demo');
    const { violations } = await (theme === 'light' ? axe.withTags(rules) : axe.withRules(ofColour)).analyze();
    for (const { id, nodes } of violations) {
      found.push(`${screen}, ${theme}: ${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }
  }
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light';
  });
  return found;
}

let day: WorkingDay;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  day = await openWorkingDay();
});
test.afterAll(() => day.close());

for (const who of whoLooks) {
  test(`no screen breaks a rule that a machine can check: ${who}`, async ({ page }) => {
    test.setTimeout(300_000);
    page.setDefaultTimeout(20_000);
    const found: string[] = [];
    await sitting(page, day, who);
    for (const screen of screens.filter((each) => each.who === who)) {
      await test.step(screen.name, async () => {
        await screen.reach(page, day);
        found.push(...(await breaches(page, screen.name)));
        await screen.leave?.(page);
      });
    }
    // Before the province goes: the page would complain that its host is gone.
    await page.close();
    expect(found).toEqual([]);
  });
}

test('no screen before the first sign-in breaks one', async ({ page }) => {
  test.setTimeout(120_000);
  const found: string[] = [];
  const folder = await enrolledFolder();
  const sealed = await startDesk({ dataDir: folder.path });
  const fresh = await startDesk();
  try {
    await page.goto(await sealed.address());
    await page.locator('input[type=password]').waitFor();
    found.push(...(await breaches(page, 'unseal')));
    await page.goto(await fresh.address());
    await page.getByRole('heading', { name: 'Đăng ký máy này' }).waitFor();
    found.push(...(await breaches(page, 'enrolment')));
  } finally {
    await page.close();
    await sealed.stop();
    await fresh.remove();
    folder.remove();
  }
  expect(found).toEqual([]);
});
