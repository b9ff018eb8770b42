import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { breaches } from '../harness/axe.ts';
import { DEMO_PASSWORD } from '../harness/demo-province.ts';
import { expect, test } from '../harness/page.ts';
import { pdfPrinter } from '../harness/pdf-printer.ts';
import { openWorld, type DeskUser, type World, type WorldDesk } from '../harness/world.ts';
import { fill, receive } from '../tour/day/counter.ts';
import { people } from '../tour/day/people.ts';

/** Work carried by hand through the screens of two desks, and a desk revoked and its late work found, by keyboard. */

const OFFICE = 'xa-29905';
let world: World;
let away: WorldDesk;
let atHand: WorldDesk;
let officer: DeskUser;

test.beforeAll(async () => {
  world = await openWorld({
    start: '2026-11-23T09:30:00',
    printer: pdfPrinter,
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
  away = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
  atHand = await world.desk({ office: OFFICE, counter: `${OFFICE}-q1`, place: 'Quầy 1' });
  officer = await away.as('ngan');
});
test.afterAll(() => world.close());

async function signIn(page: Page, desk: WorldDesk, name: RegExp): Promise<void> {
  await page.goto(await desk.address());
  const me = page.getByRole('button', { name }).first();
  await me.waitFor();
  await me.focus();
  await page.keyboard.press('Enter');
  await page.locator('input[type=password]').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.locator('input[type=password]')).toHaveCount(0);
}

/** Opens what is behind the line in the status bar. */
async function openLine(page: Page, words: RegExp): Promise<void> {
  // The cursor goes where the work begins; what is opened before that would be closed by it.
  await expect(page.getByLabel('Họ và tên')).toBeFocused();
  await page.getByRole('contentinfo').getByRole('button', { name: words }).press('Enter');
  await page.getByText('Mang dữ liệu đi bằng USB').waitFor();
}

async function received(): Promise<string> {
  const draft = await fill(officer, { applicant: people.corrected, procedureCode: '1.004873' });
  return (await receive(officer, draft)).dossierId;
}

const standOf = async (id: string) => (await officer.call('dossier.get', { id })).stand;

test('a file written without a line, handed in at another desk, its answer read where it was written', async ({
  page,
  context,
}, info) => {
  away.setLine(false);
  const dossierId = await received();
  await officer.until('status.get', {}, ({ line }) => line.state === 'down');
  await signIn(page, away, /Lê Thị Kim Ngân/);
  await openLine(page, /Mất đường truyền/);
  const written = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Ghi tệp mang đi' }).press('Enter');
  const file = info.outputPath('di.qmc');
  await (await written).saveAs(file);
  await expect(page.getByText(/Đã ghi 1 việc vào tệp/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('courier.png') });
  expect(await breaches(page)).toEqual([]);
  expect((await standOf(dossierId)).reasons.map(({ code }) => code)).toEqual(['TT-02', 'DT-01']);

  const other = await context.newPage();
  await signIn(other, atHand, /Nguyễn Minh Tâm/);
  await openLine(other, /Đã gửi hết|Có đường truyền|Không có gì/);
  const passedOn = other.waitForEvent('download');
  await other.locator('input[type=file][accept=".qmc"]').setInputFiles(file);
  const answer = info.outputPath('ve.qmc');
  await (await passedOn).saveAs(answer);
  await expect(other.getByText('Đã nộp hộ tệp của máy khác.', { exact: false })).toBeVisible();
  await other.close();

  await page.locator('input[type=file][accept=".qmc"]').setInputFiles(answer);
  await expect(page.getByText('Tỉnh đã trả lời 1 việc. Còn 0 việc chờ gửi.')).toBeVisible();
  // What was said before the answer holds no longer.
  await expect(page.getByText(/Đã ghi 1 việc vào tệp/)).toHaveCount(0);
  expect(await standOf(dossierId)).toMatchObject({ state: 'inProvince', reasons: [] });
});

test('an administrator revokes a desk with a reason, and finds what it sends later kept apart, by keyboard alone', async ({
  page,
}, info) => {
  away.setLine(false);
  const dossierId = await received();
  await signIn(page, atHand, /Trần Quốc Bảo/);
  await page.getByText('Lê Thị Kim Ngân').first().waitFor();
  await page.keyboard.press('Control+5');
  const list = page.getByRole('grid', { name: 'Máy trạm' });
  await list.waitFor();
  await list.locator('tr[tabindex="0"]').focus();
  const chosen = page.getByRole('heading', { name: /^Quầy 3/ });
  for (let n = 0; n < 12 && (await chosen.count()) === 0; n++)
    await page.keyboard.press(n % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
  await expect(chosen).toBeVisible();
  await page.screenshot({ path: info.outputPath('desk.png') });
  expect(await breaches(page)).toEqual([]);

  await page.keyboard.press('Control+Enter');
  const box = page.getByRole('dialog');
  await expect(box.getByLabel('Lý do')).toBeFocused();
  await page.keyboard.type('mất cắp đêm qua');
  await page.screenshot({ path: info.outputPath('revoke.png') });
  // From what time on: what cannot be read holds it up, and what follows is said before it is done.
  await page.keyboard.press('Tab');
  await expect(box.getByLabel('Từ thời điểm (nếu biết)')).toBeFocused();
  await page.keyboard.type('đêm qua');
  await expect(box.getByText('Chưa đọc được: gõ giờ và ngày, như 14:30 22/11/2026.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  // The key pressed too early leads to the button, which says what is missing; nothing was done.
  await expect(box.getByRole('button', { name: /^Thu hồi/ })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('8h00 23/11/2026');
  await expect(box.getByText('Việc tỉnh đã nhận trước 08:00 23/11 vẫn giữ.', { exact: false })).toBeVisible();
  await page.screenshot({ path: info.outputPath('revoke-from.png') });
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: /^Đã thu hồi/ })).toBeVisible();
  await expect(page.getByText('mất cắp đêm qua')).toBeVisible();

  // What the lost machine sends now is kept apart, and the machine says that it was revoked.
  away.setLine(true);
  const status = await officer.until('status.get', {}, ({ line }) => line.state === 'stopped');
  expect(status.line).toMatchObject({ code: 'DT-06' });
  await list.locator('tr', { hasText: '1 việc giữ riêng' }).waitFor();
  await list.locator('tr', { hasText: '1 việc giữ riêng' }).focus();
  // What it had sent after the trusted time alarmed the province: looked at, and settled with a word that is kept.
  await expect(list.locator('tr', { hasText: 'báo động' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Đã xử lý…' })).toBeFocused();
  await expect(page.getByText(/^Hồ sơ: \S+$/)).toBeVisible();
  await page.screenshot({ path: info.outputPath('alarms.png') });
  await page.keyboard.press('Enter');
  await expect(box.getByLabel('Lý do')).toBeFocused();
  await page.keyboard.type('đã đối chiếu sổ của quầy');
  await page.screenshot({ path: info.outputPath('settle.png') });
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Đã ghi xử lý \d+ báo động/)).toBeVisible();
  await expect(page.getByText('Trần Quốc Bảo: đã đối chiếu sổ của quầy', { exact: false })).toBeVisible();
  await expect(list.locator('tr', { hasText: 'báo động' })).toHaveCount(0);
  await page.screenshot({ path: info.outputPath('settled.png') });

  await list.locator('tr', { hasText: '1 việc giữ riêng' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Cho vào…' })).toBeFocused();
  await page.screenshot({ path: info.outputPath('held.png') });

  // Let in, with a reason, by a person who was told what it is and what follows: it counts everywhere then.
  const colleague = await atHand.as('tam');
  expect(await colleague.try('dossier.get', { id: dossierId })).toMatchObject({ ok: false, error: { code: 'TN-05' } });
  await page.keyboard.press('Enter');
  await expect(box.getByText('Việc được tính vào hồ sơ', { exact: false })).toBeVisible();
  // Whose it is, before anybody decides.
  await expect(box.getByText(people.corrected.name, { exact: false })).toBeVisible();
  await expect(box.getByLabel('Lý do')).toBeFocused();
  await page.keyboard.type('đã đối chiếu phiếu giấy');
  await page.screenshot({ path: info.outputPath('let-in.png') });
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã cho vào: Tiếp nhận hồ sơ.', { exact: false })).toBeVisible();
  await expect(page.getByText('Không có việc nào của máy này đang giữ riêng.')).toBeVisible();
  await expect(list.locator('tr', { hasText: 'việc giữ riêng' })).toHaveCount(0);
  await colleague.until('dossier.get', { id: dossierId }, ({ stand }) => stand.state === 'inProvince');
  await page.screenshot({ path: info.outputPath('let-in-done.png') });
});
