import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { breachesInThemes } from '../harness/axe.ts';
import { DEMO_PASSWORD } from '../harness/demo-province.ts';
import { expect, test } from '../harness/page.ts';
import { pdfPrinter } from '../harness/pdf-printer.ts';
import { openWorld, type DeskUser, type World, type WorldDesk } from '../harness/world.ts';
import { fill, receive, slipQr } from '../tour/day/counter.ts';
import { people } from '../tour/day/people.ts';
import { typeLikeScanner } from '../tour/scan-card.ts';

/** A dossier corrected, one merged with its double, two sides settled: keyboard and scanner alone, two desks, one province. */

const OFFICE = 'xa-29905';
interface Held {
  readonly dossierId: string;
  readonly code: string;
}

let world: World;
let counter: WorldDesk;
let officer: DeskUser;
let wrong: Held;
let twice: Held;
let apart: Held;

async function receiveOne(applicant: (typeof people)[keyof typeof people], procedureCode: string): Promise<Held> {
  const { dossierId, code } = await receive(officer, await fill(officer, { applicant, procedureCode }));
  await officer.call('slip.print', { dossierId, form: '01', about: null });
  return { dossierId, code };
}

async function correctPhone(user: DeskUser, phone: string, resultWay: 'post' | 'electronic'): Promise<void> {
  const { content } = await user.call('dossier.correction', { dossierId: apart.dossierId });
  const applicant = content.applicant === null ? null : { ...content.applicant, phone };
  const resultAddress = resultWay === 'post' ? 'Số 42, đường Trần Hưng Đạo' : '';
  await user.call('dossier.correct', {
    dossierId: apart.dossierId,
    content: { ...content, applicant, resultWay, resultAddress },
    reason: 'dân gọi báo',
    told: 'here',
    approval: null,
  });
}

test.beforeAll(async () => {
  world = await openWorld({
    start: '2026-11-23T09:30:00',
    printer: pdfPrinter,
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
  counter = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
  const other = await world.desk({ office: OFFICE, counter: `${OFFICE}-q1`, place: 'Quầy 1' });
  officer = await counter.as('ngan');
  const colleague = await other.as('tam');
  wrong = await receiveOne(people.corrected, '1.004873');
  apart = await receiveOne(people.twoSides, '1.001612');
  twice = await receiveOne(people.corrected, '1.004873');
  await colleague.until('dossier.recent', { limit: 10 }, (rows) => rows.some((row) => row.id === apart.dossierId));
  counter.setLine(false);
  other.setLine(false);
  await correctPhone(officer, '0913 000 278', 'post');
  await correctPhone(colleague, '0913 000 287', 'electronic');
  counter.setLine(true);
  other.setLine(true);
  await officer.until('dossier.get', { id: apart.dossierId }, (page) => page.flags.length > 0);
});

test.afterAll(() => world.close());

/** Ctrl K and the whole code. */
async function search(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Control+k');
  // A person's pace: faster would be a scanner's.
  await page.keyboard.type(code, { delay: 60 });
  await page.getByRole('option', { name: new RegExp(code) }).waitFor();
}

/** Enter on the dossier that was found. */
async function openFound(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: code })).toBeFocused();
}

test('corrected, merged and settled without a mouse, and no screen of it breaks a rule', async ({ page }) => {
  const found: string[] = [];
  await page.goto(await counter.address());
  const me = page.getByRole('button', { name: /Lê Thị Kim Ngân/ }).first();
  await me.waitFor();
  await me.focus();
  await page.keyboard.press('Enter');
  await page.locator('input[type=password]').fill(DEMO_PASSWORD);
  // The search is there with the first look, whatever of the page is still to come.
  const rest = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await rest.promise;
    await route.continue();
  });
  await page.keyboard.press('Enter');
  // The cursor goes where the work begins; what is typed before that would be typed there.
  await expect(page.getByLabel('Họ và tên')).toBeFocused();
  const oldSlip = await slipQr(officer, wrong.dossierId, '01');

  await test.step('corrected: the change and what follows stand there before it is saved', async () => {
    await search(page, wrong.code);
    rest.resolve();
    await openFound(page, wrong.code);
    await page.keyboard.press('Alt+s');
    await page.getByText(`Sửa hồ sơ ${wrong.code}`).waitFor();
    await expect(page.getByRole('button', { name: /Sửa hồ sơ.*chưa sửa mục nào/ })).toBeVisible();
    const sets = page.getByRole('textbox', { name: 'Số bộ' });
    await sets.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('2');
    await expect(page.getByText('Mẫu 01, bản 1 hết giá trị')).toBeVisible();
    await page.keyboard.press('Control+5');
    const reason = page.getByRole('textbox', { name: 'Lý do' });
    await expect(reason).toBeFocused();
    await page.keyboard.type('dem thieu bo', { delay: 60 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    found.push(...(await breachesInThemes(page, 'correction')));
    await page.keyboard.press('Control+Enter');
    await page.getByText(`Đã sửa hồ sơ ${wrong.code}`).waitFor();
    await expect(page.getByText(/Đã (tạo|in) bản 2/)).toBeVisible({ timeout: 60_000 });
    found.push(...(await breachesInThemes(page, 'corrected')));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Lý do: dem thieu bo')).toBeVisible();
  });

  await test.step('the old slip, scanned at the counter, says what replaced it', async () => {
    await page.keyboard.press('Alt+1');
    await expect(page.getByLabel('Họ và tên')).toBeFocused();
    await typeLikeScanner(page, oldSlip);
    await expect(page.getByText('Phiếu hẹn, bản 1 không còn giá trị')).toBeVisible();
    await expect(page.getByText(/Đã thay bằng bản 2 .*dem thieu bo/)).toBeVisible();
    found.push(...(await breachesInThemes(page, 'void slip')));
    await page.keyboard.press('Escape');
  });

  await test.step('merged: both pages name the other', async () => {
    await search(page, twice.code);
    await openFound(page, twice.code);
    await page.keyboard.press('Alt+c');
    await expect(page.getByRole('radio', { name: 'Gộp vào hồ sơ trùng' })).toBeFocused();
    await expect(page.getByRole('radio', { name: new RegExp(wrong.code) })).toBeChecked();
    found.push(...(await breachesInThemes(page, 'merge')));
    await page.getByRole('dialog').getByRole('textbox', { name: 'Lý do' }).focus();
    await page.keyboard.type('nhap hai lan', { delay: 60 });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Đã gộp vào hồ sơ ${wrong.code}`)).toBeVisible();
    found.push(...(await breachesInThemes(page, 'merged')));
    await page.getByRole('button', { name: 'mở hồ sơ' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Hồ sơ ${twice.code} đã gộp vào đây`)).toBeVisible();
  });

  await test.step('settled: sides chosen by arrows, the call that is owed written down', async () => {
    await search(page, apart.code);
    await openFound(page, apart.code);
    await page.getByRole('button', { name: 'Xem và chốt' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: /Hai nơi cùng ghi/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'Điện thoại: Giữ cả hai' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Nhận kết quả: qua bưu chính' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Nhận kết quả: bản điện tử' })).toBeChecked();
    await page.getByRole('textbox', { name: 'Lý do chốt' }).focus();
    await page.keyboard.type('da goi hoi', { delay: 60 });
    await page.getByRole('radio', { name: 'Gọi sau' }).focus();
    await page.keyboard.press('Space');
    found.push(...(await breachesInThemes(page, 'two sides')));
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Đã chốt hồ sơ ${apart.code}.`)).toBeVisible();
    await expect(page.getByText('0913 000 278').first()).toBeVisible();
    found.push(...(await breachesInThemes(page, 'call owed')));
    await page.getByRole('textbox', { name: 'Đã nói gì' }).focus();
    await page.keyboard.type('hen 15 gio den doi phieu', { delay: 60 });
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Đã ghi báo người dân, hồ sơ ${apart.code}.`)).toBeVisible();
    await expect(page.getByText('Không có việc cần xem lại').first()).toBeVisible();
  });
  const settled = await officer.call('dossier.get', { id: apart.dossierId });
  expect(settled).toMatchObject({ flags: [], resultWay: 'electronic', applicant: { phone: '0913 000 278' } });
  // Before the province goes: the page would complain that its host is gone.
  await page.close();
  expect(found).toEqual([]);
});
