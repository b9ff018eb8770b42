import { breachesInThemes } from '../harness/axe.ts';
import { cutWords } from '../harness/cut-words.ts';
import { startDesk } from '../harness/desk.ts';
import { enrolledFolder } from '../harness/enrolled-folder.ts';
import { expect, test } from '../harness/page.ts';
import { openWorkingDay, type WorkingDay } from '../harness/working-day.ts';
import { screens } from './screens/screens.ts';
import { sitting, whoLooks } from './screens/who-looks.ts';

/** WCAG 2.2 A and AA on every screen, in the three themes (ui.md §8). Another screen is another row of `screens`. */

let day: WorkingDay;
test.beforeAll(async () => {
  day = await openWorkingDay();
});
test.afterAll(() => day.close());

for (const who of whoLooks) {
  test(`no screen breaks a rule that a machine can check: ${who}`, async ({ page }) => {
    page.setDefaultTimeout(20_000);
    const found: string[] = [];
    await sitting(page, day, who);
    for (const screen of screens.filter((each) => each.who === who)) {
      await test.step(screen.name, async () => {
        await screen.reach(page, day);
        found.push(...(await breachesInThemes(page, screen.name)));
        found.push(...(await cutWords(page)).map((words) => `${screen.name}, ${words}`));
        await screen.leave?.(page);
      });
    }
    // Before the province goes: the page would complain that its host is gone.
    await page.close();
    expect(found).toEqual([]);
  });
}

test('no screen before the first sign-in breaks one', async ({ page }) => {
  const found: string[] = [];
  const folder = await enrolledFolder();
  const sealed = await startDesk({ dataDir: folder.path });
  const fresh = await startDesk();
  try {
    await page.goto(await sealed.address());
    await page.locator('input[type=password]').waitFor();
    found.push(...(await breachesInThemes(page, 'unseal')));
    await page.goto(await fresh.address());
    await page.getByRole('heading', { name: 'Đăng ký máy này' }).waitFor();
    found.push(...(await breachesInThemes(page, 'enrolment')));
  } finally {
    await page.close();
    await sealed.stop();
    await fresh.remove();
    folder.remove();
  }
  expect(found).toEqual([]);
});
