import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemPrint } from './system-print.ts';

const folder = mkdtempSync(join(tmpdir(), 'lp-'));
afterAll(() => rmSync(folder, { recursive: true }));

const a4 = { widthMm: 210, heightMm: 297, landscape: true };
const a5 = { widthMm: 148, heightMm: 210, landscape: false };
const pdf = new TextEncoder().encode('%PDF-1.4 một phiếu');

/** A command that does what the lines of shell say. */
function command(name: string, lines: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the very bytes reach lp, with the paper named and nothing scaled', async () => {
  const lp = command(
    'lp-good',
    `cat > ${folder}/got; printf '%s\\n' "$*" > ${folder}/words; echo "request id is quay-3-a4-17 (1 file(s))"`,
  );
  const print = systemPrint({ platform: 'linux', lp });
  expect(await print.print(pdf, a4)).toEqual({ kind: 'printed', printer: 'quay-3-a4' });
  expect(new Uint8Array(readFileSync(join(folder, 'got')))).toEqual(pdf);
  expect(readFileSync(join(folder, 'words'), 'utf8')).toBe(
    '-n 1 -o media=A4 -o print-scaling=none -o sides=one-sided -\n',
  );
  await print.print(pdf, a5, { copies: 2, printerName: 'x; rm -rf y' });
  expect(readFileSync(join(folder, 'words'), 'utf8')).toMatch(/^-d x; rm -rf y -n 2 -o media=A5 /);
});

test.each([
  [
    'without a printer a person prints',
    'cat >/dev/null; echo "lp: Error - No default destination." >&2; exit 1',
    { kind: 'shown', why: 'no printer' },
  ],
  [
    'what the printer says is kept',
    'echo "lp: Out of paper" >&2; exit 1',
    { kind: 'failed', reason: 'lp: Out of paper' },
  ],
  ['a silent failure is one', 'exit 3', { kind: 'failed', reason: 'no answer from lp' }],
])('%s', async (name, lines, outcome) => {
  const lp = command(name.replaceAll(' ', '-'), lines);
  expect(await systemPrint({ platform: 'linux', lp }).print(new Uint8Array(300_000), a4)).toEqual(outcome);
});

test('a command that hangs is stopped', async () => {
  const lp = command('lp-hangs', 'exec sleep 60');
  const print = systemPrint({ platform: 'linux', lp, timeoutMs: 100 });
  expect(await print.print(pdf, a4)).toEqual({ kind: 'failed', reason: 'no answer from lp' });
});

test('where the command or the way is missing, a person prints', async () => {
  const missing = { lp: join(folder, 'none'), lpstat: join(folder, 'none') };
  expect(await systemPrint({ platform: 'linux', ...missing }).print(pdf, a4)).toMatchObject({ kind: 'shown' });
  expect(await systemPrint({ platform: 'linux', ...missing }).status()).toEqual({ state: 'unknown', name: null });
  expect(await systemPrint({ platform: 'win32' }).print(pdf, a4)).toMatchObject({ kind: 'shown' });
});

test('the status names the default printer', async () => {
  const with1 = command('lpstat-1', 'echo "system default destination: quay-3-a4"');
  const with0 = command('lpstat-0', 'echo "no system default destination"');
  const status = (lpstat: string) => systemPrint({ platform: 'darwin', lpstat }).status();
  expect(await status(with1)).toEqual({ state: 'ready', name: 'quay-3-a4' });
  expect(await status(with0)).toEqual({ state: 'none', name: null });
});
