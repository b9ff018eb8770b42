import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
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
 * slip as a PDF in out/tour/. `npm run tour -- boards waiting-room` makes only these parts and leaves the rest as it lies.
 */
const out = join(import.meta.dirname, '..', '..', 'out', 'tour');
const say = (text: string): void => console.log(text);

const parts: Readonly<Record<string, (browser: Browser) => Promise<void>>> = {
  walk,
  day: async (browser) => {
    for (const told of await tellTheDay(browser, out, say)) say(JSON.stringify(told));
  },
  boards: (browser) => tellTheBoards(browser, out, say),
  'waiting-room': (browser) => showWaitingRoom(browser, out, say),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
if (asked.length === 0) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  chromiumSandbox: process.getuid?.() !== 0,
});
let failed = true;
try {
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) await part(browser);
  }
  failed = false;
} finally {
  await browser.close();
}
process.exitCode = failed ? 1 : 0;

/** An officer's dossier with the line cut, and the other screens after it. */
async function walk(at: Browser): Promise<void> {
  const province = await demoProvince();
  const dataDir = mkdtempSync(join(tmpdir(), 'quay-tour-'));
  const desk = await startDesk({ dataDir, demo: { server: province.server, code: await province.enrolmentCode() } });
  try {
    const context = await at.newContext({
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
      say(file);
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
    say(join(out, 'slip-mau-01.pdf'));
    say(JSON.stringify({ code: received.code, rowsInPostgreSQL: received.rows }));
    await context.close();
  } finally {
    await desk.remove();
    await province.remove();
  }
}
