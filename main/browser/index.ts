import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { createDesk } from '../desk/desk.ts';
import { systemLan } from '../hall/lan.ts';
import { fileLog } from '../log.ts';
import { findBrowser } from '../print/find-browser.ts';
import { browserPrinter } from '../print/browser-printer.ts';
import { systemRandom } from '../random.ts';
import { startHost } from './host.ts';
import { browserHostOptions } from './options.ts';
import { failureSentences, sentences } from './sentences.ts';

/**
 * Entry of the loopback host. Bundled to out/desk/browser.js; the other parts of the build lie beside it.
 * Ends on Ctrl+C, when its window is closed, and with `--with-parent` when its standard input ends.
 * Exit code 1: it did not start, and said why.
 */
const out = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const options = browserHostOptions(process.argv.slice(2), process.env, process.platform);
  const root = process.getuid?.() === 0;
  const log = fileLog({ dataDir: options.dataDir, clock: systemClock });
  const desk = await createDesk({
    host: 'browser',
    dataDir: options.dataDir,
    catalogueDir: join(out, 'catalogue'),
    clock: systemClock,
    random: systemRandom,
    // The systems' keychains speak to signed programs; here the machine's passphrase takes their place.
    keychain: null,
    fetch: (url, init) => fetch(url, init),
    printer: browserPrinter({ log }),
    log,
    demo: options.demo,
    lan: systemLan(options.hall.host, options.hall.port),
    waitingRoom: options.waitingRoom,
  });
  const host = await startHost({
    options,
    desk,
    pageDir: join(out, 'renderer'),
    clock: systemClock,
    random: systemRandom,
    log,
    findBrowser,
    platform: process.platform,
    root,
    env: process.env,
    say: (news) => void process.stdout.write(`${options.json ? JSON.stringify(news) : sentences(news)}\n`),
  });

  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => (ending ??= host.close().then(() => desk.close()));
  const endThenExit = (): void => {
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('the desk did not close cleanly', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', endThenExit);
  process.on('SIGTERM', endThenExit);
  process.on('SIGHUP', endThenExit);
  if (process.argv.includes('--with-parent')) process.stdin.on('end', endThenExit).on('error', endThenExit).resume();
  void host.windowClosed.then(endThenExit);
}

main().catch((error: unknown) => {
  process.stderr.write(`${failureSentences(error)}\n`);
  process.exit(1);
});
