import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { busyMorning, otherMorning, playedHall } from '../harness/hall-day.ts';
import { pdfPrinter } from '../harness/pdf-printer.ts';
import { openWorld, type World } from '../harness/world.ts';
import { sitDown } from './day/look.ts';

const OFFICE = 'xa-29905';

/** The boards at 9:52 (bảng của đơn vị, bảng toàn tỉnh): the halls of all offices at the province, pictures at their sizes. */
export async function tellTheBoards(browser: Browser, out: string, say: (text: string) => void): Promise<void> {
  const world = await openWorld({
    start: '2026-11-23T09:52:05',
    printer: pdfPrinter,
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
  const shoot = async (page: Page, name: string): Promise<void> => {
    const file = join(out, `${name}.png`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await page.screenshot({ path: file });
    say(file);
  };
  try {
    await playAll(world);
    const desk = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
    const head = await desk.as('phuoc');
    await head.until('board.office', {}, ({ known }) => known !== null);
    const file = await head.call('board.pdf', { from: '2026-11-01', to: '2026-11-23' });
    writeFileSync(join(out, file.name), Buffer.from(file.bytes, 'base64url'));
    say(join(out, file.name));

    const office = await sitDown(browser, desk, 'Đặng Văn Phước');
    await office.keyboard.press('Alt+6');
    await office.getByText('người đang chờ').waitFor();
    await shoot(office, 'board-office');
    await office.keyboard.press('Alt+w');
    await office.getByText('Thời gian đi tới quầy').first().waitFor();
    await shoot(office, 'board-definitions');
    await office.keyboard.press('Control+2');
    await office.getByRole('row', { name: /9 giờ/ }).waitFor();
    await shoot(office, 'board-history');
    await office.context().close();

    const province = await sitDown(browser, desk, 'Võ Thành Long');
    await province.setViewportSize({ width: 1920, height: 1080 });
    await province.getByRole('option').first().waitFor();
    await shoot(province, 'board-province');
    await province.context().close();
  } finally {
    await world.close();
  }
}

/** Every office's morning, busier or calmer; some have not been heard of since nine, some never. */
async function playAll(world: World): Promise<void> {
  const own = await playedHall(world, OFFICE);
  own.play(busyMorning);
  const offices = await world.rows(`select id from office where kind = 'commune-centre' and id <> $1 order by id`, [
    OFFICE,
  ]);
  for (const [nth, { id }] of offices.entries()) {
    if (nth % 41 === 40) continue;
    const hall = await playedHall(world, String(id));
    hall.play(otherMorning((nth * 7) % 26, '09:50'));
    await hall.push();
  }
  await own.push();
}
