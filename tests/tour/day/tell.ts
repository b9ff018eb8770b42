import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pdfPrinter } from '../../harness/pdf-printer.ts';
import { openWorld } from '../../harness/world.ts';
import { keeper, type Cast } from './cast.ts';
import { sitDown } from './look.ts';
import { birthAtOnce, marriageVerified } from './scenes/births-and-marriages.ts';
import { businessGuided } from './scenes/business.ts';
import { wrongProcedure } from './scenes/corrected.ts';
import { closeTheDay, keepRegister } from './scenes/day-close.ts';
import { refusedAtCounter, withdrawn } from './scenes/ends.ts';
import { onlineChecked, onlyAsked } from './scenes/from-afar.ts';
import { landLate } from './scenes/land.ts';
import { bothAskOffline, settleTheTwo } from './scenes/two-sides.ts';

const OFFICE = 'xa-29905';

/** In the order of their dates; each begins when the one before it ended. */
const scenes = [
  birthAtOnce,
  onlineChecked,
  refusedAtCounter,
  wrongProcedure,
  withdrawn,
  bothAskOffline,
  marriageVerified,
  businessGuided,
  landLate,
] as const;

export interface Told {
  readonly scene: string;
  readonly state: string;
  readonly flags: readonly string[];
  readonly lines: readonly string[];
}

/**
 * The officer's whole day, and the weeks that follow from it: every way a dossier can go, at two desks of a unit and one
 * counter, the real server between them. Leaves every slip as a PDF and pictures of the screens as they then stand.
 */
export async function tellTheDay(browser: Browser, out: string, say: (text: string) => void): Promise<Told[]> {
  const world = await openWorld({
    start: '2026-11-23T07:30:00',
    printer: pdfPrinter,
    pageDir: join(import.meta.dirname, '..', '..', '..', 'out', 'renderer'),
  });
  try {
    const counter = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
    const unitDesk = await world.desk({ office: OFFICE, counter: `${OFFICE}-kt`, place: 'Phòng Kinh tế', use: 'unit' });
    const secondUnitDesk = await world.desk({
      office: OFFICE,
      counter: `${OFFICE}-kt2`,
      place: 'Phòng Kinh tế, máy 2',
      use: 'unit',
    });
    const cast: Cast = {
      world,
      counter,
      unitDesk,
      secondUnitDesk,
      officer: await counter.as('ngan'),
      head: await counter.as('phuoc'),
      unit: await unitDesk.as('hoa'),
      unitAgain: await secondUnitDesk.as('hoa'),
      chancellery: await secondUnitDesk.as('thuy'),
      ...keeper(out, say),
    };
    const told: Told[] = [];
    await onlyAsked(cast);
    for (const scene of scenes) {
      const id = await scene(cast);
      if (scene === bothAskOffline) {
        await pictures(browser, cast, out, say, 'chieu');
        await settleTheTwo(cast, id);
      }
      const page = await cast.officer.call('dossier.get', { id });
      told.push({
        scene: scene.name,
        state: page.row.state,
        flags: page.flags.map((flag) => flag.code),
        lines: page.story.map((line) => `${line.at} ${line.what.vi}`),
      });
      if (scene === withdrawn) await closeTheDay(cast, '2026-11-23');
    }
    await keepRegister(cast, (name, bytes) => {
      writeFileSync(join(out, name), bytes);
      say(join(out, name));
    });
    await pictures(browser, cast, out, say, 'sau');
    return told;
  } finally {
    await world.close();
  }
}

/** What the counter, the unit and the head of the shop see now: each of their workspaces in turn. */
async function pictures(
  browser: Browser,
  { counter, unitDesk }: Cast,
  out: string,
  say: (text: string) => void,
  when: string,
): Promise<void> {
  for (const [desk, name, login, workspaces] of [
    [counter, 'Lê Thị Kim Ngân', 'ngan', 5],
    [unitDesk, 'Huỳnh Thị Hoa', 'hoa', 3],
  ] as const) {
    const page = await sitDown(browser, desk, name);
    const shoot = async (what: string): Promise<void> => {
      const file = join(out, `day-${when}-${login}-${what}.png`);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      await page.screenshot({ path: file });
      say(file);
    };
    for (let n = 1; n <= workspaces; n += 1) {
      await page.keyboard.press(`Alt+${n}`);
      await page.getByRole('main').getByText(/\S/).first().waitFor();
      await shoot(`alt-${n}`);
    }
    if (login === 'ngan') await waits(page, shoot);
    await page.keyboard.press('F8');
    await page
      .getByText(/^Cần xem lại/)
      .first()
      .waitFor();
    await shoot('attention');
    await page.context().close();
  }
}

/** What waits at a counter: sent in from afar, drafts, advice; and the screen turned to a citizen. */
async function waits(page: Page, shoot: (what: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('Alt+4');
  const lists = page.getByRole('radiogroup', { name: 'Danh sách hồ sơ' });
  for (const [key, what] of [
    ['Control+2', 'cho-kiem-tra'],
    ['Control+3', 'lam-do'],
    ['Control+4', 'da-huong-dan'],
  ] as const) {
    await lists.waitFor();
    await page.keyboard.press(key);
    await lists.waitFor();
    await shoot(what);
  }
  await page.keyboard.press('Alt+y');
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Đổi thủ tục/ })
    .waitFor();
  await page.keyboard.press('Alt+t');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã ghi lượt hướng dẫn').waitFor();
  await shoot('quay-ve-phia-nguoi-dan');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}
