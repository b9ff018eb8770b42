import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ProblemError } from '../../contract/problems.ts';
import { isTagged, sheetsIn, timeFor } from './document-length.ts';
import type { SlipPage } from './printer.ts';

export interface ChromiumOptions {
  /** Null: none was found; every PDF is refused with IN-03. */
  readonly executablePath: string | null;
  /** Chromium's own sandbox refuses to run as root. */
  readonly asRoot: boolean;
  /** The browser ends when it had nothing to do for so long. Default 10 minutes. */
  readonly idleMs?: number;
  /** For each of: start, setting the page, making the PDF; long documents have more. Default 20 s. */
  readonly timeoutMs?: number;
}

export interface ChromiumPrinter {
  /** @throws ProblemError IN-01 (reason in `cause`), IN-03 */
  pdf(html: string, page: SlipPage): Promise<Uint8Array>;
  /** The whole document as a PNG so many pixels wide, as high as it is. @throws ProblemError as `pdf` */
  picture(html: string, width: number): Promise<Uint8Array>;
  /** Something will be printed soon: the browser starts now rather than while somebody waits for the paper. */
  prepare(): void;
  close(): Promise<void>;
}

/**
 * PDFs from a system Chromium: one warm browser, one page at a time, spoken to over a pipe (no debugging port), scripts
 * off, every request refused but data URLs. A blank page stands ready for the next document, and serves that one only.
 */
export function createChromiumPrinter(options: ChromiumOptions): ChromiumPrinter {
  const { executablePath, asRoot, idleMs = 600_000, timeoutMs = 20_000 } = options;
  let warm: Promise<Browser> | null = null;
  let ready: Promise<BlankPage> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  const start = async (executable: string): Promise<Browser> => {
    // Loaded when first needed: it is the largest library of the desk, and a start must not wait for it.
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({
      executablePath: executable,
      chromiumSandbox: !asRoot,
      timeout: timeoutMs,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--font-render-hinting=none',
        '--disable-background-networking',
      ],
    });
    browser.on('disconnected', () => {
      warm = null;
      ready = null;
    });
    return browser;
  };

  const stop = async (): Promise<void> => {
    clearTimeout(idle);
    const browser = await warm?.catch(() => null);
    warm = null;
    ready = null;
    await browser?.close();
  };

  const restIdle = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => void stop().catch(() => undefined), idleMs).unref();
  };

  const nextPage = (browser: Browser): Promise<BlankPage> => {
    const page = ready ?? blankPage(browser);
    ready = null;
    return page;
  };

  const keepReady = (browser: Browser): void => {
    const page = blankPage(browser);
    ready = page;
    // Told to whoever takes it; where nobody does, the browser it failed in is going away.
    page.catch(() => undefined);
  };

  const make = async (draw: (blank: BlankPage) => Promise<Uint8Array>): Promise<Uint8Array> => {
    if (executablePath === null) throw new ProblemError('IN-03');
    if (isClosed) throw new ProblemError('IN-01', {}, { cause: new Error('the printer is closed') });
    clearTimeout(idle);
    try {
      warm ??= start(executablePath);
      const browser = await warm;
      const made = await draw(await nextPage(browser));
      keepReady(browser);
      return made;
    } catch (error) {
      // A browser that failed once is not trusted again; the next slip starts a new one.
      await stop().catch(() => undefined);
      throw new ProblemError('IN-01', {}, { cause: error });
    } finally {
      restIdle();
    }
  };

  const inTurn = (draw: (blank: BlankPage) => Promise<Uint8Array>): Promise<Uint8Array> => {
    const made = queue.then(() => make(draw));
    queue = made.catch(() => undefined);
    return made;
  };

  const warmUp = async (): Promise<void> => {
    if (executablePath === null || isClosed) return;
    if (warm !== null) {
      restIdle();
      return;
    }
    warm = start(executablePath);
    try {
      keepReady(await warm);
      restIdle();
    } catch {
      // Tried again, and told, when there is something to print.
      warm = null;
    }
  };

  return {
    prepare() {
      queue = queue.then(warmUp);
    },
    pdf: (html, paper) => inTurn((blank) => drawn(blank, html, paper, timeoutMs)),
    picture: (html, width) => inTurn((blank) => pictured(blank, html, width, timeoutMs)),
    async close() {
      isClosed = true;
      await queue;
      await stop();
    },
  };
}

interface BlankPage {
  readonly context: BrowserContext;
  readonly page: Page;
}

async function blankPage(browser: Browser): Promise<BlankPage> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'vi-VN',
  });
  await context.route(
    (url) => url.protocol !== 'data:',
    (route) => route.abort(),
  );
  return { context, page: await context.newPage() };
}

async function drawn({ context, page }: BlankPage, html: string, paper: SlipPage, least: number): Promise<Uint8Array> {
  const sheets = sheetsIn(html);
  const timeoutMs = least + timeFor(sheets);
  try {
    await page.setContent(html, { waitUntil: 'load', timeout: timeoutMs });
    const pdf = page.pdf({
      width: `${paper.widthMm}mm`,
      height: `${paper.heightMm}mm`,
      landscape: paper.landscape,
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
      tagged: isTagged(sheets),
      outline: false,
      margin: { top: '0', right: '0', bottom: '0', left: '0' },
    });
    return await withinTime(pdf, timeoutMs);
  } finally {
    await context.close();
  }
}

async function pictured(
  { context, page }: BlankPage,
  html: string,
  width: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  try {
    await page.setViewportSize({ width, height: 100 });
    await page.setContent(html, { waitUntil: 'load', timeout: timeoutMs });
    return await page.screenshot({ fullPage: true, type: 'png', scale: 'css', timeout: timeoutMs });
  } finally {
    await context.close();
  }
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no PDF within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Where time ran out, the browser is closed and this promise fails with it.
    work.catch(() => undefined);
  }
}
