import { chromium } from 'playwright-core';
import { findBrowser } from '../../main/print/find-browser.ts';
import { DEMO_PASSWORD } from '../harness/demo-province.ts';
import { quantile } from './report.ts';

/** Keys are typed at a person's pace: faster would be a scanner's, and another path. */
const PACE_MS = 60;
const WORDS = ['nguyen', 'tran van', 'le thi kim', 'khai sinh', '0012'];

/** Runs in the page: what the browser says each key took, gathered. */
const WATCH = `
  globalThis.paints = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') globalThis.paints.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 });
`;

/**
 * From a key to the next paint, in the search over everything and in the list of procedures, on a desk with the day's
 * dossiers. By the browser's own Event Timing: it rounds to 8 ms and tells nothing under 16, which counts as 16.
 */
export async function paintAfterKeys(address: string): Promise<{ readonly median: number; readonly p95: number }> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(address);
    await page.getByText('Lê Thị Kim Ngân').first().waitFor();
    await page.keyboard.press('1');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Hồ sơ mới').first().waitFor();
    await page.evaluate(WATCH);
    let keys = 0;
    for (const shortcut of ['Control+k', 'Control+2']) {
      for (const word of WORDS) {
        await page.keyboard.press(shortcut);
        await page.keyboard.type(word, { delay: PACE_MS });
        keys += word.length;
        await page.keyboard.press('Escape');
      }
    }
    const told = await page.evaluate<number[]>('globalThis.paints');
    const quick = Math.max(0, keys - told.length);
    const all = [...told, ...Array.from({ length: quick }, () => 16)];
    return { median: quantile(all, 0.5), p95: quantile(all, 0.95) };
  } finally {
    await browser.close();
  }
}
