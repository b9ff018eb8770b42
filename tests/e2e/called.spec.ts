import type { Page } from '@playwright/test';
import { arriveIn } from '../harness/arrived.ts';
import { breachesInThemes } from '../harness/axe.ts';
import { bodies } from '../harness/dossier-acts.ts';
import { signInAs, tabTo, typeSlowly } from '../harness/keyboard.ts';
import { expect, test } from '../harness/page.ts';
import { dossierId, resultDossier } from '../harness/result-dossiers.ts';
import { openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';

/** Whoever took a number with a slip is served where their dossier is; the serving time ends with what was done. */

let room: WaitingRoomDay;
test.beforeAll(async () => {
  room = await openWaitingRoom();
  const asked = { ...bodies['dossier.supplementRequested'](1), at: '2026-11-19T09:00:00' };
  arriveIn(room.counter.store, [
    resultDossier(1),
    resultDossier(2, {
      finished: null,
      backAt: null,
      more: [{ type: 'dossier.supplementRequested', body: asked }],
    }),
    resultDossier(3, { finished: null, backAt: null }),
  ]);
});
test.afterAll(() => room.close());

const CARD =
  '087196004218|340112233|Nguyễn Thị Hồng Nhung|14081996|Nữ|Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp|25062021';

async function take(series: string, slip: string | null, card: string | null = null): Promise<string> {
  const asked = { series, priority: null, card, slip, language: 'vi' } as const;
  return (await room.kiosk.page().call('kiosk.take', asked)).number;
}

async function atDesk(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(await room.counter.address());
  await signInAs(page, 'Lê Thị Kim Ngân');
  await page.getByText('Hồ sơ mới').first().waitFor();
}

const codeOf = (n: number): string => `H20.57-261118-000${n}`;
const lastEnded = async (text: string) => {
  const { tickets } = room.counter.store.halls.view(
    'xa-29905',
    '2026-11-23',
    (each) => room.counter.store.log?.ofAggregate(each) ?? [],
  );
  return tickets.find((ticket) => ticket.text === text);
};

test('a result, a supplement and a question are each served where they stand, and no click is to be remembered', async ({
  page,
}) => {
  const found: string[] = [];
  const rail = page.getByRole('complementary').first();
  await atDesk(page);
  // Half of a receipt lies on the sheet: it stays with the half-done, out of the next person's sight.
  await tabTo(page, 'combobox', 'Họ và tên');
  await typeSlowly(page, 'Trần Văn Lợi');

  const result = await take('K', codeOf(1), CARD);
  await page.keyboard.press('F2');
  await expect(rail.getByText(result, { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: codeOf(1) })).toBeVisible();
  await expect(rail).toContainText('Làm dở 1');
  // A card that a machine read does not vouch for who stands here.
  await expect(page.getByText('Thẻ đọc chưa chắc chắn, đối chiếu bằng mắt')).toBeVisible();
  found.push(...(await breachesInThemes(page, 'called for a result')));
  await tabTo(page, 'checkbox', /Đã xem giấy tờ tùy thân/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').getByText('Đã trả kết quả')).toBeVisible();
  await expect(rail).toContainText('Quầy trống');
  await expect(rail).toContainText(`Vừa xong ${result}`);
  expect(await lastEnded(result)).toMatchObject({ endedBy: 'dossier', dossiers: [dossierId(1)] });

  const papers = await take('B', codeOf(2));
  await page.keyboard.press('F2');
  await expect(rail.getByText(papers, { exact: true })).toBeVisible();
  await expect(page.getByText(codeOf(2)).first()).toBeVisible();
  await page.keyboard.press('F3');
  await expect(rail).toContainText('đã gọi lại 1 lần');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'checkbox', 'Tờ khai');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(rail).toContainText('Quầy trống');
  expect(await lastEnded(papers)).toMatchObject({ endedBy: 'dossier', dossiers: [dossierId(2)] });

  // In processing there is only to be told how it stands: the key ends it.
  const asks = await take('B', codeOf(3));
  await page.keyboard.press('F2');
  await expect(rail.getByText(asks, { exact: true })).toBeVisible();
  await expect(page.getByText(codeOf(3)).first()).toBeVisible();
  await page.keyboard.press('Shift+F2');
  await expect(rail).toContainText('Quầy trống');
  expect(await lastEnded(asks)).toMatchObject({ endedBy: 'hand', dossiers: [] });

  // Nothing was shown: a receipt with nothing of the others, and the procedures of the number's field.
  const fresh = await take('A', null);
  await page.keyboard.press('F2');
  await expect(rail.getByText(fresh, { exact: true })).toBeVisible();
  await page.getByText('Hồ sơ mới').first().waitFor();
  await expect(page.getByText('Trần Văn Lợi').first()).toBeVisible();
  await expect(rail).toContainText('Làm dở 1');
  await page.keyboard.press('Control+2');
  await expect(page.getByText('Thuộc lĩnh vực của số vừa gọi')).toBeVisible();
  const options = await page.getByRole('listbox').getByRole('option').allTextContents();
  expect(options.length).toBeGreaterThan(0);
  for (const option of options) expect(option).toContain('Chứng thực');
  await page.keyboard.press('Escape');
  found.push(...(await breachesInThemes(page, 'called without a slip')));
  expect(found).toEqual([]);
});

test('a time that is wrong is left out by the officer, and a break ends whom the counter served', async ({ page }) => {
  const found: string[] = [];
  const rail = page.getByRole('complementary').first();
  await atDesk(page);
  const number = await take('A', null);
  await page.keyboard.press('F2');
  await expect(rail.getByText(number, { exact: true })).toBeVisible();

  // The key says what it would end.
  await page.keyboard.press('Alt+J');
  await expect(page.getByRole('dialog')).toContainText(`Số ${number} đang phục vụ được ghi là xong`);
  found.push(...(await breachesInThemes(page, 'break')));
  await tabTo(page, 'radio', 'Họp');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('textbox', { name: 'Trở lại lúc' })).toHaveValue('13:30');
  await tabTo(page, 'textbox', 'Trở lại lúc');
  await page.keyboard.press('Control+a');
  await typeSlowly(page, '7:00');
  await expect(page.getByRole('dialog')).toContainText('sau lúc này');
  await page.keyboard.press('Control+a');
  await typeSlowly(page, '13h15');
  await page.keyboard.press('Control+Enter');
  await expect(rail).toContainText(/Tạm nghỉ từ \d\d:\d\d tới 13:15: Nghỉ trưa/);
  expect(await lastEnded(number)).toMatchObject({ state: 'ended', endedBy: 'hand' });

  await expect(rail.getByRole('button', { name: new RegExp(`Vừa xong ${number}`) })).toContainText('Shift F3');
  found.push(...(await breachesInThemes(page, 'served last')));
  await page.keyboard.press('Shift+F3');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'textbox', 'Lý do không tính');
  await typeSlowly(page, 'Quên bấm xong');
  await page.keyboard.press('Control+Enter');
  await expect(rail).toContainText('đã ghi không tính');
  expect((await lastEnded(number))?.leftOut).toMatchObject([{ what: 'service', reason: 'Quên bấm xong' }]);
  expect(found).toEqual([]);
});
