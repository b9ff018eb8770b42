import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { electronAtHand } from '../../scripts/start/choose-host.ts';

/** `npm run test:electron`: the suite in real Electron, where there is one; elsewhere one line says there is not. */
const runtime = electronAtHand(process.env);
if (runtime === null) {
  console.log(
    'Electron: no runtime at hand (ELECTRON_OVERRIDE_DIST_PATH or a downloaded package); its suite is not scheduled.',
  );
} else {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const config = join(import.meta.dirname, 'playwright.config.ts');
  const run = spawnSync(process.execPath, [cli, 'test', '--config', config, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
}
