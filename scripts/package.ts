import { join } from 'node:path';
import { build, Platform } from 'electron-builder';
import afterPack from './fuses.ts';

/**
 * Packages what scripts/build.ts made.
 *
 *     node scripts/package.ts [--dir]
 *
 * --dir stops at the program's folder, without an installer. ELECTRON_DIST names a folder (or the folder of the zip)
 * of an Electron distribution to use instead of downloading one; the installers' own tools are downloaded in any case.
 */
export async function packageProgram(options: {
  readonly directoryOnly: boolean;
  readonly electronDist: string | undefined;
  readonly output?: string;
}): Promise<void> {
  await build({
    projectDir: join(import.meta.dirname, '..'),
    targets: Platform.current().createTarget(options.directoryOnly ? ['dir'] : undefined),
    config: {
      extends: join(import.meta.dirname, '../electron-builder.yml'),
      afterPack,
      ...(options.electronDist === undefined ? {} : { electronDist: options.electronDist }),
      ...(options.output === undefined ? {} : { directories: { output: options.output } }),
    },
    publish: 'never',
  });
}

if (import.meta.main) {
  await packageProgram({
    directoryOnly: process.argv.includes('--dir'),
    electronDist: process.env['ELECTRON_DIST'],
  });
}
