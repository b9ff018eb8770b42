import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { join } from 'node:path';

type Settings = Readonly<Record<FuseV1Options, boolean>>;

/** Electron's fuses in the program as the offices get it. All nine, each with its reason. */
export const releaseFuses: Settings = {
  // The program cannot be used as a Node to run any script under its name and signature.
  [FuseV1Options.RunAsNode]: false,
  // Cookies on disk would be encrypted by the system; the program keeps none, so there is nothing to migrate.
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS and NODE_EXTRA_CA_CERTS would load code or certificates from the environment.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // No debugger in the main process: --inspect, --inspect-brk and SIGUSR1 do nothing.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // macOS and Windows check app.asar against the hash in the signed program; Linux ignores it.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // No resources/app folder beside the checked archive.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The program ships no V8 snapshot of its own; with this on Electron would look for one and not start.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The page comes from app://; no file: address gets more than in a browser.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Faults in WebAssembly are caught by the processor; off would only make the barcode decoder slower.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** The build the tests drive: Playwright needs the inspector, so that one fuse stays on. Never given to an office. */
export const testFuses: Settings = { ...releaseFuses, [FuseV1Options.EnableNodeCliInspectArguments]: true };

/**
 * Sets every fuse the binary has. Older Electron lacks the last one; a newer one with more than nine fails here, so
 * that its new fuse is decided on and not inherited.
 *
 * @throws where the binary has a fuse that has no setting
 */
export async function setFuses(binary: string, settings: Settings): Promise<void> {
  const has = Object.keys(await getCurrentFuseWire(binary));
  const fitting = Object.entries(settings).filter(([fuse]) => has.includes(fuse));
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // The entries are those of a full record, less what this binary does not have.
    ...(Object.fromEntries(fitting) as Settings),
  });
}

/** electron-builder's hook, before the program is signed. QMC_PACKAGE_FOR_TESTS=1 makes the build the tests drive. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context;
  const settings = process.env['QMC_PACKAGE_FOR_TESTS'] === '1' ? testFuses : releaseFuses;
  const name = packager.appInfo.productFilename;
  const names: Readonly<Record<string, string>> = {
    darwin: `${name}.app`,
    win32: `${name}.exe`,
    linux: packager.config.executableName ?? name,
  };
  const binary = names[electronPlatformName];
  if (binary === undefined) throw new Error(`no fuses known for ${electronPlatformName}`);
  await setFuses(join(appOutDir, binary), settings);
}
