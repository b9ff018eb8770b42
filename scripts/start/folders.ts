import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { appDataFolder } from '../../main/browser/options.ts';
import { DEMO_DISPLAY, DEMO_KIOSK, DEMO_OFFICE } from '../../server/demo.ts';

/** What `npm start` opens: the real desk of this user, or the demonstration with a province of its own. */
export interface StartFolders {
  readonly desk: string;
  /** Folder of the demonstration province's server; null: the desk is a real one, enrolled or to be enrolled. */
  readonly province: string | null;
}

/** A machine of the demonstration's waiting room: it is enrolled as such, with a folder of its own. */
export interface WaitingRoomPlace {
  readonly screen: 'kiosk' | 'display';
  readonly seat: { readonly office: string; readonly counter: string };
}

export function waitingRoomPlace(words: readonly string[]): WaitingRoomPlace | null {
  for (const [screen, counter] of [
    ['kiosk', DEMO_KIOSK],
    ['display', DEMO_DISPLAY],
  ] as const) {
    if (words.includes(`--${screen}`)) return { screen, seat: { office: DEMO_OFFICE, counter } };
  }
  return null;
}

/**
 * QMC_DATA names the desk's folder. The demonstration is taken where nothing points at a real province: no QMC_SERVER,
 * and no machine key in the folder that was not made by the demonstration itself.
 */
export function startFolders(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  place: WaitingRoomPlace | null = null,
): StartFolders {
  const given = env['QMC_DATA'] ?? '';
  const appData = appDataFolder(env, platform);
  const real = given === '' ? join(appData, 'quay-mot-cua') : resolve(given);
  const demo = given === '' ? join(appData, 'quay-mot-cua-demo') : real;
  const enrolled = existsSync(join(real, 'keys.json')) && !existsSync(join(real, 'province'));
  if ((env['QMC_SERVER'] ?? '') !== '' || enrolled) return { desk: real, province: null };
  return { desk: place === null ? demo : `${demo}-${place.screen}`, province: join(demo, 'province') };
}
