import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { ProblemError } from '../../contract/problems.ts';
import { createChromiumPrinter } from './chromium-pdf.ts';
import { findBrowser } from './find-browser.ts';

const asRoot = process.getuid?.() === 0;
const a5 = { widthMm: 148, heightMm: 210, landscape: false };
const executablePath = findBrowser();
const printer = createChromiumPrinter({ executablePath, asRoot });
afterAll(() => printer.close());

const text = (pdf: Uint8Array): string => Buffer.from(pdf.subarray(0, 5)).toString();

test('HTML becomes a PDF, and the browser serves the next one too', { timeout: 30_000 }, async () => {
  expect(text(await printer.pdf('<p>một</p>', a5))).toBe('%PDF-');
  const both = await Promise.all([printer.pdf('<p>hai</p>', a5), printer.pdf('<p>ba</p>', a5)]);
  expect(both.map(text)).toEqual(['%PDF-', '%PDF-']);
});

test('a browser started ahead makes the next PDF; one that cannot start says so only when there is something to print', async () => {
  const ahead = createChromiumPrinter({ executablePath, asRoot });
  ahead.prepare();
  ahead.prepare();
  expect(text(await ahead.pdf('<p>một</p>', a5))).toBe('%PDF-');
  await ahead.close();
  ahead.prepare();
  const broken = createChromiumPrinter({ executablePath: process.execPath, asRoot, timeoutMs: 5_000 });
  broken.prepare();
  await expect(broken.pdf('<p>', a5)).rejects.toMatchObject({ code: 'IN-01' });
  await broken.close();
}, 30_000);

test('a page reaches nothing and runs nothing', { timeout: 30_000 }, async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server listening on a port has an address with that port.
  const { port } = server.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  const hostile = `<img src="${at}/img"><link rel=stylesheet href="${at}/css"><iframe src="${at}/frame"></iframe>
    <script>fetch('${at}/script')</script><style>@font-face{font-family:f;src:url(${at}/font)}p{font-family:f}</style>
    <iframe src="file:///etc/hostname"></iframe><meta http-equiv=refresh content="0;url=${at}/refresh"><p>x`;
  await printer.pdf(hostile, a5).catch(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  expect(asked).toEqual([]);
});

test('without a browser, the problem says so', async () => {
  const none = createChromiumPrinter({ executablePath: null, asRoot });
  await expect(none.pdf('<p>', a5)).rejects.toMatchObject({ code: 'IN-03' });
  await none.close();
});

test('a browser that does not start is IN-01, with the reason kept', async () => {
  const broken = createChromiumPrinter({ executablePath: process.execPath, asRoot, timeoutMs: 5_000 });
  const problem: unknown = await broken.pdf('<p>', a5).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ProblemError);
  expect(problem).toMatchObject({ code: 'IN-01', cause: expect.any(Error) });
  await broken.close();
});

test('a browser idle for its time ends, and starts anew when needed', { timeout: 30_000 }, async () => {
  const short = createChromiumPrinter({ executablePath, asRoot, idleMs: 1 });
  expect(text(await short.pdf('<p>', a5))).toBe('%PDF-');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(text(await short.pdf('<p>', a5))).toBe('%PDF-');
  await short.close();
  await expect(short.pdf('<p>', a5)).rejects.toMatchObject({ code: 'IN-01' });
});
