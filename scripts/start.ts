import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { hasDisplay } from '../main/browser/open-browser.ts';
import { failureSentences } from '../main/browser/sentences.ts';
import { chooseHost, electronAtHand, fetchElectron, type Host } from './start/choose-host.ts';
import { startFolders, waitingRoomPlace, type WaitingRoomPlace } from './start/folders.ts';
import { startProvince, type Province } from './start/province.ts';

/**
 * `npm start`: builds what is stale, brings up a demonstration province where no server is configured, and opens the
 * desk in Electron, or in a system browser where there is no Electron. Words after `--` go to the desk's host
 * (`npm start -- --host=browser --port=8123`).
 */
const root = join(import.meta.dirname, '..');
const FETCH_LIMIT_MS = 120_000;
/** A host that ends with an error this soon never opened. */
const OPENING_MS = 15_000;

const words = process.argv.slice(2);
const say = (vi: string, en: string): void => void process.stdout.write(`${vi}\n${en}\n`);

let province: Province | null = null;
let host: ChildProcess | null = null;
let stopping = false;

/** Ctrl+C reaches the whole group; a `kill` of this process alone is passed on. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping = true;
    if (host === null) void finish(0);
    else host.kill('SIGTERM');
  });
}

async function finish(code: number): Promise<never> {
  stopping = true;
  await province?.stop();
  process.exit(code);
}

function run(program: string, given: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve, reject) => {
    // Standard input is a pipe that never speaks: its end tells the host that this process is gone.
    host = spawn(program, given, { cwd: root, env, stdio: ['pipe', 'inherit', 'inherit'] });
    host.once('error', reject);
    host.once('exit', (code) => {
      host = null;
      resolve(code);
    });
  });
}

async function open(chosen: Host, dataDir: string, env: NodeJS.ProcessEnv): Promise<number | null> {
  const own = words.filter((word) => !word.startsWith('--host='));
  const data = `--data=${dataDir}`;
  if (chosen.kind === 'browser') {
    say(`Mở bằng trình duyệt: ${chosen.why[0]}.`, `Opening in a browser: ${chosen.why[1]}.`);
    return run(process.execPath, [join(root, 'out', 'desk', 'browser.js'), data, '--with-parent', ...own], env);
  }
  say(`Mở bằng Electron: ${chosen.why[0]}.`, `Opening in Electron: ${chosen.why[1]}.`);
  const begun = performance.now();
  const code = await run(chosen.path, [root, data, ...own], env).catch(() => 1);
  if (code === 0 || stopping || performance.now() - begun > OPENING_MS) return code;
  return open(
    {
      kind: 'browser',
      why: [`Electron không mở được (mã ${code ?? '?'})`, `Electron did not open (code ${code ?? '?'})`],
    },
    dataDir,
    env,
  );
}

/** @returns the server's address and a code that enrols this desk, for QMC_DEMO */
async function demonstration(folder: string, place: WaitingRoomPlace | null): Promise<string> {
  say(
    'Chưa có máy chủ: mở tỉnh BẢN THỬ trên máy này.',
    'No server is configured: opening a demonstration province on this computer.',
  );
  province = await startProvince(folder, process.env);
  if (!province.isOurs)
    say(
      'Bản thử đang mở ở một cửa sổ khác: dùng chung tỉnh đó; đóng cửa sổ kia thì máy này mất đường truyền.',
      'The demonstration is open in another window: its province is shared; when that window closes this machine loses its line.',
    );
  void province.ended.then(() => {
    if (!stopping)
      say(
        'Máy chủ bản thử đã dừng; bàn làm việc vẫn dùng được.',
        'The demonstration server has ended; the desk goes on.',
      );
  });
  const code = await province.enrolmentCode(place?.seat);
  // Something to check at the counter; without it the demonstration works all the same.
  await province.handInSamples().catch(() => undefined);
  return JSON.stringify({ server: province.server, code });
}

async function main(): Promise<void> {
  const place = waitingRoomPlace(words);
  const folders = startFolders(process.env, process.platform, place);
  const env: NodeJS.ProcessEnv = { ...process.env };
  const [built, demo] = await Promise.allSettled([
    run(process.execPath, [join(root, 'scripts', 'build.ts'), '--if-stale'], process.env),
    folders.province === null ? null : demonstration(folders.province, place),
  ]);
  if (built.status === 'rejected') throw built.reason;
  if (demo.status === 'rejected') throw demo.reason;
  if (built.value !== 0) return finish(stopping ? 0 : (built.value ?? 1));
  if (demo.value !== null) env['QMC_DEMO'] = demo.value;
  // The desk beside it has the hall's own ports; whoever is paired with it needs none that is known.
  if (demo.value !== null && place !== null) env['QMC_HALL'] ??= '0.0.0.0:0';
  if (stopping) return finish(0);
  const chosen = await chooseHost({
    wanted:
      words.find((word) => word.startsWith('--host='))?.slice('--host='.length) ?? process.env['QMC_HOST'] ?? null,
    display: hasDisplay(process.platform, process.env),
    platform: process.platform,
    root: process.getuid?.() === 0,
    atHand: () => electronAtHand(process.env),
    fetch: () => {
      say('Đang tải Electron…', 'Fetching Electron…');
      return fetchElectron(FETCH_LIMIT_MS);
    },
  });
  const code = await open(chosen, folders.desk, env);
  await finish(stopping ? 0 : (code ?? 1));
}

main().catch((error: unknown) => {
  process.stderr.write(`${failureSentences(error)}\n`);
  void finish(1);
});
