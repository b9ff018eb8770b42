import type { Page } from '@playwright/test';
import { breaches } from '../harness/axe.ts';
import { DEMO_PASSWORD } from '../harness/demo-province.ts';
import { expect, test } from '../harness/page.ts';
import { openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';

/** The office's board by keyboard: what citizens said at the kiosk, the tickets behind a figure, a wrong time left out. */

let room: WaitingRoomDay;
test.beforeAll(async () => {
  room = await openWaitingRoom();
});
test.afterAll(() => room.close());

async function served(): Promise<string> {
  const given = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  await room.officer.call('queue.give', given);
  const { serving } = await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  // The next call ends what was served; nobody else waits.
  await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  return serving?.text ?? '';
}

async function supervisor(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(await room.counter.address());
  await page.getByRole('button', { name: /Đặng Văn Phước/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await page.keyboard.press('Alt+6');
  await page.getByText('người đang chờ').waitFor();
}

test('an answer given at the kiosk stands on the board; a wrong time is left out from its list, with the reason', async ({
  page,
}, info) => {
  const number = await served();
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.goto(await room.kiosk.address());
  await page.getByRole('button', { name: 'Đánh giá' }).click();
  await page.getByRole('button', { name: number }).click();
  await page.getByRole('button', { name: 'Hài lòng', exact: true }).click();
  await page.getByText('Câu trả lời của ông, bà đã được ghi.').waitFor();

  await supervisor(page);
  await page.getByText('1 trên 1 người trả lời hài lòng').waitFor();
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('button', { name: 'Xem các số đã trả lời' }).press('Enter');
  const row = page.getByRole('row', { name: new RegExp(number) });
  await expect(row).toContainText('hài lòng');
  await expect(page.getByRole('button', { name: 'Không tính thời gian này' })).toContainText('Shift F3');
  await page.keyboard.press('Shift+F3');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Lý do không tính' }).waitFor();
  await info.attach('leave out', { body: await page.screenshot(), contentType: 'image/png' });
  expect(await breaches(page)).toEqual([]);
  // Without a reason the key leads to what is missing, and nothing is left out.
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Lý do không tính' }).fill('Quên bấm xong');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText('không tính');
  await page.keyboard.press('Escape');
  const board = await (await room.counter.as('phuoc')).call('board.office', {});
  expect(board.counters.find(({ state }) => state === 'open')).toMatchObject({ served: 1, mean: null });
  await page.close();
});

test('a message set at the board stands on the display until its time, and is taken away again, by keyboard', async ({
  page,
}, info) => {
  await supervisor(page);
  await expect(page.getByRole('button', { name: 'Đặt lời nhắn' })).toContainText('Ctrl M');
  await page.keyboard.press('Control+m');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Lời nhắn tiếng Việt' })).toBeFocused();
  await page.keyboard.type('Quầy 3 nghỉ trưa đến 13 giờ 30.');
  await dialog.getByRole('textbox', { name: 'Hiện đến (giờ)' }).fill('25:00');
  await expect(dialog).toContainText('Ghi giờ sắp tới của hôm nay');
  await dialog.getByRole('textbox', { name: 'Hiện đến (giờ)' }).fill('13:30');
  await page.screenshot({ path: info.outputPath('message.png') });
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Màn hình gọi số đang nhắn đến 13:30: Quầy 3 nghỉ trưa đến 13 giờ 30.')).toBeVisible();
  await page.screenshot({ path: info.outputPath('board.png') });
  const display = room.display.page();
  const said = 'Quầy 3 nghỉ trưa đến 13 giờ 30.';
  await display.until('display.view', {}, ({ messages }) => messages.some(({ vi }) => vi === said));
  await page.getByRole('button', { name: 'Thôi hiện lời nhắn' }).press('Enter');
  await display.until('display.view', {}, ({ messages }) => !messages.some(({ vi }) => vi === said));
  await expect(page.getByText('Màn hình gọi số chưa có lời nhắn.')).toBeVisible();
});
