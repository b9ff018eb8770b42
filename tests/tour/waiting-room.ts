import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { openWaitingRoom } from '../harness/waiting-room.ts';
import { lastPrinted, pictureOfDots } from '../slips/ticket-pictures.ts';

/**
 * The waiting room: somebody takes a number at the kiosk, it is printed, called and shown. Pictures in the real sizes, and
 * the ticket as the very dots the printer was sent.
 */
export async function showWaitingRoom(browser: Browser, out: string, say: (text: string) => void): Promise<void> {
  const room = await openWaitingRoom();
  const look = async (page: Page, name: string): Promise<void> => {
    const file = join(out, `${name}.png`);
    await page.screenshot({ path: file });
    say(file);
  };
  const open = async (address: string, width: number, height: number): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  try {
    for (const series of ['A', 'A', 'K', 'A', 'C']) {
      await room.officer.call('queue.give', {
        series,
        priority: null,
        lane: 'ordinary',
        bookedFor: null,
        card: null,
        second: null,
      });
    }
    const lying = await open(await room.kiosk.address(), 1920, 1080);
    await lying.getByRole('button', { name: /Hộ tịch/ }).waitFor();
    await look(lying, 'kiosk-1920x1080');
    await lying.close();
    const kiosk = await open(await room.kiosk.address(), 1080, 1920);
    await kiosk.getByRole('button', { name: /Hộ tịch/ }).waitFor();
    await look(kiosk, 'kiosk-1080x1920');
    await kiosk.getByRole('button', { name: 'Hạ nút xuống' }).click();
    await look(kiosk, 'kiosk-low');
    await kiosk.getByRole('button', { name: /Hộ tịch/ }).click();
    await kiosk.getByRole('heading', { name: 'Mời ông, bà lấy phiếu' }).waitFor();
    await look(kiosk, 'kiosk-taken');
    writeFileSync(join(out, 'ticket-80.png'), PNG.sync.write(pictureOfDots(lastPrinted(room.printed()))));
    say(join(out, 'ticket-80.png'));

    const { phoneDoor } = await room.kiosk.page().call('kiosk.view', {});
    const phone = await open(phoneDoor ?? '', 360, 740);
    await look(phone, 'phone-take');
    await phone.getByRole('button', { name: /Chứng thực/ }).click();
    await phone.getByText('Trực tiếp').waitFor();
    await look(phone, 'phone-waiting');

    const display = await open(await room.display.address(), 1920, 1080);
    await display.getByText('Trực tiếp').waitFor();
    await look(display, 'display-waiting');
    for (const _call of [1, 2]) await room.officer.call('queue.act', { act: { kind: 'callNext' } });
    await display.locator('[class*=fresh]').waitFor();
    await look(display, 'display-call');
  } finally {
    await room.close();
  }
}
