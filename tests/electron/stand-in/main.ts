import { join } from 'node:path';
import { startShell } from '../../../main/electron/shell.ts';
import { standInDesk } from './desk.ts';

/** The shipped shell, preload and policies around a stand-in desk and page. Bundled to out/stand-in/main.js. */
const out = join(import.meta.dirname, '..');

startShell(
  async (options) => {
    const { desk, seen } = standInDesk(options);
    Object.assign(globalThis, { standIn: seen });
    return desk;
  },
  {
    page: join(out, 'stand-in', 'page'),
    preload: join(out, 'preload', 'preload.cjs'),
    catalogue: join(out, 'catalogue'),
  },
);
