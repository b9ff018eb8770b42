import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { mau01 } from '../../domain/form/mau-01.ts';
import { mau01Template } from '../../domain/form/templates/mau-01.ts';
import { usual } from '../../domain/form/mau-01-examples.ts';
import { slipHtml } from '../../main/print/slip-page.ts';
import { openLine } from './line.ts';
import { test, type Program } from './program.ts';

/** Slips as Electron makes them: a hidden window that can do nothing but be drawn. */

const a4 = { widthMm: 210, heightMm: 297, landscape: true };

function makePdf(program: Program, html: string): Promise<Uint8Array> {
  return program.app
    .evaluate(
      async (_electron, [text, page]) => {
        const pdf: Uint8Array = await Reflect.get(globalThis, 'standIn').options.printer.makePdf(text, page);
        return Buffer.from(pdf).toString('base64');
      },
      [html, a4] as const,
    )
    .then((text) => Buffer.from(text, 'base64'));
}

/** What poppler reads in a PDF. */
function read(pdf: Uint8Array, tool: 'pdftotext' | 'pdfinfo' | 'pdffonts'): string {
  const folder = mkdtempSync(join(tmpdir(), 'qmc-slip-'));
  writeFileSync(join(folder, 'slip.pdf'), pdf);
  const words = tool === 'pdftotext' ? ['-layout', 'slip.pdf', '-'] : ['slip.pdf'];
  const found = execFileSync(tool, words, { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return found;
}

test('the PDF has the page asked for, one sheet of A4 lying', async ({ program }) => {
  const info = read(await makePdf(program, '<!doctype html><style>@page{margin:0}</style><p>Phiếu'), 'pdfinfo');
  expect(info).toMatch(/Pages:\s+1\b/);
  expect(info).toMatch(/Page size:\s+84[12](\.\d+)? x 59[456](\.\d+)? pts/);
});

test('a slip’s HTML runs nothing and asks for nothing', async ({ program }) => {
  const line = await openLine();
  const url = `http://127.0.0.1:${line.port}/`;
  const html = `<!doctype html><p id="p">trước</p>
    <script>document.getElementById('p').textContent = 'sau'</script>
    <img src="${url}" onerror="document.getElementById('p').textContent = 'sau'">
    <link rel="stylesheet" href="${url}"><iframe src="${url}"></iframe><object data="file:///etc/hostname"></object>
    <meta http-equiv="refresh" content="0; url=${url}">
    <style>@import url(${url}); p { background: url(${url}) }</style>`;
  const text = read(await makePdf(program, html), 'pdftotext');
  expect(text.trim()).toBe('trước');
  expect(line.visits()).toBe(0);
  await line.close();
});

test('no window is left, hidden or not', async ({ program }) => {
  await makePdf(program, '<p>Phiếu');
  await expect.poll(() => program.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('two slips at once do not mix', async ({ program }) => {
  const made = await Promise.all(['Một', 'Hai', 'Ba'].map((word) => makePdf(program, `<p>${word}`)));
  expect(made.map((pdf) => read(pdf, 'pdftotext').trim())).toEqual(['Một', 'Hai', 'Ba']);
});

test('the whole form comes out with its embedded fonts, every mark in place', async ({ program }) => {
  const pdf = await makePdf(program, slipHtml(mau01Template, mau01(usual)));
  const text = read(pdf, 'pdftotext');
  expect(text.match(/Nguyễn Thị Hồng Nhung/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).toContain('Cấp Giấy xác nhận tình trạng hôn nhân');
  const fonts = read(pdf, 'pdffonts').trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  // Name, type, encoding, embedded, subset.
  for (const font of fonts) expect(font).toMatch(/Tinos.*\syes\s+yes\s/);
  expect(read(pdf, 'pdfinfo')).toMatch(/Pages:\s+1\b/);
});
