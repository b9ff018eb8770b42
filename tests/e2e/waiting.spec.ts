import type { Page } from '@playwright/test';
import { breachesInThemes } from '../harness/axe.ts';
import { arrive, viewIn } from '../harness/arrived.ts';
import { startDesk, type RunningDesk } from '../harness/desk.ts';
import { enrolledFolder, PASSPHRASE, passwordOf, type EnrolledFolder } from '../harness/enrolled-folder.ts';
import { expect, test } from '../harness/page.ts';
import { sentIn, sentInId } from '../harness/sent-in.ts';
import { goToWorkspace } from '../harness/workspace.ts';

/** What waits at a counter beside the queue: guidance, drafts, dossiers sent in from afar. Keyboard alone; three themes. */

let folder: EnrolledFolder;
let desk: RunningDesk;

test.beforeEach(async () => {
  folder = await enrolledFolder();
  const paper = { name: 'Tờ khai', code: 'to-khai', kind: 'electronic', count: 1 } as const;
  arrive(folder, [
    sentIn(1, 'Lê Văn Muộn', -3, { papers: [{ ...paper, file: 'https://banthu.example/tep/to-khai.pdf' }] }),
    sentIn(2, 'Trần Thị Sớm', 7, { fee: { amount: 15_000, paid: true, reference: '' } }),
  ]);
  desk = await startDesk({ dataDir: folder.path });
});

test.afterEach(async ({ page }) => {
  await page.close();
  await desk.stop();
  folder.remove();
});

const people = { ngan: /Lê Thị Kim Ngân/, tam: /Tâm/ };

async function opened(page: Page): Promise<void> {
  await page.goto(await desk.address());
  await page.locator('input[type=password]').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await signIn(page, 'ngan');
}

async function signIn(page: Page, login: keyof typeof people): Promise<void> {
  await page.getByRole('button', { name: people[login] }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Mật khẩu').waitFor();
  await page.keyboard.type(passwordOf(login));
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await page.locator('[data-go=person] input:focus').waitFor();
}

/** At the speed of a hand: faster, it is taken for a scanner. */
const typed = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 60 });

/** One of the lists of the workspace of dossiers. */
async function openList(page: Page, key: string): Promise<void> {
  await goToWorkspace(page, 'Hồ sơ');
  await page.getByRole('radiogroup', { name: 'Danh sách hồ sơ' }).waitFor();
  await page.keyboard.press(key);
}

/** A procedure found by what people call it, its first case: in the guidance panel. */
async function chooseBirth(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeFocused();
  await typed(page, 'khai sinh');
  await page.getByRole('option', { name: /^Đăng ký khai sinh/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Trường hợp').waitFor();
  await page.keyboard.press('Alt+t');
  await page.keyboard.press('ArrowDown');
}

test('somebody only asks: told on the turned screen, printed, kept with the day, without a dossier or a mouse', async ({
  page,
}) => {
  await opened(page);
  await page.keyboard.press('Alt+y');
  await chooseBirth(page);
  await page.getByLabel('Tên', { exact: true }).focus();
  await typed(page, 'Nguyễn Văn Bảy');
  await page.keyboard.press('Control+Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('Thủ tục đăng ký khai sinh');
  await expect(sheet.getByRole('heading', { name: 'Giấy tờ phải nộp' })).toBeVisible();
  await expect(sheet.getByText('Đã ghi lượt hướng dẫn')).toBeVisible();
  // 20 px, black on white, and nobody's name on the whole of what can be seen.
  const body = sheet.getByText('Giấy tờ chứng minh thông tin cư trú');
  expect(await body.evaluate((element) => getComputedStyle(element).fontSize)).toBe('20px');
  expect(await sheet.innerText()).not.toMatch(/Nguyễn Văn Bảy|Kim Ngân|Lê Văn Muộn/);
  const covers = await sheet.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width === innerWidth && height === innerHeight;
  });
  expect(covers).toBe(true);
  await page.keyboard.press('Control+p');
  await expect(sheet.getByText(/Đã tạo phiếu|Đã gửi phiếu hướng dẫn/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openList(page, 'Control+4');
  const row = page.getByRole('row', { name: /Nguyễn Văn Bảy/ });
  await expect(row).toContainText('Đăng ký khai sinh');
  await expect(row).toContainText('Màn hình, phiếu in');
  await expect(row).toContainText('Lê Thị Kim Ngân');
});

test('what lies open on the receipt is turned at once; nothing typed is lost', async ({ page }) => {
  await opened(page);
  await typed(page, 'Trần Thị Hỏi');
  await page.keyboard.press('Control+2');
  await expect(page.locator('[data-go=procedure] input')).toBeFocused();
  await typed(page, 'độc thân');
  await page.getByRole('option', { name: /độc thân/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Hướng dẫn/ }).waitFor();
  await page.keyboard.press('Alt+y');
  // Its case is not chosen yet, so that comes first.
  await page.getByRole('dialog').getByLabel('Trường hợp').waitFor();
  await expect(page.getByLabel('Tên', { exact: true })).toHaveValue('Trần Thị Hỏi');
  await page.keyboard.press('Alt+t');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: /tình trạng hôn nhân/i })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Trần Thị Hỏi');
});

test('a half-done receipt waits, is found by a colleague, taken over, and thrown away after a question', async ({
  page,
}) => {
  await opened(page);
  await typed(page, 'Phạm Thị Dở');
  await page.keyboard.press('Control+2');
  await expect(page.locator('[data-go=procedure] input')).toBeFocused();
  await typed(page, 'khai sinh');
  await page.getByRole('option', { name: /^Đăng ký khai sinh/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+d');
  const mine = page.getByRole('row', { name: /Phạm Thị Dở/ });
  await expect(mine).toContainText('Đăng ký khai sinh');
  await expect(mine).toContainText('vừa xong');
  await expect(mine).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByText('Hồ sơ mới').first().waitFor();
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Phạm Thị Dở');

  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /Đăng xuất/ }).focus();
  await page.keyboard.press('Enter');
  await signIn(page, 'tam');
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('row', { name: /Phạm Thị Dở/ })).toContainText('Lê Thị Kim Ngân');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('Việc nhận làm tiếp được ghi lại');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Phạm Thị Dở');

  await page.keyboard.press('Control+d');
  await expect(page.getByRole('row', { name: /Phạm Thị Dở/ })).toContainText('Nguyễn Minh Tâm');
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /Phạm Thị Dở/ })).toBeVisible();
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Không có hồ sơ làm dở.')).toBeVisible();
});

test('sent in from afar: late first, the countdown in words, opened to the same checklist and received', async ({
  page,
}) => {
  await opened(page);
  await openList(page, 'Control+2');
  const rows = page.getByRole('grid').locator('[data-row]');
  await expect(rows.nth(0)).toContainText('Lê Văn Muộn');
  await expect(rows.nth(0)).toContainText(/quá .* làm việc/);
  await expect(rows.nth(1)).toContainText(/còn (7 giờ|6 giờ 5\d phút) làm việc/);
  await expect(rows.nth(0)).toBeFocused();
  // The file is at the portal, and this desk has no line: said, and nothing else is lost.
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog')).toContainText('DT-01');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('3 Giấy tờ').first().waitFor();
  await expect(page.getByText('Trần Thị Sớm').first()).toBeVisible();
  await page.close();
  await desk.stop();
  expect(viewIn(folder, sentInId(2))?.state).toBe('submitted');
});

test('no screen of what waits breaks a rule that a machine can check, in the three themes', async ({ page }) => {
  const found: string[] = [];
  await opened(page);
  await openList(page, 'Control+2');
  await page.getByRole('grid').waitFor();
  found.push(...(await breachesInThemes(page, 'to be checked')));
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByText('DT-01').waitFor();
  found.push(...(await breachesInThemes(page, 'a file without the line')));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+3');
  await page.getByText('Không có hồ sơ làm dở.').waitFor();
  found.push(...(await breachesInThemes(page, 'no drafts')));
  await page.keyboard.press('Alt+1');
  await page.locator('[data-go=person] input:focus').waitFor();
  await typed(page, 'Phạm Thị Dở');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+d');
  await page.getByRole('grid').waitFor();
  found.push(...(await breachesInThemes(page, 'drafts')));
  await page.keyboard.press('Delete');
  await page.getByRole('dialog').waitFor();
  found.push(...(await breachesInThemes(page, 'throwing a draft away')));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+y');
  await chooseBirth(page);
  found.push(...(await breachesInThemes(page, 'choosing what to tell')));
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã ghi lượt hướng dẫn').waitFor();
  found.push(...(await breachesInThemes(page, 'turned to the citizen')));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+4');
  await page.getByRole('grid').waitFor();
  found.push(...(await breachesInThemes(page, 'advice of the day')));
  await page.close();
  expect(found).toEqual([]);
});
