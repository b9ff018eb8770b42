import type { Page } from '@playwright/test';
import { axeOn, breaches, rules } from '../harness/axe.ts';
import { expect, test } from '../harness/page.ts';
import { openWaitingRoom, type WaitingRoomDay } from '../harness/waiting-room.ts';
import { sampleCard } from '../tour/scan-card.ts';
import { lastPrinted } from '../slips/ticket-pictures.ts';
import { kioskStates } from './kiosk-states.ts';

/** A counter, a kiosk and a display of one office, each a machine of its own on the office's network. */

const upright = { width: 1080, height: 1920 };
const lying = { width: 1920, height: 1080 };

let room: WaitingRoomDay;
test.beforeAll(async () => {
  room = await openWaitingRoom();
  // Somebody was served: the kiosk asks how content they are.
  const given = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  await room.officer.call('queue.give', given);
  await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  // The next call ends what was served; nobody else waits.
  await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  const asked = { series: 'B', priority: null, card: sampleCard, slip: null, language: 'vi' } as const;
  await room.kiosk.page().call('kiosk.take', asked);
});
test.afterAll(() => room.close());

/** Breaches of WCAG A and AA, and of the 7:1 that old people's eyes need. */
const strongBreaches = (page: Page): Promise<string[]> =>
  breaches(
    page,
    axeOn(page).options({
      runOnly: { type: 'tag', values: rules },
      rules: { 'color-contrast-enhanced': { enabled: true } },
    }),
  );

/** What is smaller than an old person needs (decision 28), cut off, under something else, or at the very edge. */
function tooSmall(page: Page, text: number, target: number): Promise<string[]> {
  return page.evaluate(
    ([leastText, leastTarget]) => {
      const small: string[] = [];
      const shown = (element: Element): boolean => element.getClientRects().length > 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || (node.nodeValue ?? '').trim() === '' || !shown(parent)) continue;
        const size = Number.parseFloat(getComputedStyle(parent).fontSize);
        if (size < leastText) small.push(`${size}px: ${node.nodeValue ?? ''}`);
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, top, width, height } = range.getBoundingClientRect();
        const button = parent.closest('button')?.getBoundingClientRect();
        if (button !== undefined && (top < button.top || top + height > button.bottom))
          small.push(`cut: ${node.nodeValue ?? ''}`);
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        const isSeen = there !== null && (there.contains(parent) || parent.contains(there));
        if (!isSeen) small.push(`covered: ${node.nodeValue ?? ''}`);
        if (isSeen && (left < 24 || left + width > innerWidth - 24)) small.push(`at the edge: ${node.nodeValue ?? ''}`);
      }
      for (const button of document.querySelectorAll('button')) {
        const { width, height, right, bottom } = button.getBoundingClientRect();
        if (shown(button) && Math.min(width, height) < leastTarget)
          small.push(`${width}×${height}: ${button.innerText}`);
        if (right > innerWidth + 1 || bottom > innerHeight + 1) small.push(`cut off: ${button.innerText}`);
      }
      return small;
    },
    [text, target] as const,
  );
}

for (const [shape, viewport] of Object.entries({ upright, lying })) {
  test(`kiosk, ${shape}: every screen is large, strong and whole, on either ground and in either language`, async ({
    page,
  }) => {
    page.setDefaultTimeout(20_000);
    const found: string[] = [];
    await page.setViewportSize(viewport);
    await page.goto(await room.kiosk.address());
    const view = await room.kiosk.page().call('kiosk.view', {});
    for (const { name, reach } of kioskStates) {
      await page.getByRole('button', { name: /Hộ tịch/ }).waitFor();
      await reach(page, view);
      found.push(...(await strongBreaches(page)).map((each) => `${name}: ${each}`));
      found.push(...(await tooSmall(page, 28, 88)).map((each) => `${name}: ${each}`));
      await page.getByRole('button', { name: 'Nền đen' }).click();
      found.push(...(await strongBreaches(page)).map((each) => `${name}, black: ${each}`));
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Read aloud' }).waitFor();
      found.push(...(await tooSmall(page, 28, 88)).map((each) => `${name}, English: ${each}`));
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      // A new address would change the fragment alone, and load nothing.
      await page.reload();
    }
    await page.close();
    expect(found).toEqual([]);
  });
}

test('a touch takes a number, prints it, and the kiosk is at its start again', async ({ page }) => {
  await page.clock.install();
  await page.setViewportSize(upright);
  await page.goto(await room.kiosk.address());
  const before = room.printed().length;
  await page.getByRole('button', { name: /Hộ tịch/ }).click();
  await page.getByRole('heading', { name: 'Mời ông, bà lấy phiếu' }).waitFor();
  await expect(page.getByText(/^B\d{3}$/)).toBeVisible();
  expect(room.printed().length).toBeGreaterThan(before);
  expect(lastPrinted(room.printed())).toMatchObject({ width: 576 });
  expect(await tooSmall(page, 28, 88)).toEqual([]);
  await page.clock.runFor(41_000);
  await page.getByRole('heading', { name: 'Mời ông, bà chạm vào việc cần làm' }).waitFor();
  await page.close();
});

test('the kiosk is worked by keyboard alone, and nothing leads out of it', async ({ page }) => {
  await page.setViewportSize(upright);
  await page.goto(await room.kiosk.address());
  await page.getByRole('button', { name: /Chứng thực/ }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /Chứng thực/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^A\d{3}$/)).toBeVisible();
  expect(await page.locator('a, input, select, iframe').count()).toBe(0);
  await page.close();
});

test('a call stands on the display, inverted, in the words of the voice', async ({ page }) => {
  await page.setViewportSize(lying);
  await page.goto(await room.display.address());
  await page.getByText('Trực tiếp').waitFor();
  expect(await strongBreaches(page)).toEqual([]);
  expect(await tooSmall(page, 30, 0)).toEqual([]);
  await room.officer.call('queue.give', {
    series: 'B',
    priority: 'elderly',
    lane: 'ordinary',
    bookedFor: null,
    card: null,
    second: null,
  });
  const { serving } = await room.officer.call('queue.act', { act: { kind: 'callNext' } });
  const text = serving?.text ?? '';
  expect(text).toMatch(/^[A-Z]\d{3}$/);
  const called = page.locator('section').first();
  // Between the two: why this ticket.
  await expect(called).toContainText(new RegExp(`Mời số[^.]{10,}${text}đếnQuầy 3`));
  await expect(called.locator('[class*=fresh]')).toBeVisible();
  // What was read from anybody's card, and who they are, is nowhere on it.
  expect(await page.locator('body').innerText()).not.toMatch(/\d{9,12}/);
  await page.close();
});

test('a display that loses its hall says so, its waits vanish, and it is back by itself', async ({ page }) => {
  await page.setViewportSize(lying);
  await page.goto(await room.display.address());
  await page.getByText('Trực tiếp').waitFor();
  room.display.setCable(false);
  await page.getByText(/Không cập nhật từ/).waitFor();
  await expect(page.getByText('người, số')).toHaveCount(0);
  room.display.setCable(true);
  await page.getByText('Trực tiếp').waitFor();
  await page.close();
});
