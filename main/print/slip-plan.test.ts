import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mau01, type Mau01Input } from '../../domain/form/mau-01.ts';
import { crowded, usual } from '../../domain/form/mau-01-examples.ts';
import { mau01Template } from '../../domain/form/templates/mau-01.ts';
import { slipCases, type SlipCase } from '../../tests/slips/cases.ts';
import { tallSlips } from '../../tests/slips/tall.ts';
import { layoutSlip } from '../../renderer/print/layout.ts';
import { toHtml } from '../../renderer/print/to-html.ts';
import { findBrowser } from './find-browser.ts';
import { slipAssets } from './slip-assets.ts';

/** Pages are planned without a browser; here a browser says whether what was planned for a page fits it. */

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  page = await browser.newPage();
  await page.setContent(toHtml(layoutSlip(mau01Template, mau01(usual)), slipAssets()));
}, 30_000);
afterAll(() => browser.close());

interface Fit {
  /** CSS pixels left between the foot and the end of the page's room; negative: too full. */
  readonly left: number;
  /** Widest overhang of any element beyond the page's room. */
  readonly beyond: number;
}

/** In the page: how full each slip page is with its signatures at their least height. */
async function fitOf(slip: Pick<SlipCase, 'template' | 'values'>): Promise<readonly Fit[]> {
  const html = toHtml(layoutSlip(slip.template, slip.values, 'print'), slipAssets());
  const body = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  // Strings: they run in the page, whose types the desk's sources do not have.
  const found: unknown = await page.evaluate(`(async () => {
    document.body.innerHTML = ${JSON.stringify(body)};
    await document.fonts.ready;
    return [...document.querySelectorAll('.slip-page')].map((page) => {
      page.style.justifyContent = 'flex-start';
      for (const child of page.children) { child.style.flex = 'none'; child.style.marginTop = '0'; }
      const room = page.getBoundingClientRect();
      const style = getComputedStyle(page);
      const foot = page.querySelector('.slip-foot').getBoundingClientRect();
      const right = room.right - parseFloat(style.paddingRight);
      const ends = [...page.querySelectorAll('p, td, th, svg, h1')].map((one) => {
        const box = one.getBoundingClientRect();
        return box.left + Math.max(one.scrollWidth || 0, box.width);
      });
      return { left: room.bottom - parseFloat(style.paddingBottom) - foot.bottom, beyond: Math.max(...ends) - right };
    });
  })()`);
  // The script above returns this.
  return found as readonly Fit[];
}

const words = (n: number): string =>
  Array.from({ length: n }, (_, i) => ['Nguyễn', 'quyền', 'Đường', 'ỷ', 'chuyển'][i % 5]).join(' ');

/** Slips that grow paper by paper and word by word, so that every edge of a page is come near to. */
const growing: readonly Mau01Input[] = [
  ...Array.from({ length: 12 }, (_, n) => ({ ...crowded, papers: crowded.papers.slice(0, n + 1) })),
  ...Array.from({ length: 12 }, (_, n) => ({ ...usual, procedure: { code: '1.004873', name: words(5 + n * 9) } })),
  ...Array.from({ length: 12 }, (_, n) => ({ ...usual, remarks: [words(3 + n * 6)], officer: words(2 + n) })),
  { ...usual, officer: 'N'.repeat(58), counter: 'X'.repeat(200) },
  { ...usual, code: { text: 'TAM-261123-012-TFJF-A1GX', kind: 'temporary' } },
  {
    ...usual,
    office: {
      ...usual.office,
      authority: 'UBND XÃ AN THẠNH THUỶ VÀ CÁC XÃ LÂN CẬN CỦA HUYỆN',
      centre: words(14).toUpperCase(),
    },
  },
];

test('what is planned for a page fits it, and nothing stands out at its side', { timeout: 120_000 }, async () => {
  const receipts = growing.map((input) => ({ name: 'growing', template: mau01Template, values: mau01(input) }));
  const all = [...slipCases, ...receipts, ...tallSlips];
  const marked = all.map(({ name, template, values }) => ({
    name: `${name}, marked`,
    template,
    values: { ...values, clockWrong: true },
  }));
  for (const slip of [...all, ...marked]) {
    for (const fit of await fitOf(slip)) {
      // Half a table's rule stands outside it.
      const isHeld = fit.left >= 0 && fit.beyond <= 0.75;
      expect(isHeld ? [] : [slip.name, fit]).toEqual([]);
    }
  }
});

test('the plan wastes little: the usual page is planned to within four lines', { timeout: 30_000 }, async () => {
  const [fit] = await fitOf({ template: mau01Template, values: mau01(usual) });
  expect(fit?.left).toBeLessThan(80);
});
