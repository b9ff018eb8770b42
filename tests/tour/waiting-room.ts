import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { joinHall, OFFICE, openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';
import { lastPrinted, pictureOfDots } from '../slips/ticket-pictures.ts';
import { sitDown } from './day/look.ts';

const given = { priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;

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
      await room.officer.call('queue.give', { ...given, series });
    }
    await room.officer.call('queue.give', { ...given, series: 'A', priority: 'elderly' });
    const lying = await open(await room.kiosk.address(), 1920, 1080);
    await lying.getByRole('button', { name: /Hộ tịch/ }).waitFor();
    await look(lying, 'kiosk-1920x1080');
    await lying.close();
    const kiosk = await open(await room.kiosk.address(), 1080, 1920);
    await kiosk.getByRole('button', { name: /Hộ tịch/ }).waitFor();
    await look(kiosk, 'kiosk-1080x1920');
    await kiosk.getByRole('button', { name: 'English' }).click();
    await kiosk.getByRole('button', { name: 'Tiếng Việt' }).waitFor();
    await look(kiosk, 'kiosk-english');
    await kiosk.getByRole('button', { name: 'Tiếng Việt' }).click();
    await kiosk.getByRole('button', { name: /Diện ưu tiên/ }).click();
    await kiosk.getByRole('button', { name: /cao tuổi/i }).waitFor();
    await look(kiosk, 'kiosk-priority');
    await kiosk.getByRole('button', { name: 'Quay lại' }).click();
    await kiosk.getByRole('button', { name: 'Hạ nút xuống' }).click();
    await look(kiosk, 'kiosk-low');
    await kiosk.getByRole('button', { name: /Hộ tịch/ }).click();
    await kiosk.getByRole('heading', { name: 'Mời ông, bà lấy phiếu' }).waitFor();
    await look(kiosk, 'kiosk-taken');
    writeFileSync(join(out, 'ticket-80.png'), PNG.sync.write(pictureOfDots(lastPrinted(room.printed()))));
    say(join(out, 'ticket-80.png'));

    const { phoneDoor } = await room.kiosk.page().until('kiosk.view', {}, (view) => view.phoneDoor !== null);
    const phone = await open(phoneDoor ?? '', 360, 740);
    await look(phone, 'phone-take');
    await phone.getByRole('button', { name: /Chứng thực/ }).click();
    await phone.getByText('Trực tiếp').waitFor();
    await look(phone, 'phone-waiting');

    const display = await open(await room.display.address(), 1920, 1080);
    await display.getByText('Trực tiếp').waitFor();
    await look(display, 'display-waiting');
    await callByKey(await sitDown(browser, room.counter, 'Lê Thị Kim Ngân'), look);
    await display.locator('[class*=fresh]').waitFor();
    await look(display, 'display-call');

    const narrow = join(out, 'ticket-58.png');
    await printNarrow(room, narrow);
    say(narrow);

    room.display.setCable(false);
    await display.getByText(/Không cập nhật từ/).waitFor();
    await look(display, 'display-not-live');
  } finally {
    await room.close();
  }
}

/** The officer's screen by its keys: who was called and why, and whom the counter served last. */
async function callByKey(officer: Page, look: (page: Page, name: string) => Promise<void>): Promise<void> {
  const rail = officer.getByRole('complementary').first();
  await officer.keyboard.press('F2');
  await rail.getByText('Gọi vì').waitFor();
  await look(officer, 'counter-called');
  await officer.keyboard.press('Shift+F2');
  await rail.getByText('Quầy trống').waitFor();
  await officer.keyboard.press('F2');
  await rail.getByText('Gọi vì').waitFor();
  await look(officer, 'counter-called-next');
  await officer.context().close();
}

/** A second kiosk, whose paper is 58 mm wide. */
async function printNarrow(room: WaitingRoomDay, file: string): Promise<void> {
  const roll = `${file}.roll`;
  writeFileSync(roll, '');
  const second = await room.world.desk({
    office: OFFICE,
    counter: `${OFFICE}-ki-ot-2`,
    place: 'Máy lấy số 2',
    kind: 'kiosk',
    waitingRoom: { screen: null, ticketPrinters: [{ kind: 'device', path: roll }], ticketPaper: 58 },
  });
  const kiosk = second.page();
  await kiosk.until('hall.status', {}, ({ state }) => state !== 'seeking');
  const isKnown = (): boolean => room.counter.store.reference.get('devices')?.length === 4;
  await room.officer.until('status.get', {}, isKnown);
  await joinHall(room.officer, kiosk);
  await kiosk.call('kiosk.take', { series: 'B', priority: null, card: null, slip: null, language: 'vi' });
  writeFileSync(file, PNG.sync.write(pictureOfDots(lastPrinted(readFileSync(roll)))));
  rmSync(roll);
}
