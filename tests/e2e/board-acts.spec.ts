import type { Locator, Page } from '@playwright/test';
import { breaches } from '../harness/axe.ts';
import { signInAs } from '../harness/keyboard.ts';
import { expect, test } from '../harness/page.ts';
import { openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';

/** A supervisor acts from the board, and looks back, by keyboard alone; the province asks and is answered. */

let room: WaitingRoomDay;
test.beforeEach(async () => {
  room = await openWaitingRoom();
});
test.afterEach(async ({ context }) => {
  // Pages go before the desks they ask.
  await Promise.all(context.pages().map((page) => page.close()));
  await room.close();
});

const given = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;

async function pageOf(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(await room.counter.address());
  await signInAs(page, name);
}

async function board(page: Page): Promise<void> {
  await pageOf(page, 'Đặng Văn Phước');
  await page.keyboard.press('Alt+6');
  await page.getByText('người đang chờ').waitFor();
}

/** In a list by its arrows. */
async function downTo(page: Page, list: Locator, row: Locator): Promise<void> {
  await list.locator('tr[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  for (let n = 0; n < 20; n += 1) {
    if (await row.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('ArrowDown');
  }
  await expect(row).toBeFocused();
}

/** Opens what can be done with a counter. */
async function chooseCounter(page: Page, name: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Các quầy' });
  await downTo(page, grid, grid.getByRole('row', { name: new RegExp(name) }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Quầy', exact: true })).toBeVisible();
}

test('series, help, people in line and officers on a break, each from the counter’s row', async ({
  page,
  context,
}, info) => {
  await room.officer.call('queue.give', { ...given, priority: 'elderly' });
  await room.officer.call('queue.give', given);
  await room.officer.call('queue.give', { ...given, series: 'B' });
  await board(page);

  // Who waits by class, and their tickets.
  await page.getByRole('button', { name: '1 Người cao tuổi' }).press('Enter');
  await expect(page.getByRole('row', { name: /A00\d/ })).toHaveCount(1);
  await page.keyboard.press('Escape');

  await chooseCounter(page, 'Quầy 3');
  await info.attach('counter', { body: await page.screenshot(), contentType: 'image/png' });
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('1');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption('C');
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await room.officer.until('queue.get', {}, ({ counter }) => counter?.series.includes('C') === true);
  await expect(page.getByText(/C Đất đai, K Trả kết quả/)).toBeVisible();

  await page.keyboard.press('2');
  await dialog.getByRole('combobox', { name: 'Lĩnh vực' }).selectOption('D');
  await page.keyboard.press('Control+Enter');
  await room.officer.until('queue.get', {}, ({ counter }) => counter?.askedFor.includes('D') === true);

  await page.keyboard.press('3');
  await dialog.getByRole('textbox', { name: 'Mấy người' }).fill('9');
  await dialog.getByRole('textbox', { name: 'Lý do chuyển' }).fill('Quầy kia đông');
  // More than wait: the key leads to what is missing, and nobody is moved.
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Mấy người' }).fill('2');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  const supervisor = await room.counter.as('phuoc');
  const asked = {
    from: '2026-11-23',
    to: '2026-11-23',
    which: 'waiting',
    series: 'A',
    counter: null,
    priority: null,
  } as const;
  await supervisor.until(
    'board.tickets',
    { ...asked, part: null, limit: 10 },
    ({ rows }) => rows.filter(({ counter }) => counter === 'Quầy 3').length === 2,
  );

  // On a break: the officer is asked to come, sees it in the rail, and one press opens the counter again.
  const officer = await context.newPage();
  await pageOf(officer, 'Lê Thị Kim Ngân');
  await room.officer.call('queue.act', { act: { kind: 'away', reason: 'họp', until: null } });
  await page.getByRole('button', { name: 'Mời vào quầy sớm' }).press('Enter');
  await expect(page.getByText(/đã mời lúc/).first()).toBeVisible();
  await officer.getByText(/Phụ trách mời vào quầy lúc/).waitFor();
  await info.attach('asked to come', { body: await officer.screenshot(), contentType: 'image/png' });
  expect(await breaches(officer)).toEqual([]);
  await officer.getByRole('button', { name: 'Mở quầy lại' }).press('Enter');
  await room.officer.until(
    'queue.get',
    {},
    ({ counter, comeAsked }) => counter?.state === 'open' && comeAsked === null,
  );
  await expect(page.getByText(/đã mời lúc/)).toHaveCount(0);

  // A counter nobody opened today.
  await page.keyboard.press('Escape');
  await chooseCounter(page, 'Quầy 1 ');
  await page.keyboard.press('1');
  await expect(page.getByRole('row', { name: /Quầy 1 .*Chưa mở hôm nay, đã mời lúc/ })).toBeVisible();
});

test('the limit passed is said at every workspace; a time left out counts again; the history is read and kept', async ({
  page,
}, info) => {
  await room.officer.call('queue.give', given);
  const { serving } = await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  await room.officer.call('queue.give', { ...given, series: 'C' });
  room.world.clock.goTo('2026-11-23T09:05:00');
  await pageOf(page, 'Đặng Văn Phước');
  // In the status bar of the receipt; one press leads to the board.
  const alert = page.getByRole('button', { name: '1 người chờ quá mức 30 phút, Đất đai lâu nhất' });
  await alert.waitFor();
  await info.attach('alert', { body: await page.screenshot(), contentType: 'image/png' });
  expect(await breaches(page)).toEqual([]);
  await alert.press('Enter');
  await page.getByText('Đất đai đã quá mức 30 phút').waitFor();

  await page.keyboard.press('Control+2');
  const hours = page.getByRole('grid', { name: 'Theo giờ' });
  await hours.getByRole('row', { name: /8 giờ/ }).waitFor();
  await info.attach('history', { body: await page.screenshot(), contentType: 'image/png' });
  expect(await breaches(page)).toEqual([]);
  // How it is counted, one key away.
  await page.keyboard.press('Alt+w');
  await page.getByText('Thời gian đi tới quầy').first().waitFor();
  await page.keyboard.press('Alt+w');
  for (const [press, ending] of [
    [() => page.getByRole('button', { name: 'Xuất tệp Excel' }).press('Enter'), 'xlsx'],
    [() => page.keyboard.press('Control+p'), 'pdf'],
  ] as const) {
    const made = page.waitForEvent('download');
    await press();
    expect((await made).suggestedFilename()).toBe(`thoi-gian-cho-2026-11-01-den-2026-11-23.${ending}`);
    await page.getByText(new RegExp(`\\.${ending}`)).waitFor();
  }
  // From a figure to exactly the tickets behind it.
  await page.getByRole('button', { name: '1, Quá mức, Cả khoảng' }).press('Enter');
  await expect(page.getByRole('row', { name: /C001/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /[A-Z]00\d/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /, Mỗi người, Cả khoảng/ }).press('Enter');
  const row = page.getByRole('row', { name: new RegExp(serving?.text ?? '') });
  await row.waitFor();
  await page.getByRole('radio', { name: 'Mọi số' }).press('Space');
  await downTo(page, page.getByRole('grid', { name: 'Các số phía sau' }), row);

  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Shift+F3');
  await dialog.getByRole('textbox', { name: 'Lý do không tính' }).fill('Quên bấm xong');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row).toContainText('không tính');
  await page.getByRole('button', { name: 'Tính lại thời gian' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Lý do tính lại' }).fill('Đã xem lại, đúng giờ');
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row).not.toContainText('không tính');
});

test('tickets in line are marked with Space and moved together, to a counter and back to the common line', async ({
  page,
}, info) => {
  const tickets: string[] = [];
  for (let n = 0; n < 3; n += 1) tickets.push((await room.officer.call('queue.give', given)).text);
  await board(page);
  await page.getByRole('button', { name: /người đang chờ/ }).press('Enter');
  const grid = page.getByRole('grid', { name: 'Các số phía sau' });
  const row = (text: string): Locator => grid.getByRole('row', { name: new RegExp(text) });
  const [first = '', second = '', third = ''] = tickets;
  for (const text of [first, third, second]) {
    await downTo(page, grid, row(text));
    await page.keyboard.press('Space');
    await expect(row(text)).toHaveAttribute('aria-selected', 'true');
  }
  // Pressed again, the mark is gone.
  await page.keyboard.press('Space');
  await expect(row(second)).toHaveAttribute('aria-selected', 'false');
  await info.attach('marked', { body: await page.screenshot(), contentType: 'image/png' });
  expect(await breaches(page)).toEqual([]);
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('F7');
  await expect(dialog).toContainText('Chuyển 2 số');
  await dialog.getByRole('combobox', { name: 'Nơi nhận' }).selectOption('Quầy 3');
  await dialog.getByRole('textbox', { name: 'Lý do chuyển' }).fill('Quầy kia đông');
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(first)).toContainText('Quầy 3');
  await expect(row(third)).toContainText('Quầy 3');
  await expect(row(second)).not.toContainText('Quầy 3');

  // Not meant so: they go back to where every counter of their field calls them.
  for (const text of [first, third]) {
    await downTo(page, grid, row(text));
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('F7');
  await dialog.getByRole('radio', { name: 'Về hàng chung, quầy nào cũng gọi được' }).check();
  await dialog.getByRole('textbox', { name: 'Lý do chuyển' }).fill('Chuyển nhầm');
  await page.keyboard.press('Control+Enter');
  await expect(row(first)).not.toContainText('Quầy 3');
  await expect(row(third)).not.toContainText('Quầy 3');
});

test('the province sees the office, its tickets, reminds it, and reads the answer', async ({ page, context }, info) => {
  await room.officer.call('queue.give', { ...given, series: 'C' });
  room.world.clock.goTo('2026-11-23T09:05:00');
  await room.officer.until('status.get', {}, ({ line }) => line.state === 'up');
  await pageOf(page, 'Võ Thành Long');
  const office = page.getByRole('option', { name: /Sa Đéc/ });
  await office.waitFor();
  await page.getByText('35 phút, quá mức từ 09:00').waitFor();
  await expect(page.getByText('1 đơn vị có người chờ quá mức, lâu nhất P. Sa Đéc 35′')).toBeVisible();
  await info.attach('province', { body: await page.screenshot(), contentType: 'image/png' });
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row', { name: /C001/ })).toBeVisible();
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await office.waitFor();

  await page.keyboard.press('Alt+r');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Lời nhắc' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Chưa trả lời').waitFor();
  // What was asked hides nothing of the day.
  await expect(page.getByRole('img', { name: /09:00: 35 phút/ })).toBeVisible();
  await info.attach('reminded', { body: await page.screenshot(), contentType: 'image/png' });

  const supervisor = await context.newPage();
  await board(supervisor);
  await supervisor.keyboard.press('Alt+r');
  await supervisor.getByRole('dialog').getByRole('textbox', { name: 'Câu trả lời' }).fill('Đã mở Quầy 4');
  await supervisor.keyboard.press('Control+Enter');
  await page.getByText(/Đã mở Quầy 4/).waitFor();
});
