import { rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { breachesInThemes } from '../harness/axe.ts';
import { DEMO_PASSWORD } from '../harness/demo-province.ts';
import { fillIn } from '../harness/keyboard.ts';
import { expect, test } from '../harness/page.ts';
import { typeLikeScanner } from '../tour/scan-card.ts';
import { lastPrinted } from '../slips/ticket-pictures.ts';
import { openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';

/** A counter's queue by keyboard alone: from the ticket taken at the kiosk to the receipt of the person called. */

let room: WaitingRoomDay;
test.beforeAll(async () => {
  room = await openWaitingRoom();
});
test.afterAll(() => room.close());

const CARD =
  '087196004218|340112233|Nguyễn Thị Hồng Nhung|14081996|Nữ|Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp|25062021';

async function take(series: string, more: { card?: string; priority?: string } = {}): Promise<string> {
  const { number } = await room.kiosk.page().call('kiosk.take', {
    series,
    priority: more.priority ?? null,
    card: more.card ?? null,
    slip: null,
    language: 'vi',
  });
  return number;
}

async function atDesk(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(await room.counter.address());
  await page.getByRole('button', { name: /Lê Thị Kim Ngân/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).waitFor();
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
}

test('F2 calls whoever is next, says why, and the receipt stands open with the card read at the kiosk', async ({
  page,
}) => {
  const found: string[] = [];
  const rail = page.getByRole('complementary').first();
  await atDesk(page);
  const first = await take('B', { card: CARD });
  const second = await take('A');
  const third = await take('C');
  await expect(rail).toContainText(`Quầy trống. Kế tiếp: ${first}`);
  await expect(rail).toContainText('Đang chờ 2');
  await expect(rail).toContainText('Quầy khác gọi 1');
  await page.keyboard.press('F2');
  await expect(rail.getByText(first, { exact: true })).toBeVisible();
  await expect(rail).toContainText('Gọi vì: chờ lâu nhất trong các số quầy này nhận');
  await expect(page.getByText('Nguyễn Thị Hồng Nhung').first()).toBeVisible();
  found.push(...(await breachesInThemes(page, 'called')));
  await page.keyboard.press('F3');
  await expect(rail).toContainText('đã gọi lại 1 lần');

  // The next person is handed a number meanwhile; who is served stays so.
  await page.keyboard.press('Alt+V');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText(/Đã cấp sốA\d{3}/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rail).toContainText('Đang phục vụ');
  await expect(rail.getByText(first, { exact: true })).toBeVisible();
  await expect(rail).toContainText('Đang chờ 2');

  await page.keyboard.press('F9');
  await page.getByRole('dialog').waitFor();
  found.push(...(await breachesInThemes(page, 'hold')));
  await page.keyboard.press('Control+Enter');
  await expect(rail).toContainText('Tạm giữ 1');

  await page.keyboard.press('F2');
  await expect(rail).toContainText('Đang phục vụ');
  await expect(rail.getByText(second, { exact: true })).toBeVisible();
  await page.keyboard.press('F7');
  await page.getByRole('dialog').waitFor();
  found.push(...(await breachesInThemes(page, 'move')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The paper promises three calls: before, the key leads to the button that says how many are left.
  const absent = rail.getByRole('button', { name: 'Vắng mặt' });
  await page.keyboard.press('F4');
  await expect(absent).toBeFocused();
  await expect(absent).toContainText('gọi thêm 2 lần');
  found.push(...(await breachesInThemes(page, 'calls to go')));
  await page.keyboard.press('F3');
  await expect(absent).toContainText('gọi thêm 1 lần');
  await page.keyboard.press('F3');
  await expect(absent).not.toContainText('gọi thêm');
  // Nobody came: back behind everybody, and the counter is free.
  await page.keyboard.press('F4');
  await expect(rail).toContainText('Quầy trống');

  await rail.getByRole('button', { name: new RegExp(`^${first}`) }).focus();
  await page.keyboard.press('Enter');
  await expect(rail).toContainText('Đang phục vụ');
  await expect(rail).not.toContainText('Tạm giữ 1');
  // The receipt begun before the hold is open again: nobody is written down twice.
  await expect(page.getByText('Nguyễn Thị Hồng Nhung').first()).toBeVisible();
  await expect(rail).toContainText('Làm dở 0');

  // A named ticket by the search, though only other counters call it.
  await page.keyboard.press('Control+K');
  await page.keyboard.type(third);
  await page.getByText(`Gọi số ${third}`).waitFor();
  await page.keyboard.press('Enter');
  await expect(rail).toContainText('Gọi vì: cán bộ gọi đúng số này');

  // That call ended the one before, too early: found by its number it says so, and lives again.
  await page.keyboard.press('Control+K');
  await page.keyboard.type(first.toLowerCase());
  await expect(page.getByRole('option').first()).toContainText(/đã xong lúc \d\d:\d\d/);
  found.push(...(await breachesInThemes(page, 'number found')));
  await page.keyboard.press('Enter');
  await expect(rail.getByText(first, { exact: true })).toBeVisible();
  await expect(page.getByText('Nguyễn Thị Hồng Nhung').first()).toBeVisible();
  await page.close();
  expect(found).toEqual([]);
});

test('a key of the hall pressed before the hall has answered waits for it, and nothing says meanwhile that there is none', async ({
  page,
}) => {
  const found: string[] = [];
  const rail = page.getByRole('complementary').first();
  const answer = Promise.withResolvers<void>();
  await page.route('**/call/queue.get', async (route) => {
    await answer.promise;
    await route.continue();
  });
  await atDesk(page);
  await expect(rail).toContainText('Đang hỏi sảnh…');
  await expect(rail).not.toContainText('Chưa nối được sảnh');
  found.push(...(await breachesInThemes(page, 'asking the hall')));
  await page.keyboard.press('Alt+V');
  answer.resolve();
  await expect(page.getByRole('dialog')).toContainText('Cấp số');
  await expect(rail).toContainText(/Quầy trống|Đang phục vụ/);
  // Once pressed, once done.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.close();
  expect(found).toEqual([]);
});

test('a number given at the counter takes the card by scanner; a second one of a field asks for the reason', async ({
  page,
}) => {
  const found: string[] = [];
  const dialog = page.getByRole('dialog');
  const card = CARD.replace('087196004218', '087196001122').replace('Nguyễn Thị Hồng Nhung', 'Võ Thị Minh Thanh');
  await atDesk(page);
  await page.keyboard.press('Alt+V');
  await dialog.waitFor();
  // A receipt slip that somebody holds to the reader is told to be no card.
  await typeLikeScanner(page, 'H20.57-261123-0001');
  await expect(dialog).toContainText('Mã vừa quét không phải thẻ căn cước');
  await typeLikeScanner(page, card);
  await expect(dialog).toContainText('Võ Thị Minh Thanh, 087 196 001 122');
  found.push(...(await breachesInThemes(page, 'card read')));
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText(/Đã cấp sốA\d{3}/);
  const first = /A\d{3}/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await page.keyboard.press('Alt+V');
  await typeLikeScanner(page, card);
  await expect(dialog).toContainText('Võ Thị Minh Thanh');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText(`Người này đang có số ${first} của cùng lĩnh vực.`);
  await expect(dialog.getByRole('button', { name: `In lại số ${first}` })).toBeVisible();
  const reason = dialog.getByRole('textbox', { name: 'Lý do cấp thêm' });
  await expect(reason).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('button', { name: 'Cấp số' })).toContainText('chưa ghi lý do');
  found.push(...(await breachesInThemes(page, 'second ticket')));
  await reason.focus();
  await page.keyboard.type('Nộp hộ mẹ', { delay: 60 });
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText(/Đã cấp sốA\d{3}/);
  const second = /A\d{3}/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  // Whoever calls it has the card on the receipt.
  await page.keyboard.press('Control+K');
  await page.keyboard.type(second, { delay: 60 });
  await page.getByText(`Gọi số ${second}`).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Võ Thị Minh Thanh').first()).toBeVisible();
  await page.close();
  expect(found).toEqual([]);
});

test('a number is booked for a later hour by keyboard, and stands beside the line until then', async ({ page }) => {
  const found: string[] = [];
  const dialog = page.getByRole('dialog');
  const rail = page.getByRole('complementary').first();
  await atDesk(page);
  await page.keyboard.press('Alt+V');
  await dialog.waitFor();
  await fillIn(page, 'Giờ hẹn', '25h');
  await expect(dialog).toContainText('Gõ giờ và phút');
  await fillIn(page, 'Giờ hẹn', '0700');
  await expect(dialog).toContainText('Giờ này đã qua');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('button', { name: 'Cấp số' })).toContainText('giờ hẹn chưa đúng');
  found.push(...(await breachesInThemes(page, 'booking past')));
  await fillIn(page, 'Giờ hẹn', '23h15');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Hẹn 23:15, được gọi từ 23:10.');
  const number = /A\d{3}/.exec((await dialog.textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(rail).toContainText('Hẹn giờ 1');
  await expect(rail).toContainText(`${number}, Chứng thực23:15`);
  found.push(...(await breachesInThemes(page, 'booked')));
  await page.close();
  expect(found).toEqual([]);
});

test('the hall’s machines, giving a ticket and the counter’s break are reached by keyboard', async ({ page }, info) => {
  const found: string[] = [];
  const rail = page.getByRole('complementary').first();
  // Whoever was served before: with nobody left to call, the key ends it.
  while ((await room.officer.call('queue.act', { act: { kind: 'callNext' } })).serving !== null);
  await atDesk(page);
  await expect(rail).toContainText('Quầy trống');
  await page.keyboard.press('Alt+V');
  await page.getByRole('dialog').waitFor();
  found.push(...(await breachesInThemes(page, 'give')));
  const before = room.printed().length;
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText(/Đã cấp sốA\d{3}/);
  // This counter has no ticket printer: the paper lies at the kiosk.
  await expect(page.getByRole('dialog')).toContainText('Đã in ở Máy lấy số');
  expect(room.printed().length).toBeGreaterThan(before);
  expect(lastPrinted(room.printed())).toMatchObject({ width: 576 });
  found.push(...(await breachesInThemes(page, 'printed')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Its paper was lost, and the kiosk's printer is gone by now: told with its reason, and the phone's code beside it.
  rmSync(room.paper);
  await page.keyboard.press('Alt+V');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('không nối được, xem địa chỉ và dây');
  await expect(page.getByRole('dialog')).toContainText('Đọc số cho người dân nhớ');
  await expect(page.getByRole('img', { name: /quét mã này/ })).toBeVisible();
  found.push(...(await breachesInThemes(page, 'not printed')));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Whoever can put it right reads it at the counter, whatever lies on the sheet.
  await expect(page.getByRole('contentinfo')).toContainText('Máy lấy số: máy in số không trả lời');

  await rail.getByRole('button', { name: 'Sảnh' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('không nối được, xem địa chỉ và dây');
  await page.screenshot({ path: info.outputPath('paper.png') });
  writeFileSync(room.paper, '');
  await expect(page.getByRole('dialog')).toContainText('Máy này giữ sảnh');
  await expect(page.getByRole('dialog')).toContainText('đang nối');
  found.push(...(await breachesInThemes(page, 'hall')));
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+J');
  await page.getByRole('dialog').waitFor();
  found.push(...(await breachesInThemes(page, 'counter')));
  await page.keyboard.press('Control+Enter');
  await expect(rail).toContainText(/Tạm nghỉ từ \d\d:\d\d: Họp/);
  await page.close();
  expect(found).toEqual([]);
});
