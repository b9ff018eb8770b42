import { test as base, type BrowserContext } from '@playwright/test';

/**
 * Playwright's `test`, in which an error on any page's console, an uncaught exception or a breach of the page's policy
 * fails the test. A test that provokes one names it: `test.use({ expected: /401/ })`.
 */
export const test = base.extend<{ expected: RegExp | null; quietPages: void }>({
  expected: [null, { option: true }],
  quietPages: [
    async ({ context, expected }, use) => {
      const faults = watchPages(context);
      await use();
      const unexpected = faults.filter((fault) => expected?.test(fault) !== true);
      if (unexpected.length > 0) throw new Error(`The page reported:\n${unexpected.join('\n')}`);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** @returns what the pages of this context complain about, filled as it comes */
export function watchPages(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    // Breaches of the content policy are console errors too.
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
  return faults;
}
