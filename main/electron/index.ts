import { join } from 'node:path';
import { createDesk } from '../desk/desk.ts';
import { startShell } from './shell.ts';

/** Entry of the installed program. Bundled to out/desk/electron.js; the other parts of the build lie beside it. */
const out = join(import.meta.dirname, '..');

// Not awaited here: Electron becomes ready only after its entry module has been evaluated.
startShell(createDesk, {
  page: join(out, 'renderer'),
  preload: join(out, 'preload', 'preload.cjs'),
  catalogue: join(out, 'catalogue'),
});
