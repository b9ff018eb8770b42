import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { fillIn, signInAs, typeSlowly } from '../harness/keyboard.ts';
import { expect, test } from '../harness/page.ts';
import { pdfPrinter } from '../harness/pdf-printer.ts';
import { goToWorkspace } from '../harness/workspace.ts';
import { openWorld, type World } from '../harness/world.ts';
import { sampleCard, typeLikeScanner } from '../tour/scan-card.ts';
import { slipQr } from '../tour/day/counter.ts';

/**
 * The officer's whole day and the unit's part in it, with keyboard and scanner alone: two windows on two desks of one
 * province. A pointer that touches either page fails the test.
 */

const OFFICE = 'xa-29905';
const secondCard =
  '087188003407|341234501|Đỗ Thị Kim Thoa|21091988|Nữ|Số 15, đường Hùng Vương, phường Sa Đéc, tỉnh Đồng Tháp|20062021';
const thirdCard = '087179003321|341234502|Phan Thị Cẩm|05051979|Nữ|Khóm 2, phường Sa Đéc, tỉnh Đồng Tháp|20062021';

let world: World;
test.beforeEach(async () => {
  world = await openWorld({
    start: '2026-11-23T07:30:00',
    printer: pdfPrinter,
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
});
test.afterEach(async ({ context }) => {
  // The pages first: they would complain that their host is gone.
  for (const page of context.pages()) await page.close();
  await world.close();
});

/** Everything a mouse, a pen or a finger would tell a page; filled as it comes. */
async function pointersOf(context: BrowserContext): Promise<string[]> {
  const came: string[] = [];
  await context.exposeFunction('tellOfPointer', (kind: string) => came.push(kind));
  await context.addInitScript(() => {
    for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'touchstart', 'wheel']) {
      window.addEventListener(kind, () => Reflect.get(window, 'tellOfPointer')(kind), { capture: true });
    }
  });
  return came;
}

/** Somebody new stands there: their card, and what they came for, in its first case. */
async function comesIn(page: Page, card: string, id: string): Promise<void> {
  await typeLikeScanner(page, card);
  await page.getByText(id).waitFor();
  await expect(page.locator('[data-go="procedure"] input')).toBeFocused();
  await typeSlowly(page, 'ho kinh doanh');
  await expect(page.getByRole('option').first()).toContainText('Đăng ký thành lập hộ kinh doanh');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-go="case"] input').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+3');
  await expect(page.locator('[data-paper]').first()).toBeFocused();
}

/** Each paper gets a mark until none is left unseen. */
async function marksPapers(page: Page, marks: readonly string[]): Promise<void> {
  const unseen = page.locator('[data-paper]').filter({ hasText: 'Chưa xem' });
  for (const mark of marks) {
    await page.keyboard.press(mark);
    await expect(unseen).toHaveCount(marks.length - 1 - marks.indexOf(mark));
  }
}

/** The main action of the screen, once it can be done. */
async function does(page: Page, action: string | RegExp): Promise<void> {
  const button = page.getByRole('region', { name: 'Kết luận' }).getByRole('button', { name: action });
  await expect(button).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Control+Enter');
}

/** Opens a box over the screen and answers it. */
async function answers(page: Page, key: string, fill: () => Promise<void>): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
  await fill();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Ctrl 3 in the very moment the box is gone: a quick hand must not be too quick. */
async function pressesOnceGone(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('dialog') !== null) return;
      watch.disconnect();
      const press = { key: '3', code: 'Digit3', ctrlKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', press));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
}

test('a whole day without a mouse', async ({ context, page }) => {
  const pointers = await pointersOf(context);
  const counter = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
  const unitDesk = await world.desk({ office: OFFICE, counter: `${OFFICE}-kt`, place: 'Phòng Kinh tế', use: 'unit' });
  // Holds the printed slips; what is scanned is read off them.
  const shelf = await counter.as('ngan');

  await page.goto(await counter.address());
  await signInAs(page, 'Lê Thị Kim Ngân');

  // Received, the fee to be paid when the result is there.
  await comesIn(page, sampleCard, '087 196 004 218');
  await marksPapers(page, ['1']);
  await fillIn(page, 'Lệ phí', '50000');
  await does(page, /Tiếp nhận và in phiếu hẹn/);
  await expect(page.getByText('Đã tiếp nhận').first()).toBeVisible();
  const code =
    (await page
      .getByText(/^H20\.57-261123-\d{4}$/)
      .first()
      .textContent()) ?? '';
  await expect(page.getByText(/Phiếu đã (tạo xong|in)/).first()).toBeVisible();

  // A paper is missing: one Mẫu 02 and a code to come back with.
  await comesIn(page, secondCard, '087 188 003 407');
  await marksPapers(page, ['2']);
  await does(page, /In phiếu yêu cầu bổ sung/);

  // Not allowed: Mẫu 03 with its reason. Their card is on the reader before the desk has answered.
  await comesIn(page, thirdCard, '087 179 003 321');
  await marksPapers(page, ['1']);
  await page.keyboard.press('Control+5');
  await expect(page.locator('[data-go="verdict"] input:focus')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await fillIn(page, 'Lý do', 'chưa đủ tuổi thành lập hộ kinh doanh');
  await does(page, /Từ chối và in phiếu/);
  await expect(page.getByText('Đã từ chối tiếp nhận').first()).toBeVisible();

  // What must leave today goes by the slip.
  const received = await shelf.call('dossier.recent', { limit: 10 });
  const id = received.find((row) => row.code === code)?.id ?? '';
  const slip = await slipQr(shelf, id, '01');
  await goToWorkspace(page, 'Bàn giao');
  await expect(page.getByText('Sẵn sàng quét')).toBeVisible();
  await typeLikeScanner(page, slip);
  await does(page, /Chốt lô và in danh sách/);
  await expect(page.getByText('Đã chốt lô 1')).toBeVisible();

  // The unit signs for it, takes it, begins, finishes, and gives it back.
  const unit = await context.newPage();
  await unit.goto(await unitDesk.address());
  await signInAs(unit, 'Huỳnh Thị Hoa');
  await goToWorkspace(unit, 'Nhận bàn giao');
  await expect(unit.getByRole('button', { name: /Ký nhận lô 1/ })).toBeVisible();
  await typeLikeScanner(unit, slip);
  await does(unit, /Ký nhận lô 1/);
  await expect(unit.getByText(/Đã ký nhận lúc/)).toBeVisible();
  await goToWorkspace(unit, 'Xử lý');
  await unit.keyboard.press('Control+6');
  await does(unit, /Nhận giải quyết/);
  await unit.keyboard.press('Control+1');
  await expect(unit.getByRole('row', { name: /Nguyễn Thị Hồng Nhung/ })).toBeFocused();
  await answers(unit, 'Alt+b', async () => {
    await expect(unit.getByRole('radio').first()).toBeFocused();
    await unit.keyboard.press('ArrowRight');
  });
  await expect(unit.getByText('Đã đổi bước')).toBeVisible();
  await answers(unit, 'Control+Enter', async () => {
    await fillIn(unit, 'Số văn bản', '51A8009912');
    await fillIn(unit, 'Người ký', 'Chủ tịch UBND phường, Trần Quốc Việt');
  });
  await goToWorkspace(unit, 'Nhận bàn giao');
  await expect(unit.getByText('Sẵn sàng quét')).toBeVisible();
  await typeLikeScanner(unit, slip);
  await does(unit, /Chốt lô và in danh sách/);
  await expect(unit.getByText(/Đã chốt lô/)).toBeVisible();

  // Back at the counter: signed for, shelved.
  await expect(page.getByRole('row', { name: /Phòng Kinh tế/ }).filter({ hasText: /Lô/ })).toBeVisible();
  await typeLikeScanner(page, slip);
  await does(page, /Ký nhận/);
  await expect(page.getByText(/Đã ký nhận lúc/)).toBeVisible();
  await goToWorkspace(page, 'Trả kết quả');
  await expect(page.getByRole('row', { name: /Nguyễn Thị Hồng Nhung/ })).toBeVisible();
  await answers(page, 'Alt+x', () => fillIn(page, 'Nơi để', 'Kệ B, ngăn 3'));
  await expect(page.getByText('Kệ B, ngăn 3').first()).toBeVisible();

  // Into their hands: the card says who, the fee in cash, signed on paper.
  await typeLikeScanner(page, sampleCard);
  await expect(page.getByText('Đã đọc thẻ căn cước, khớp')).toBeVisible();
  await page.keyboard.press('Control+3');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Tiền mặt' })).toBeChecked();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('radio', { name: /Trên giấy/ })).toBeFocused();
  await does(page, 'Trả kết quả');
  await expect(page.getByRole('status').getByText('Đã trả kết quả')).toBeVisible();

  // The books: the register, the drawer counted, the day closed.
  await goToWorkspace(page, 'Sổ sách');
  await expect(page.getByRole('button', { name: /Chốt ngày và in phiếu/ })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('row', { name: new RegExp(code) })).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(page.getByText('Tiền mặt phải có')).toBeVisible();
  await answers(page, 'Control+Enter', async () => {
    await fillIn(page, '50.000', '1');
    await pressesOnceGone(page);
  });
  await does(page, /Chốt ngày và in phiếu/);
  await expect(page.getByText(/Đã chốt/).first()).toBeVisible();

  // The same is in the dossiers as the desk keeps them, and at the province.
  const { flags, row } = await shelf.call('dossier.get', { id });
  expect({ state: row.state, flags }).toEqual({ state: 'returned', flags: [] });
  const all = await shelf.call('dossier.recent', { limit: 10 });
  expect(all.map(({ state }) => state).toSorted()).toEqual(['guided', 'refused', 'returned']);
  const day = await shelf.call('day.get', { date: '2026-11-23' });
  expect(day.closed).not.toBeNull();
  const sent = await world.rows('SELECT DISTINCT type FROM event WHERE aggregate_id = $1 ORDER BY type', [id]);
  expect(sent.map(({ type }) => type)).toContain('dossier.returned');
  expect(pointers).toEqual([]);
});
