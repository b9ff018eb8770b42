import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appDataFolder } from '../../main/browser/options.ts';

/** What `npm start` opens: the real desk of this user, or the demonstration with a province of its own. */
export interface StartFolders {
  readonly desk: string;
  /** Folder of the demonstration province's server; null: the desk is a real one, enrolled or to be enrolled. */
  readonly province: string | null;
}

/**
 * QMC_DATA names the desk's folder. The demonstration is taken where nothing points at a real province: no QMC_SERVER,
 * and no machine key in the folder that was not made by the demonstration itself.
 */
export function startFolders(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): StartFolders {
  const given = env['QMC_DATA'] ?? '';
  const appData = appDataFolder(env, platform);
  const real = given === '' ? join(appData, 'quay-mot-cua') : resolve(given);
  const demo = given === '' ? join(appData, 'quay-mot-cua-demo') : real;
  const enrolled = existsSync(join(real, 'keys.json')) && !existsSync(join(real, 'province'));
  if ((env['QMC_SERVER'] ?? '') !== '' || enrolled) return { desk: real, province: null };
  return { desk: demo, province: join(demo, 'province') };
}
