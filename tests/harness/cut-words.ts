import type { Page } from '@playwright/test';

/**
 * What cannot be read whole where it must be: the words of buttons in the outcome and in dialogs, with what is missing
 * for them, and the heads of columns. Names and procedures in rows may end in "…" (ui.md §3): they stand whole elsewhere.
 */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const dialog = document.querySelector('dialog[open]');
    const inOutcome = dialog === null ? '[data-region="outcome"] button, th' : 'button, th';
    for (const owner of (dialog ?? document).querySelectorAll(inOutcome)) {
      const walker = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        const range = document.createRange();
        range.selectNodeContents(node);
        const words = range.getBoundingClientRect();
        if (parent === null || words.width === 0 || getComputedStyle(parent).clipPath !== 'none') continue;
        for (let box: Element | null = parent; box !== null; box = box === owner ? null : box.parentElement) {
          const { left, right } = box.getBoundingClientRect();
          const isClipped = box === owner || getComputedStyle(box).overflowX === 'hidden';
          if (!isClipped || (words.left >= left - 1 && words.right <= right + 1)) continue;
          found.push(`cut: ${node.nodeValue ?? ''}`);
          break;
        }
        if (words.right > innerWidth + 1) found.push(`outside: ${node.nodeValue ?? ''}`);
      }
    }
    return [...new Set(found)];
  });
}
