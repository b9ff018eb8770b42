import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../main/print/find-browser.ts';
import type { CallInput, CallName, CallOutput } from '../../contract/desk.ts';
import { DEMO_PASSWORD, demoProvince } from '../harness/demo-province.ts';
import { openTab } from '../harness/tab.ts';
import { startDesk } from '../harness/desk.ts';
import { tellTheBoards } from './boards.ts';
import { tellTheDay } from './day/tell.ts';
import { showWaitingRoom } from './waiting-room.ts';
import { otherScreens, receiveWithLineCut } from './walk.ts';

/**
 * `npm run tour`: the real program in a real browser, from sign-in to the province's PostgreSQL, with the server stopped
 * in between; then the officer's whole day with all that can become of a dossier. Leaves pictures of the screens and every
 * slip as a PDF in out/tour/.
 */
const out = join(import.meta.dirname, '..', '..', 'out', 'tour');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const province = await demoProvince();
const dataDir = mkdtempSync(join(tmpdir(), 'quay-tour-'));
const desk = await startDesk({ dataDir, demo: { server: province.server, code: await province.enrolmentCode() } });
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  chromiumSandbox: process.getuid?.() !== 0,
});
let failed = true;
try {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  await page.goto(await desk.address());
  let n = 0;
  const look = async (name: string): Promise<void> => {
    n += 1;
    const file = join(out, `${String(n).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  };
  const received = await receiveWithLineCut(page, province, look);
  await otherScreens(page, received.code, look);
  // A second tab asks for the bytes the ledger kept.
  const tab = await openTab(await desk.address());
  const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await tab.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
    return reply.value;
  };
  await ask('session.signIn', { login: 'ngan', password: DEMO_PASSWORD });
  const [slip] = await ask('slip.list', { dossierId: received.dossierId });
  const { pdf } = await ask('slip.pdf', { slipId: slip?.slipId ?? '' });
  writeFileSync(join(out, 'slip-mau-01.pdf'), Buffer.from(pdf, 'base64url'));
  console.log(join(out, 'slip-mau-01.pdf'));
  console.log(JSON.stringify({ code: received.code, rowsInPostgreSQL: received.rows }));
  for (const told of await tellTheDay(browser, out, (text) => console.log(text))) console.log(JSON.stringify(told));
  await tellTheBoards(browser, out, (text) => console.log(text));
  await showWaitingRoom(browser, out, (text) => console.log(text));
  failed = false;
} finally {
  await browser.close();
  await desk.remove();
  await province.remove();
}
process.exitCode = failed ? 1 : 0;
